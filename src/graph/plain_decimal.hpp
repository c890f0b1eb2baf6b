#pragma once
// Numbers of JSON -> decimals as the graph has them.

#include <optional>
#include <string>
#include <string_view>

namespace digestkg {

/// `71.5` for `71.50` and `7.15e1`: no exponent, no zero at the end of a fraction, no digit lost. Empty for a number with an exponent that
/// is beyond the largest double or so near zero that a double is 0. `number` must be one of JSON.
std::optional<std::string> plain_decimal(std::string_view number);

}  // namespace digestkg
