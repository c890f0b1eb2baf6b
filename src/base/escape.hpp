#pragma once
// Text with bytes that a syntax reserves -> the same text escaped, in long runs of untouched bytes.

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace digestkg {

using Bytes8 [[gnu::vector_size(8)]] = unsigned char;
using Bytes16 [[gnu::vector_size(16)]] = unsigned char;

/// Index of the first byte of a block that `special` holds for, or the block's size.
template <class Block, class Special>
std::size_t first_special(const char* bytes, Special special) {
  Block block;
  std::memcpy(&block, bytes, sizeof block);
  const auto holds = special(block);  // of each byte: all bits or none
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
  std::size_t at = from;
  for (; at + 16 <= text.size(); at += 16)
    if (const std::size_t in = first_special<Bytes16>(text.data() + at, special); in < 16) return at + in;
  if (at + 8 <= text.size()) {
    if (const std::size_t in = first_special<Bytes8>(text.data() + at, special); in < 8) return at + in;
    at += 8;
  }
  // What is left is tested together with the end of what was.
  if (at >= from + 8) return text.size() - 8 + first_special<Bytes8>(text.data() + text.size() - 8, special);
  while (at < text.size() && !special(static_cast<unsigned char>(text[at]))) ++at;
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

}  // namespace digestkg
