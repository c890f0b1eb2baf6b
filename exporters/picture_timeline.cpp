// Introductions -> a row of months, each with the names that came in it.

#include "exporters/picture.hpp"

#include <algorithm>
#include <map>

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

/// The first paper of the view that introduces a thing.
std::optional<NodeId> introduced_by(const Graph& graph, NodeId thing) {
  std::optional<NodeId> first;
  const auto date = [&](NodeId paper) { return graph.text(graph.node(paper), Key::Date); };
  for (const EdgeId id : graph.in_edges(thing)) {
    const Edge& e = graph.edge(id);
    if (e.relation == Relation::Introduces && (!first || date(e.source) < date(*first))) first = e.source;
  }
  return first;
}

}  // namespace

Drawing timeline_picture(const View& view) {
  const Graph& graph = view.graph;
  std::map<std::string_view, std::vector<std::pair<NodeId, NodeId>>> months;  // month -> (thing, its paper)
  KindSet kinds;
  for (NodeId id = 0; id < graph.nodes().size(); ++id) {
    if (!graph.node(id).kinds.any(named_things)) continue;
    const auto paper = introduced_by(graph, id);
    if (!paper) continue;
    months[graph.text(graph.node(*paper), Key::Date).substr(0, 7)].emplace_back(id, *paper);
    kinds = kinds | graph.node(id).kinds.first();
  }
  Caption caption = caption_of(view, "Each name stands in the month of the first paper that introduces it. Lines are what papers say of two names.");
  add_kinds(caption, kinds);
  for (const Relation relation : drawn_relations)
    if (std::ranges::any_of(graph.edges(), [&](const Edge& e) { return e.relation == relation; }))
      caption.legend.push_back({"\xE2\x86\x92", line_shade(relation), in_words(relation)});
  Drawing drawing = framed("timeline", Drawing::Lines::Directed, "dot", caption,
                           {{"rankdir", "LR"}, {"nodesep", "0.14"}, {"ranksep", "0.55"}, {"splines", "spline"}, {"newrank", "true"}});

  std::map<NodeId, Drawing::Node> drawn;
  std::optional<Drawing::Node> before;
  for (const auto& [month, things] : months) {
    const auto column = drawing.same_rank();
    const auto head = drawing.node({{"label", "<B>" + font(month, shade::muted, 12) + "</B>", true}, {"shape", "plaintext"}, {"style", ""}, {"tooltip", " "}}, column);
    if (before) drawing.edge(*before, head, {{"color", std::string(shade::rule.light)}, {"arrowhead", "none"}, {"weight", "50"}, {"tooltip", " "}});
    before = head;
    Drawing::Node above = head;
    for (const auto& [thing, paper] : things) {
      const std::string below = font(graph.text(graph.node(paper), Key::ArxivId), shade::muted, 9);
      Attributes attributes = node_attributes(graph.node(thing).kinds, markup(clip(graph.name(thing), 26)), below,
                                              std::string(graph.name(thing)) + ", introduced in: " + std::string(graph.name(paper)), link_of(graph, paper));
      if (thing == view.focus) attributes.push_back({"penwidth", "2.2"});
      drawn[thing] = drawing.node(attributes, column);
      drawing.edge(drawn[thing], above, {{"style", "invis"}});  // dot fills a column from below
      above = drawn[thing];
    }
  }
  for (const Edge& e : graph.edges()) {
    if (std::ranges::find(drawn_relations, e.relation) == std::end(drawn_relations)) continue;
    if (!drawn.contains(e.source) || !drawn.contains(e.target)) continue;
    Attributes attributes = evidence_attributes(graph, e);
    attributes.push_back({"color", std::string(line_shade(e.relation).light)});
    attributes.push_back({"constraint", "false"});
    drawing.edge(drawn[e.source], drawn[e.target], attributes);
  }
  return drawing;
}

}  // namespace digestkg::exporters
