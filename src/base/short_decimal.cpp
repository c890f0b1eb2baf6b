// Floats and doubles -> their shortest decimals, by trial; numbers -> text.

#include "base/short_decimal.hpp"

#include <digestkg/output.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <string_view>

namespace digestkg {
namespace {

constexpr std::array<double, 16> powers{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

/// Halves go to the even neighbour, as they do in std::to_chars: a double of this size has no bits for a fraction.
std::uint64_t nearest(double number, int decimals) {
  constexpr double no_fraction = 0x1p52;
  return static_cast<std::uint64_t>(number * powers[static_cast<std::size_t>(decimals)] + no_fraction - no_fraction);
}
double value(ShortDecimal decimal) { return static_cast<double>(decimal.digits) / powers[static_cast<std::size_t>(decimal.decimals)]; }

/// The digits with a point among them or before them, or with an exponent where that is shorter.
char* lay_out(char* to, std::string_view digits, int decimals) {
  const auto put = [&](std::string_view part) { to = std::ranges::copy(part, to).out; };
  const auto size = static_cast<int>(digits.size());
  const int whole = size - decimals;  // digits before the point
  const int scientific = size + (size > 1 ? 1 : 0) + 4;
  if (whole > 0) {
    put(digits.substr(0, static_cast<std::size_t>(whole)));
    if (whole < size) put("."), put(digits.substr(static_cast<std::size_t>(whole)));
  } else if (2 + decimals <= scientific) {
    put("0.");
    put(std::string_view("00000000").substr(0, static_cast<std::size_t>(-whole)));
    put(digits);
  } else {
    put(digits.substr(0, 1));
    if (size > 1) put("."), put(digits.substr(1));
    put("e-0");
    *to++ = static_cast<char>('1' - whole);
  }
  return to;
}

template <class Real>
char* write_real(char* to, Real number) {
  const auto decimal = short_decimal(number);
  if (!decimal) return std::to_chars(to, to + number_room, number).ptr;
  constexpr std::string_view lead = "0.";
  char* const end = std::to_chars(to + lead.size(), to + number_room, decimal->digits).ptr;
  const std::string_view digits(to + lead.size(), end);
  if (digits.size() == static_cast<std::size_t>(decimal->decimals)) return lead.copy(to, lead.size()), end;  // all confidences but 1
  return lay_out(to, std::string(digits), decimal->decimals);
}

}  // namespace

std::optional<ShortDecimal> short_decimal(float number) {
  if (!(number >= 0.1F && number <= 1)) return std::nullopt;
  ShortDecimal shortest{nearest(number, 9), 9};  // reads back always; a double holds the product exactly
  for (int decimals = 8; decimals >= 0; --decimals) {
    const ShortDecimal shorter{nearest(number, decimals), decimals};
    if (static_cast<float>(value(shorter)) != number) break;
    shortest = shorter;
  }
  return shortest;
}

std::optional<ShortDecimal> short_decimal(double number) {
  if (!(number >= 1e-9 && number < 1000)) return std::nullopt;
  ShortDecimal decimal{0, number < 1 ? 15 : 12};
  decimal.digits = nearest(number, decimal.decimals);
  if (value(decimal) != number) return std::nullopt;
  // No two decimals of up to 15 digits share a double: none that is shorter or nearer reads back.
  const auto cut_zeros = [&](std::uint64_t power, int zeros) {
    for (; decimal.decimals >= zeros && decimal.digits % power == 0; decimal.decimals -= zeros) decimal.digits /= power;
  };
  cut_zeros(100'000, 5);  // most have many
  cut_zeros(10, 1);
  return decimal;
}

char* write_number(char* to, float number) { return write_real(to, number); }
char* write_number(char* to, double number) { return write_real(to, number); }

}  // namespace digestkg
