#pragma once
// Floats and doubles -> their shortest decimals, where these are quickly found.

#include <cstdint>
#include <optional>

namespace digestkg {

/// digits / 10^decimals; the last digit is no zero unless `decimals` is 0.
struct ShortDecimal {
  std::uint64_t digits = 0;
  int decimals = 0;
};

/// The shortest decimal that reads back as `number`, the nearest of its length, as std::to_chars finds it in several times the steps.
/// Empty for numbers that are not as most of a graph are: from 0.1 to 1, as confidences are.
std::optional<ShortDecimal> short_decimal(float number);
/// The same for a number from 1e-9 to below 1000 that was rounded to some digits; empty for one that has more than 12 to 15.
std::optional<ShortDecimal> short_decimal(double number);

}  // namespace digestkg
