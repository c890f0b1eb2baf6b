// Introductions -> columns of months, quarters or years, each with the names that came in it.

#include "exporters/dates.hpp"
#include "exporters/picture.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace digestkg::exporters {
namespace {

constexpr Relation drawn_relations[] = {Relation::Outperforms, Relation::EvaluatedOn, Relation::Uses, Relation::TrainedOn};

Shade line_shade(Relation relation) {
  switch (relation) {
    case Relation::Outperforms: return look(Kind::Method).stroke;
    case Relation::EvaluatedOn: return look(Kind::Benchmark).stroke;
    case Relation::TrainedOn: return look(Kind::Dataset).stroke;
    default: return shade::line;
  }
}

constexpr std::size_t most_columns = 8;

/// Month of a paper as its arXiv id says it (`2305.14314`, `cs/0112017`), else of its first listing: a digest may list old papers.
std::string month_of_paper(const Graph& graph, NodeId paper) {
  std::string_view id = graph.text(graph.node(paper), Key::ArxivId);
  id.remove_prefix(std::min(id.rfind('/') + 1, id.size()));  // npos + 1 is 0
  const std::string_view year = id.substr(0, 2), month = id.substr(std::min<std::size_t>(2, id.size()), 2);
  const bool dated = id.size() >= 4 && id.substr(0, 4).find_first_not_of("0123456789") == std::string_view::npos && month >= "01" && month <= "12";
  if (!dated) return std::string(month_of(graph.text(graph.node(paper), Key::Date)));
  return (year >= "91" ? "19" : "20") + std::string(year) + '-' + std::string(month);  // arXiv began in 1991
}

struct Arrival {
  std::string month;
  NodeId paper = 0, thing = 0;
  auto operator<=>(const Arrival&) const = default;
};

/// What came, oldest first, each with the paper of the view that introduces it first.
std::vector<Arrival> arrivals(const Graph& graph) {
  std::vector<Arrival> all;
  for (NodeId thing = 0; thing < graph.nodes().size(); ++thing) {
    if (!graph.node(thing).kinds.any(named_things)) continue;
    std::optional<Arrival> first;
    for (const EdgeId id : graph.in_edges(thing)) {
      const Edge& e = graph.edge(id);
      if (e.relation != Relation::Introduces) continue;
      const Arrival arrival{month_of_paper(graph, e.source), e.source, thing};
      if (!first || arrival < *first) first = arrival;
    }
    if (first) all.push_back(*first);
  }
  std::ranges::sort(all);
  return all;
}

enum class Period : std::uint8_t { Month, Quarter, Year };

std::string period_of(std::string_view month, Period period) {
  if (!is_date(std::string(month) + "-01")) return std::string(month);  // of a saved graph made by others
  std::string year(month.substr(0, 4));
  if (period == Period::Year) return year;
  return period == Period::Month ? std::string(month) : year + " Q" + static_cast<char>('1' + ((month[5] - '0') * 10 + month[6] - '1') / 3);
}

/// The finest that makes few enough columns.
Period fitting_period(const std::vector<Arrival>& all) {
  for (const Period period : {Period::Month, Period::Quarter}) {
    std::set<std::string> columns;
    for (const Arrival& arrival : all) columns.insert(period_of(arrival.month, period));
    if (columns.size() <= most_columns) return period;
  }
  return Period::Year;
}

Caption timeline_caption(const View& view, const std::vector<Arrival>& all, Period period) {
  constexpr std::string_view words[] = {"month", "quarter", "year"};
  Caption caption = caption_of(view, "Each name stands in the " + std::string(words[static_cast<std::size_t>(period)]) +
                                         " of the paper that introduces it, as its arXiv number says, the oldest above. Lines are what papers say of two names.");
  KindSet kinds;
  for (const Arrival& arrival : all) kinds = kinds | view.graph.node(arrival.thing).kinds.first();
  add_kinds(caption, kinds);
  for (const Relation relation : drawn_relations)
    if (std::ranges::any_of(view.graph.edges(), [&](const Edge& e) { return e.relation == relation; }))
      caption.legend.push_back({"\xE2\x86\x92", line_shade(relation), in_words(relation)});
  return caption;
}

struct Placed {
  Drawing::Node node = 0;
  std::size_t column = 0;
};

Attributes looks(const View& view, const Arrival& arrival) {
  const Graph& graph = view.graph;
  Attributes attributes = node_attributes(graph.node(arrival.thing).kinds, markup(clip(graph.name(arrival.thing), 26)),
                                          font(graph.text(graph.node(arrival.paper), Key::ArxivId), shade::muted, 9),
                                          std::string(graph.name(arrival.thing)) + ", introduced in: " + std::string(graph.name(arrival.paper)),
                                          link_of(graph, arrival.paper));
  if (arrival.thing == view.focus) attributes.push_back({"penwidth", "2.2"});
  return attributes;
}

std::map<NodeId, Placed> draw_columns(const View& view, const std::vector<Arrival>& all, Period period, Drawing& drawing) {
  std::map<NodeId, Placed> placed;
  std::optional<Drawing::Node> head;
  std::string column;
  Drawing::Box rank = Drawing::outside;
  Drawing::Node above = 0;
  std::size_t columns = 0;
  for (const Arrival& arrival : all) {
    if (const std::string name = period_of(arrival.month, period); !head || name != column) {
      rank = drawing.same_rank();
      const auto next = drawing.node({{"label", "<B>" + font(name, shade::muted, 12) + "</B>", true}, {"shape", "plaintext"}, {"style", ""}, {"tooltip", " "}}, rank);
      if (head) drawing.edge(*head, next, {{"color", std::string(shade::rule.light)}, {"arrowhead", "none"}, {"weight", "50"}, {"tooltip", " "}});
      head = above = next;
      column = name;
      ++columns;
    }
    const auto node = drawing.node(looks(view, arrival), rank);
    drawing.edge(above, node, {{"style", "invis"}});
    placed[arrival.thing] = {node, columns};
    above = node;
  }
  return placed;
}

}  // namespace

Drawing timeline_picture(const View& view) {
  const Graph& graph = view.graph;
  const std::vector<Arrival> all = arrivals(graph);
  const Period period = fitting_period(all);
  Drawing drawing = framed("timeline", Drawing::Lines::Directed, "dot", timeline_caption(view, all, period),
                           {{"rankdir", "LR"}, {"nodesep", "0.14"}, {"ranksep", "0.55"}, {"splines", "spline"}, {"newrank", "true"}});
  const std::map<NodeId, Placed> placed = draw_columns(view, all, period, drawing);
  for (const Edge& e : graph.edges()) {
    if (std::ranges::find(drawn_relations, e.relation) == std::end(drawn_relations)) continue;
    const auto from = placed.find(e.source), to = placed.find(e.target);
    if (from == placed.end() || to == placed.end()) continue;
    Attributes attributes = evidence_attributes(graph, e);
    attributes.push_back({"color", std::string(line_shade(e.relation).light)});
    // dot draws a line from left to right without detours; most lines point back in time.
    const bool back = from->second.column > to->second.column;
    if (back) attributes.push_back({"dir", "back"});
    if (from->second.column == to->second.column) attributes.push_back({"constraint", "false"});
    drawing.edge((back ? to : from)->second.node, (back ? from : to)->second.node, attributes);
  }
  return drawing;
}

}  // namespace digestkg::exporters
