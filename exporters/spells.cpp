// Dates of claims and listings -> spells of nodes and edges.

#include "exporters/spells.hpp"

#include "exporters/dates.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <optional>

namespace digestkg::exporters {
namespace {

struct Day {
  std::int32_t number = 0;  ///< days since 1970, so that days in a row differ by 1
  std::string_view text;
  bool operator==(const Day& other) const { return number == other.number; }
  bool operator<(const Day& other) const { return number < other.number; }
};

std::optional<Day> read_day(std::string_view text) {
  if (!is_date(text)) return std::nullopt;
  const auto number = [&](std::size_t at, std::size_t size) {
    int value = 0;
    std::from_chars(text.data() + at, text.data() + at + size, value);
    return value;
  };
  const std::chrono::year_month_day date(std::chrono::year(number(0, 4)), std::chrono::month(static_cast<unsigned>(number(5, 2))),
                                         std::chrono::day(static_cast<unsigned>(number(8, 2))));
  return Day{static_cast<std::int32_t>(std::chrono::sys_days(date).time_since_epoch().count()), text};
}

using Days = std::vector<Day>;

void add_day(Days& days, std::string_view text) {
  if (const auto day = read_day(text)) days.push_back(*day);
}

void add_listings(Days& days, const Graph& graph, std::string_view paper) {
  for (const Listing& listing : std::ranges::equal_range(graph.listings(), paper, {}, &Listing::paper)) add_day(days, listing.date);
}

void add_claims(Days& days, const Graph& graph, std::span<const Claim> claims) {
  for (const Claim& claim : claims) add_day(days, graph.listing(claim).date);
}

Days days_of(const Graph& graph, const Edge& edge) {
  Days days;
  add_claims(days, graph, graph.claims(edge));
  if (edge.relation == Relation::ListedIn) add_day(days, graph.text(graph.node(edge.target), Key::Date));
  else if (days.empty()) add_listings(days, graph, graph.node(edge.source).iri);
  return days;
}

Slice append_spells(std::vector<Spell>& spells, Days& days) {
  std::ranges::sort(days, std::less<>());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  const auto begin = static_cast<std::uint32_t>(spells.size());
  for (std::size_t i = 0; i < days.size(); ++i) {
    if (i > 0 && days[i].number == days[i - 1].number + 1) spells.back().end = days[i].text;
    else spells.push_back({days[i].text, days[i].text});
  }
  return {begin, static_cast<std::uint32_t>(spells.size()) - begin};
}

}  // namespace

Spells::Spells(const Graph& graph) : node_slices_(graph.nodes().size()), edge_slices_(graph.edges().size()) {
  std::vector<Days> of_node(graph.nodes().size());
  std::vector<bool> always(graph.nodes().size(), false);
  for (EdgeId id = 0; id < graph.edges().size(); ++id) {
    const Edge& edge = graph.edge(id);
    Days days = days_of(graph, edge);
    edge_slices_[id] = append_spells(spells_, days);
    for (const NodeId end : {edge.source, edge.target}) {
      of_node[end].insert(of_node[end].end(), days.begin(), days.end());
      if (days.empty()) always[end] = true;
    }
  }
  for (NodeId id = 0; id < graph.nodes().size(); ++id) {
    const Node& node = graph.node(id);
    add_claims(of_node[id], graph, graph.claims(node));
    if (node.kinds.has(Kind::Paper)) add_listings(of_node[id], graph, node.iri);
    if (node.kinds.has(Kind::Digest)) add_day(of_node[id], graph.text(node, Key::Date));
    if (!always[id]) node_slices_[id] = append_spells(spells_, of_node[id]);
  }
}

}  // namespace digestkg::exporters
