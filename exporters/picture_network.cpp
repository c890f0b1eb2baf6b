// Any graph of a few hundred nodes -> a web of names; numbers, metrics and days are left to the tables.

#include "exporters/picture.hpp"

#include <algorithm>
#include <map>

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

}  // namespace

Drawing network_picture(const View& view) {
  const Graph& graph = view.graph;
  KindSet kinds;
  std::vector<Relation> relations;
  const auto is_drawn = [&](NodeId id) { return graph.node(id).kinds.any(drawn_kinds); };
  std::size_t count = 0, left_out = 0;
  for (NodeId id = 0; id < graph.nodes().size(); ++id) {
    if (is_drawn(id)) kinds = kinds | graph.node(id).kinds.first(), ++count;
    else ++left_out;
  }
  const auto is_line = [&](const Edge& e) { return is_drawn(e.source) && is_drawn(e.target) && !says_less(graph, e); };
  for (const Edge& e : graph.edges())
    if (is_line(e) && std::ranges::find(relations, e.relation) == relations.end()) relations.push_back(e.relation);
  std::ranges::sort(relations);

  Caption caption = caption_of(view, "Hover over a line for the sentence behind it.");
  if (left_out > 0) caption.lines.back() += "Not drawn: " + std::to_string(left_out) + " results, metrics and days.";
  add_kinds(caption, kinds);
  for (const Relation relation : relations)
    caption.legend.push_back({relation == Relation::Uses ? "\xE2\x87\xA2" : "\xE2\x86\x92", line_shade(relation), in_words(relation)});
  const bool large = count > most_for_fdp;
  Drawing drawing = framed("network", Drawing::Lines::Directed, large ? "sfdp" : "fdp", caption,
                           {{"overlap", "prism"}, {"sep", "+6"}, {"esep", "+4"}, {"splines", large ? "line" : "true"}, {"start", "3"}, {"K", "0.7"}});
  std::map<NodeId, Drawing::Node> drawn;
  for (NodeId id = 0; id < graph.nodes().size(); ++id) {
    if (!is_drawn(id)) continue;
    const Node& node = graph.node(id);
    std::string name;
    for (const std::string& line : wrap(graph.name(id), 24, 2)) name += (name.empty() ? "" : "<BR/>") + (id == view.focus ? bold(line) : markup(line));
    Attributes attributes = node_attributes(node.kinds, name, "", graph.name(id), node.kinds.has(Kind::Paper) ? link_of(graph, id) : std::string());
    attributes.push_back({"fontsize", node.kinds.has(Kind::Paper) ? "9" : "11"});
    if (id == view.focus) attributes.push_back({"penwidth", "2.4"});
    drawn[id] = drawing.node(attributes);
  }
  for (const Edge& e : graph.edges()) {
    if (!is_line(e)) continue;
    Attributes attributes = evidence_attributes(graph, e);
    if (e.relation == Relation::Uses) attributes.push_back({"style", "dashed"});
    attributes.push_back({"color", std::string(line_shade(e.relation).light)});
    drawing.edge(drawn[e.source], drawn[e.target], attributes);
  }
  return drawing;
}

}  // namespace digestkg::exporters
