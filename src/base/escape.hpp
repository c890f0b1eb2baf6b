#pragma once
// Text with bytes that a syntax reserves -> the same text escaped, in long runs of untouched bytes.

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace digestkg {

using Bytes8 [[gnu::vector_size(8)]] = unsigned char;
using Bytes16 [[gnu::vector_size(16)]] = unsigned char;

/// Index of the first byte of a block that `special` holds for, or the block's size.
template <class Block, class Special>
std::size_t first_special(const char* text, Special special) {
  Block block;
  std::memcpy(&block, text, sizeof block);
  const auto holds = special(block);  // of each byte: all bits or none
#ifdef __SSE2__
  if constexpr (sizeof block == 16) {
    __m128i bytes;
    std::memcpy(&bytes, &holds, sizeof bytes);
    const auto bits = static_cast<unsigned>(_mm_movemask_epi8(bytes));  // one a byte
    return bits == 0 ? sizeof block : static_cast<std::size_t>(std::countr_zero(bits));
  }
#endif
  std::array<std::uint64_t, sizeof block / 8> words;
  std::memcpy(words.data(), &holds, sizeof block);
  for (std::size_t i = 0; i < words.size(); ++i)
    if (words[i] != 0)
      return 8 * i + static_cast<std::size_t>(std::endian::native == std::endian::little ? std::countr_zero(words[i]) : std::countl_zero(words[i])) / 8;
  return sizeof block;
}

/// Index of the first byte from `from` on that `special` holds for, or text.size(). `special` is a generic function without captures, of
/// comparisons joined by `|` and `&`, so that it can be asked of one byte or of a vector of bytes at once.
template <class Special>
std::size_t find_special(std::string_view text, std::size_t from, Special special) {
  const char* const bytes = text.data();
  const std::size_t size = text.size();
  std::size_t at = from;
  for (; at + 16 <= size; at += 16)
    if (const std::size_t in = first_special<Bytes16>(bytes + at, special); in < 16) return at + in;
  // What is left is tested together with the end of what was.
  if (at == size) return size;
  if (at >= from + 16) return size - 16 + first_special<Bytes16>(bytes + size - 16, special);
  if (at + 8 <= size) {
    const std::size_t in = first_special<Bytes8>(bytes + at, special);
    return in < 8 ? at + in : size - 8 + first_special<Bytes8>(bytes + size - 8, special);
  }
  while (at < size && !special(static_cast<unsigned char>(bytes[at]))) ++at;
  return at;
}

/// What stands for `taken` bytes of a text; 0: the byte is copied as it is.
struct Replacement {
  std::string_view text;
  std::size_t taken = 0;
};

/// Gives `sink` the text in runs, with `replace(text, index)` asked at every special byte.
template <class Special, class Replace, class Sink>
void escape_runs(std::string_view text, Special special, Replace replace, Sink&& sink) {
  std::size_t begin = 0;
  for (std::size_t at = find_special(text, 0, special); at < text.size(); at = find_special(text, at, special)) {
    const Replacement replacement = replace(text, at);
    if (replacement.taken == 0) {
      ++at;
      continue;
    }
    sink(text.substr(begin, at - begin));
    sink(replacement.text);
    at = begin = at + replacement.taken;
  }
  sink(text.substr(begin));
}

/// The text escaped: itself when nothing in it is special, as with most texts, else a view of `room`, which is overwritten.
template <class Special, class Replace>
std::string_view escaped(std::string_view text, std::string& room, Special special, Replace replace) {
  if (find_special(text, 0, special) == text.size()) return text;
  room.clear();
  escape_runs(text, special, replace, [&](std::string_view run) { room += run; });
  return room;
}

}  // namespace digestkg
