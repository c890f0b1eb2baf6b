// Text and paths -> the days they name.

#include "digest/date.hpp"

#include <algorithm>
#include <chrono>

namespace digestkg {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool has_form_of_day(std::string_view text) {
  constexpr std::string_view form = "0000-00-00";
  return text.size() == form.size() &&
         std::equal(text.begin(), text.end(), form.begin(), [](char c, char f) { return f == '0' ? is_digit(c) : c == f; });
}

int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

}  // namespace

bool is_day(std::string_view text) {
  using namespace std::chrono;
  return has_form_of_day(text) && (year(number(text.substr(0, 4))) / number(text.substr(5, 2)) / number(text.substr(8, 2))).ok();
}

std::vector<std::string_view> written_days(std::string_view text) {
  std::vector<std::string_view> days;
  for (std::size_t at = 0; at + 10 <= text.size();) {
    const std::size_t hyphen = text.find('-', at);
    if (hyphen == std::string_view::npos) break;
    const bool is_one = hyphen >= at + 4 && has_form_of_day(text.substr(hyphen - 4, 10)) &&
                        (hyphen == at + 4 || !is_digit(text[hyphen - 5])) && (hyphen + 6 == text.size() || !is_digit(text[hyphen + 6]));
    if (is_one) days.push_back(text.substr(hyphen - 4, 10));
    at = is_one ? hyphen + 6 : hyphen + 1;
  }
  return days;
}

std::string day_of_path(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  const std::string_view file = slash == std::string_view::npos ? path : path.substr(slash + 1);
  for (const std::string_view day : written_days(file))
    if (is_day(day)) return std::string(day);
  if (slash == std::string_view::npos || slash < 7) return {};
  std::string day(path.substr(slash - 7, 7));
  day += '-' + std::string(file.substr(0, file.find('.')));
  if (day[4] != '/') return {};
  day[4] = '-';
  return is_day(day) ? day : std::string();
}

}  // namespace digestkg
