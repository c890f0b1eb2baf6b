#pragma once
// Hashes -> hexadecimal digits.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace digestkg {

using HexDigits = std::array<char, 16>;

/// The number's 16 digits, in lower case.
inline HexDigits hex(std::uint64_t number) {
  constexpr std::string_view digits = "0123456789abcdef";
  constexpr auto pairs = [=] {
    std::array<std::array<char, 2>, 256> table{};
    for (std::size_t byte = 0; byte < table.size(); ++byte) table[byte] = {digits[byte >> 4], digits[byte & 15]};
    return table;
  }();
  HexDigits text;
  for (std::size_t i = text.size(); i > 0; i -= 2, number >>= 8) {
    text[i - 2] = pairs[number & 0xFF][0];
    text[i - 1] = pairs[number & 0xFF][1];
  }
  return text;
}

}  // namespace digestkg
