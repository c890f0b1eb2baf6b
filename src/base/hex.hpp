#pragma once
// Hashes -> hexadecimal digits.

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace digestkg {

using HexDigits = std::array<char, 16>;

inline constexpr auto hex_of_bytes = [] {
  constexpr std::string_view digits = "0123456789abcdef";
  std::array<std::array<char, 2>, 256> table{};
  for (std::size_t byte = 0; byte < table.size(); ++byte) table[byte] = {digits[byte >> 4], digits[byte & 15]};
  return table;
}();

/// The number's 16 digits, in lower case.
inline HexDigits hex(std::uint64_t number) {
  HexDigits text;
  for (std::size_t i = text.size(); i > 0; i -= 2, number >>= 8) std::memcpy(&text[i - 2], hex_of_bytes[number & 0xFF].data(), 2);
  return text;
}

}  // namespace digestkg
