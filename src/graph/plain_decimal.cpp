// Numbers of JSON -> decimals as the graph has them.

#include "graph/plain_decimal.hpp"

#include <algorithm>
#include <charconv>

namespace digestkg {
namespace {

/// Moves the point of `whole`.`fraction` by `places` to the right. Doubles have at most some hundred places, so that this is short.
std::string moved_point(std::string_view whole, std::string_view fraction, int places) {
  std::string digits = std::string(whole).append(fraction);
  int point = static_cast<int>(whole.size()) + places;
  if (point <= 0) digits.insert(0, static_cast<std::size_t>(1 - point), '0'), point = 1;
  if (const auto wanted = static_cast<std::size_t>(point); digits.size() < wanted) digits.append(wanted - digits.size(), '0');
  digits.insert(static_cast<std::size_t>(point), 1, '.');
  const std::size_t zeros = std::min(digits.find_first_not_of('0'), static_cast<std::size_t>(point) - 1);
  return digits.substr(zeros);
}

void drop_last_zeros(std::string& decimal) {
  if (decimal.find('.') == std::string::npos) return;
  decimal.resize(decimal.find_last_not_of('0') + 1);
  if (decimal.back() == '.') decimal.pop_back();
}

}  // namespace

std::optional<std::string> plain_decimal(std::string_view number) {
  std::string decimal(number);
  if (const std::size_t e = number.find_first_of("eE"); e != std::string_view::npos) {
    double value = 0;
    int exponent = 0;
    if (std::from_chars(number.data(), number.data() + number.size(), value).ec != std::errc{}) return std::nullopt;
    const std::size_t sign = number[e + 1] == '+' ? 2 : 1;
    if (std::from_chars(number.data() + e + sign, number.data() + number.size(), exponent).ec != std::errc{}) return std::nullopt;
    const bool negative = number.front() == '-';
    const std::string_view mantissa = number.substr(negative ? 1 : 0, e - (negative ? 1 : 0));
    const std::size_t point = std::min(mantissa.find('.'), mantissa.size());
    if (mantissa.find_first_of("123456789") == std::string_view::npos) exponent = 0;  // 0e2000000000
    decimal = (negative ? "-" : "") + moved_point(mantissa.substr(0, point), mantissa.substr(std::min(point + 1, mantissa.size())), exponent);
  }
  drop_last_zeros(decimal);
  return decimal;
}

}  // namespace digestkg
