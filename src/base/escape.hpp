#pragma once
// Text with bytes that a syntax reserves -> the same text escaped, in long runs of untouched bytes.

#include <array>
#include <cstddef>
#include <string_view>

namespace digestkg {

/// Index of the first byte from `from` on that `special` holds for, or text.size(). `special` captures nothing and is comparisons only, so
/// that blocks of bytes are tested at once by vector instructions; single bytes are looked up.
template <class Special>
std::size_t find_special(std::string_view text, std::size_t from, Special special) {
  constexpr std::size_t block = 32;
  static constexpr std::array<bool, 256> table = [] {
    std::array<bool, 256> holds{};
    for (std::size_t c = 0; c < holds.size(); ++c) holds[c] = Special{}(static_cast<unsigned char>(c));
    return holds;
  }();
  const auto* const bytes = reinterpret_cast<const unsigned char*>(text.data());
  const auto any_in_block = [&](std::size_t begin) {
    unsigned char any = 0;
    for (std::size_t i = 0; i < block; ++i) any = static_cast<unsigned char>(any | (special(bytes[begin + i]) ? 1 : 0));
    return any != 0;
  };
  std::size_t at = from;
  while (at + block <= text.size() && !any_in_block(at)) at += block;
  // What is left of a text without special bytes is tested with the end of the block before.
  if (at + block > text.size() && at >= from + block && !any_in_block(text.size() - block)) return text.size();
  while (at < text.size() && !table[bytes[at]]) ++at;
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
