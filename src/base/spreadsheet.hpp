#pragma once
// Text -> text that no spreadsheet runs.

#include <string>
#include <string_view>

namespace digestkg {

/// Puts an apostrophe before each sign that would begin a formula: at the begin of the text, and behind what some spreadsheet takes for
/// the end of a cell (`;` and tab in many countries, a comma, a quote). Full-width signs count, since they are formulas too in some locales.
std::string without_formulas(std::string_view text);

}  // namespace digestkg
