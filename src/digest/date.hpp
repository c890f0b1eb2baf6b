#pragma once
// Days in text and in the names of files.

#include <string>
#include <string_view>
#include <vector>

namespace digestkg {

/// Whether `text` is a day of the calendar, written `2025-09-12`.
bool is_day(std::string_view text);

/// All of the form `0000-00-00` in `text`, days of the calendar or not, in order; parts of `text`.
std::vector<std::string_view> written_days(std::string_view text);

/// The day that a path tells, as `.../2025/06/10.md` or `2025-06-10.md` do; empty when it tells none.
std::string day_of_path(std::string_view path);

}  // namespace digestkg
