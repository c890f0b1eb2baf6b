// Texts in the place of days -> which of them are days.

#include "exporters/dates.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace digestkg::exporters {

bool is_date(std::string_view text) {
  constexpr std::array<int, 12> days{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const auto number = [&](std::size_t at, std::size_t count) {
    int value = -1;
    const auto [end, error] = std::from_chars(text.data() + at, text.data() + at + count, value);
    return error == std::errc() && end == text.data() + at + count ? value : -1;
  };
  const int year = number(0, 4), month = number(5, 2), day = number(8, 2);
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > days[static_cast<std::size_t>(month - 1)]) return false;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month != 2 || day < 29 || leap;
}

std::string_view month_of(std::string_view day) { return is_date(day) ? day.substr(0, 7) : day; }

bool has_only_dates(const Graph& graph) {
  const auto of_node = [&](const Node& node) {
    const std::string_view day = graph.text(node, Key::Date);
    return day.empty() || is_date(day);
  };
  return std::ranges::all_of(graph.listings(), is_date, &Listing::date) && std::ranges::all_of(graph.nodes(), of_node);
}

}  // namespace digestkg::exporters
