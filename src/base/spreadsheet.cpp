// Text -> the same with an apostrophe before what a spreadsheet would run.

#include "base/spreadsheet.hpp"

#include <algorithm>
#include <array>

namespace digestkg {
namespace {

bool begins_formula(std::string_view text) {
  constexpr std::array<std::string_view, 10> signs{"=", "+", "-", "@", "\t", "\r", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};
  return std::ranges::any_of(signs, [&](std::string_view sign) { return text.starts_with(sign); });
}

bool may_end_cell(char c) { return c == ';' || c == ',' || c == '\t' || c == '"'; }

}  // namespace

std::string without_formulas(std::string_view text) {
  std::string safe;
  safe.reserve(text.size() + 1);
  bool at_begin = true;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (at_begin && begins_formula(text.substr(i))) safe += '\'';
    safe += text[i];
    at_begin = may_end_cell(text[i]);
  }
  return safe;
}

}  // namespace digestkg
