#pragma once
// Days of a graph. One that digestkg built has days of the calendar; a saved graph made by others may have any text in their place.

#include <digestkg/graph.hpp>

#include <string_view>

namespace digestkg::exporters {

/// True for what xsd:date takes without a time zone: `2025-09-12`, a day of the calendar from year 1 on.
bool is_date(std::string_view text);
/// `2025-09` of a day; any other text as it is, for to cut it might cut a character.
std::string_view month_of(std::string_view day);
/// False when some text in the place of a day is none: then a column of days must be one of texts. Linear in nodes and listings.
bool has_only_dates(const Graph& graph);

}  // namespace digestkg::exporters
