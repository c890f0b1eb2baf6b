// Bytes that JSON reserves -> their escapes.

#include "base/json_text.hpp"

#include <array>

namespace digestkg {
namespace {

using Escape = std::array<char, 6>;

constexpr std::array<Escape, 32> make_control_escapes() {
  constexpr std::string_view hex = "0123456789abcdef";
  std::array<Escape, 32> escapes{};
  for (std::size_t i = 0; i < escapes.size(); ++i) escapes[i] = {'\\', 'u', '0', '0', hex[i >> 4], hex[i & 15]};
  return escapes;
}

constexpr auto control_escapes = make_control_escapes();

}  // namespace

std::string_view json_escape(unsigned char byte) {
  switch (byte) {
    case '"': return "\\\"";
    case '\\': return "\\\\";
    case '\n': return "\\n";
    case '\r': return "\\r";
    case '\t': return "\\t";
    default: return {control_escapes[byte & 31].data(), 6};
  }
}

}  // namespace digestkg
