#pragma once
// Numbers in prose that might measure something: value, unit, sign, spread, ranges. High recall: what is a size, a year or a setting is
// decided later.

#include "extract/entity.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace digestkg {

enum NumberFlag : std::uint8_t {
  kDecimalPoint = 1u << 0,
  kThousands = 1u << 1,  ///< written with thousands commas
  kPlus = 1u << 2,
  kMinus = 1u << 3,
  kRangeBegin = 1u << 4,  ///< the first of `7-40%`
  kRangeEnd = 1u << 5,
  kYear = 1u << 6,     ///< four digits, 1900 to 2099, no unit
  kOrdinal = 1u << 7,  ///< 1st, 2nd
};

struct Number {
  Span span;                ///< the tokens it takes up, with sign, unit and spread
  std::uint32_t begin = 0;  ///< bytes of the digits in Document::text()
  std::uint32_t end = 0;
  std::uint32_t raw_begin = 0;  ///< the digits with sign, unit and spread
  std::uint32_t raw_end = 0;
  std::string_view unit;  ///< `%`, `x`, `points`, `s`, ...; static lifetime; empty for none
  std::uint8_t flags = 0;
  double value = 0;
  bool has(NumberFlag flag) const { return (flags & flag) != 0; }
};

/// Numbers outside names, in order of the text. Linear; the buffer is reused.
void find_numbers(const Scene& scene, std::vector<Number>& numbers);

/// The digits as a canonical decimal: no commas, no zeros that say nothing: `1,050.70` is `1050.7`.
std::string canonical_decimal(std::string_view digits, bool negative);

}  // namespace digestkg
