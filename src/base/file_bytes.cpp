// A file or standard input -> its bytes.

#include "base/file_bytes.hpp"

#include <digestkg/diagnostic.hpp>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <limits>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <vector>

namespace digestkg {
namespace {

[[noreturn]] void fail(const std::string& name) {
  throw Error("cannot read " + name + ": " + std::error_code(errno, std::generic_category()).message());
}

class Descriptor {
 public:
  explicit Descriptor(int descriptor) : descriptor_(descriptor) {}
  ~Descriptor() {
    if (descriptor_ > 0) ::close(descriptor_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return descriptor_; }

 private:
  int descriptor_;
};

Descriptor opened(const std::string& name) {
  const int descriptor = name == "-" ? STDIN_FILENO : ::open(name.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) fail(name);
  return Descriptor(descriptor);
}

/// Reads once; 0 at the end.
std::size_t read_some(const Descriptor& file, const std::string& name, char* to, std::size_t most) {
  for (;;) {
    const ssize_t n = ::read(file.get(), to, most);
    if (n >= 0) return static_cast<std::size_t>(n);
    if (errno != EINTR) fail(name);
  }
}

}  // namespace

std::string read_file(const std::string& name) { return read_file(name, std::numeric_limits<std::size_t>::max()).value_or(""); }

std::optional<std::string> read_file(const std::string& name, std::size_t most) {
  const Descriptor file = opened(name);
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) fail(name);
  if (S_ISREG(status.st_mode) && static_cast<std::size_t>(status.st_size) > most) return std::nullopt;
  std::string bytes(static_cast<std::size_t>(std::max<off_t>(status.st_size, 4095)) + 1, '\0');
  std::size_t used = 0;
  for (;;) {
    if (used == bytes.size()) bytes.resize(bytes.size() * 2);
    const std::size_t read = read_some(file, name, bytes.data() + used, bytes.size() - used);
    if (read == 0) break;
    used += read;
    if (used > most) return std::nullopt;
  }
  bytes.resize(used);
  return bytes;
}

void read_blocks(const std::string& name, const std::function<void(std::string_view)>& use) {
  const Descriptor file = opened(name);
  std::vector<char> block(1 << 18);
  while (const std::size_t read = read_some(file, name, block.data(), block.size())) use({block.data(), read});
}

}  // namespace digestkg
