// gzip and zstd -> the bytes within.

#include "digest/compressed.hpp"

#include <algorithm>
#include <limits>
#include <memory>
#include <new>
#include <zlib.h>
#include <zstd.h>

namespace digestkg {
namespace {

constexpr std::string_view gzip_magic = "\x1F\x8B";
constexpr std::string_view zstd_magic = "\x28\xB5\x2F\xFD";
constexpr std::size_t step = 1 << 18;
constexpr std::string_view too_large = "the unpacked data pass the limit on the size of a file";

/// Room for `step` more bytes at the end of `bytes`; the caller cuts off what it did not use.
char* grow(std::string& bytes) {
  const std::size_t used = bytes.size();
  if (bytes.capacity() - used < step) bytes.reserve(std::max(2 * used, used + step));
  bytes.resize(used + step);
  return bytes.data() + used;
}

class Inflater {
 public:
  Inflater() {
    if (inflateInit2(&stream_, 16 + MAX_WBITS) != Z_OK) throw std::bad_alloc();  // 16: gzip alone
  }
  ~Inflater() { inflateEnd(&stream_); }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  Expanded expand(std::string_view compressed, std::size_t most) {
    Expanded expanded;
    for (;;) {
      if (expanded.bytes.size() > most) {
        expanded.fault = too_large;
        return expanded;
      }
      feed(compressed);
      stream_.next_out = reinterpret_cast<Bytef*>(grow(expanded.bytes));
      stream_.avail_out = step;
      const int status = inflate(&stream_, Z_NO_FLUSH);
      expanded.bytes.resize(expanded.bytes.size() - stream_.avail_out);
      if (status == Z_MEM_ERROR) throw std::bad_alloc();
      if (status == Z_STREAM_END) {
        if (stream_.avail_in == 0 && compressed.empty()) return expanded;
        inflateReset(&stream_);
      } else if (status == Z_BUF_ERROR) {
        expanded.fault = "the gzip data end too early";
        return expanded;
      } else if (status != Z_OK) {
        expanded.fault = "the gzip data are damaged";
        return expanded;
      }
    }
  }

 private:
  /// zlib counts its input in 32 bits.
  void feed(std::string_view& compressed) {
    if (stream_.avail_in > 0) return;
    const std::size_t size = std::min<std::size_t>(compressed.size(), std::numeric_limits<uInt>::max());
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(compressed.data()));
    stream_.avail_in = static_cast<uInt>(size);
    compressed.remove_prefix(size);
  }

  z_stream stream_{};
};

Expanded expand_zstd(std::string_view compressed, std::size_t most) {
  const std::unique_ptr<ZSTD_DStream, decltype(&ZSTD_freeDStream)> stream(ZSTD_createDStream(), &ZSTD_freeDStream);
  if (!stream) throw std::bad_alloc();
  Expanded expanded;
  ZSTD_inBuffer in{compressed.data(), compressed.size(), 0};
  for (std::size_t open = 1;;) {
    ZSTD_outBuffer out{grow(expanded.bytes), step, 0};
    const std::size_t before = in.pos;
    if (in.pos < in.size || open != 0) open = ZSTD_decompressStream(stream.get(), &out, &in);
    expanded.bytes.resize(expanded.bytes.size() - (step - out.pos));
    if (expanded.bytes.size() > most) expanded.fault = too_large;
    else if (ZSTD_isError(open)) expanded.fault = "the zstd data are damaged";
    else if (open == 0 && in.pos == in.size) return expanded;
    else if (out.pos == 0 && in.pos == before) expanded.fault = "the zstd data end too early";
    if (!expanded.fault.empty()) return expanded;
  }
}

}  // namespace

bool is_compressed(std::string_view bytes) { return bytes.starts_with(gzip_magic) || bytes.starts_with(zstd_magic); }

Expanded expand(std::string_view compressed, std::size_t most) {
  return compressed.starts_with(gzip_magic) ? Inflater().expand(compressed, most) : expand_zstd(compressed, most);
}

}  // namespace digestkg
