// Any graph of a few hundred nodes -> a web of names; numbers, metrics and days are left to the tables.

#include "exporters/picture.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace digestkg::exporters {
namespace {

constexpr std::size_t most_for_fdp = 90;
constexpr KindSet drawn_kinds = named_things | Kind::Paper | Kind::Author | Kind::Task;

Shade line_shade(Relation relation) {
  switch (relation) {
    case Relation::Outperforms:
    case Relation::Uses: return look(Kind::Method).stroke;
    case Relation::EvaluatedOn: return look(Kind::Benchmark).stroke;
    case Relation::TrainedOn: return look(Kind::Dataset).stroke;
    case Relation::Author:
    case Relation::CoAuthor: return look(Kind::Author).stroke;
    default: return shade::line;
  }
}

/// A mention beside a stronger statement about the same two says nothing new.
bool says_less(const Graph& graph, const Edge& e) {
  return e.relation == Relation::Mentions &&
         std::ranges::any_of(graph.out_edges(e.source), [&](const Edge& o) { return o.target == e.target && o.relation != e.relation; });
}

bool is_drawn(const Graph& graph, NodeId id) { return graph.node(id).kinds.any(drawn_kinds); }

bool is_line(const Graph& graph, const Edge& e) { return is_drawn(graph, e.source) && is_drawn(graph, e.target) && !says_less(graph, e); }

/// Kinds and relations that are drawn, in their order.
Caption explained(const View& view, std::size_t drawn) {
  const Graph& graph = view.graph;
  Caption caption = caption_of(view, "Hover over a line for the sentence behind it.");
  if (const std::size_t left_out = graph.nodes().size() - drawn; left_out > 0)
    caption.lines.back() += "Not drawn: " + std::to_string(left_out) + " results, metrics and days.";
  KindSet kinds;
  for (NodeId id = 0; id < graph.nodes().size(); ++id)
    if (is_drawn(graph, id)) kinds = kinds | graph.node(id).kinds.first();
  add_kinds(caption, kinds);
  std::set<Relation> relations;
  for (const Edge& e : graph.edges())
    if (is_line(graph, e)) relations.insert(e.relation);
  for (const Relation relation : relations)
    caption.legend.push_back({relation == Relation::Uses ? "\xE2\x87\xA2" : "\xE2\x86\x92", line_shade(relation), in_words(relation)});
  return caption;
}

Attributes thing_attributes(const View& view, NodeId id) {
  const Node& node = view.graph.node(id);
  const bool paper = node.kinds.has(Kind::Paper);
  std::string name;
  for (const std::string& line : wrap(view.graph.name(id), 24, 2))
    name += (name.empty() ? "" : "<BR/>") + (id == view.focus ? bold(line) : markup(line));
  Attributes attributes = node_attributes(node.kinds, name, "", view.graph.name(id), paper ? link_of(view.graph, id) : std::string());
  attributes.push_back({"fontsize", paper ? "9" : "11"});
  if (id == view.focus) attributes.push_back({"penwidth", "2.4"});
  return attributes;
}

}  // namespace

Drawing network_picture(const View& view) {
  const Graph& graph = view.graph;
  std::size_t count = 0;
  for (NodeId id = 0; id < graph.nodes().size(); ++id) count += is_drawn(graph, id);
  const bool large = count > most_for_fdp;
  Drawing drawing = framed("network", Drawing::Lines::Directed, large ? "sfdp" : "fdp", explained(view, count),
                           {{"overlap", "prism"}, {"sep", "+6"}, {"esep", "+4"}, {"splines", large ? "line" : "true"}, {"start", "3"}, {"K", "0.7"}});
  std::map<NodeId, Drawing::Node> drawn;
  for (NodeId id = 0; id < graph.nodes().size(); ++id)
    if (is_drawn(graph, id)) drawn[id] = drawing.node(thing_attributes(view, id));
  for (const Edge& e : graph.edges()) {
    if (!is_line(graph, e)) continue;
    Attributes attributes = evidence_attributes(graph, e);
    if (e.relation == Relation::Uses) attributes.push_back({"style", "dashed"});
    attributes.push_back({"color", std::string(line_shade(e.relation).light)});
    drawing.edge(drawn[e.source], drawn[e.target], attributes);
  }
  return drawing;
}

}  // namespace digestkg::exporters
