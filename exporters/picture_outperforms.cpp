// Comparisons -> layers of methods, winners left of those they beat, with the numbers in the winner's box.

#include "exporters/picture.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace digestkg::exporters {
namespace {

constexpr std::size_t numbers_a_box = 4;

/// Comparisons without those that close a circle; of a circle, what fewest claims state is left out.
struct Layers {
  std::vector<const Edge*> forward, backward;
};

bool reaches(const std::multimap<NodeId, NodeId>& to, NodeId from, NodeId target) {
  std::vector<NodeId> open{from};
  std::set<NodeId> seen{from};
  while (!open.empty()) {
    const NodeId at = open.back();
    open.pop_back();
    if (at == target) return true;
    const auto [begin, end] = to.equal_range(at);
    for (auto it = begin; it != end; ++it)
      if (seen.insert(it->second).second) open.push_back(it->second);
  }
  return false;
}

Layers layers(const Graph& graph) {
  std::vector<const Edge*> edges;
  for (const Edge& e : graph.edges())
    if (e.relation == Relation::Outperforms) edges.push_back(&e);
  std::ranges::stable_sort(edges, [&](const Edge* a, const Edge* b) { return weight_of(graph, *a) > weight_of(graph, *b); });
  Layers out;
  std::multimap<NodeId, NodeId> to;
  for (const Edge* e : edges) {
    if (reaches(to, e->target, e->source)) {
      out.backward.push_back(e);
      continue;
    }
    to.emplace(e->source, e->target);
    out.forward.push_back(e);
  }
  return out;
}

/// `MATH: 79.6 vs 76.6% (GPT-4o)`.
std::string in_numbers(const Graph& graph, const Comparison& c, NodeId loser) {
  Score loser_score = c.winner;
  loser_score.value = c.loser_value;
  std::string text = c.winner.benchmark ? std::string(graph.name(*c.winner.benchmark)) : std::string("score");
  if (c.winner.metric) text += " " + std::string(graph.name(*c.winner.metric));
  return clip(text, 34) + ": " + std::string(c.winner.value) + " vs " + shown(loser_score) + " (" + clip(graph.name(loser), 24) + ")";
}

struct Record {
  std::size_t beats = 0, beaten = 0;
  std::vector<std::string> numbers;
};

std::string below(const Record& record) {
  std::string standing;
  if (record.beats > 0) standing = "beats " + std::to_string(record.beats);
  if (record.beaten > 0) standing += (standing.empty() ? "" : " \xC2\xB7 ") + ("beaten by " + std::to_string(record.beaten));
  std::string text = font(standing, shade::muted, 9);
  for (std::size_t i = 0; i < std::min(record.numbers.size(), numbers_a_box); ++i) text += "<BR/>" + font(record.numbers[i], shade::muted, 9);
  if (record.numbers.size() > numbers_a_box)
    text += "<BR/>" + font("and " + std::to_string(record.numbers.size() - numbers_a_box) + " more scores", shade::muted, 9);
  return text;
}

/// What is known of each method, and which lines bear numbers.
struct Standings {
  std::map<NodeId, Record> records;
  std::set<const Edge*> with_numbers;
};

Standings standings_of(const Graph& graph, const Layers& parts) {
  Standings all;
  for (const auto* side : {&parts.forward, &parts.backward})
    for (const Edge* e : *side) {
      ++all.records[e->source].beats;
      ++all.records[e->target].beaten;
      for (const Comparison& c : stated_comparisons(graph, *e)) {
        all.records[e->source].numbers.push_back(in_numbers(graph, c, e->target));
        all.with_numbers.insert(e);
      }
    }
  return all;
}

Caption explained(const View& view, bool numbers, bool circles) {
  Caption caption = caption_of(view, std::string("An arrow runs from the winner to the method it beats") +
                                         (numbers ? "; where a paper states both scores, they stand in the winner's box "
                                                    "(winner vs loser) and the arrow is bold."
                                                  : "."));
  caption.legend.push_back({"\xE2\x86\x92", shade::line, "outperforms, thicker with more claims"});
  if (circles) caption.legend.push_back({"\xE2\x87\xA2", shade::warning, "dashed: closes a circle of claims"});
  return caption;
}

/// Boxes in the order in which dot is to place them: who is compared most comes first.
std::map<NodeId, Drawing::Node> draw_methods(const View& view, const std::map<NodeId, Record>& records, Drawing& drawing) {
  std::vector<NodeId> order;
  order.reserve(records.size());
  for (const auto& [id, record] : records) order.push_back(id);
  std::ranges::stable_sort(order, std::greater{}, [&](NodeId id) { return records.at(id).beats + records.at(id).beaten; });
  std::map<NodeId, Drawing::Node> drawn;
  for (const NodeId id : order) {
    const std::string name = clip(view.graph.name(id), 34);
    Attributes attributes =
        node_attributes(Kind::Method, id == view.focus ? bold(name) : markup(name), below(records.at(id)), view.graph.name(id));
    if (id == view.focus) attributes.push_back({"penwidth", "2.2"});
    drawn[id] = drawing.node(attributes);
  }
  return drawn;
}

Attributes line_attributes(const Graph& graph, const Edge& e, bool has_numbers, bool closes_circle) {
  Attributes attributes = evidence_attributes(graph, e);
  const double width = std::min(5.0, 1.1 + 0.7 * static_cast<double>(weight_of(graph, e) - 1)) + (has_numbers ? 0.8 : 0);
  StringOutput number;
  number << static_cast<double>(static_cast<int>(width * 10)) / 10;
  attributes.push_back({"penwidth", number.text()});
  if (closes_circle) {
    attributes.push_back({"style", "dashed"});
    attributes.push_back({"color", std::string(shade::warning.light)});
    attributes.push_back({"constraint", "false"});
  }
  return attributes;
}

}  // namespace

Drawing outperforms_picture(const View& view) {
  const Layers parts = layers(view.graph);
  const Standings standings = standings_of(view.graph, parts);
  Drawing drawing = framed("outperforms", Drawing::Lines::Directed, "dot",
                           explained(view, !standings.with_numbers.empty(), !parts.backward.empty()),
                           {{"rankdir", "LR"}, {"nodesep", "0.16"}, {"ranksep", "0.95"}, {"splines", "spline"}, {"newrank", "true"}});
  std::map<NodeId, Drawing::Node> drawn = draw_methods(view, standings.records, drawing);
  const auto line = [&](const Edge& e, bool closes_circle) {
    drawing.edge(drawn[e.source], drawn[e.target], line_attributes(view.graph, e, standings.with_numbers.contains(&e), closes_circle));
  };
  std::vector<const Edge*> forward(parts.forward);
  std::ranges::sort(forward, {}, [](const Edge* e) { return std::pair(e->source, e->target); });
  for (const Edge* e : forward) line(*e, false);
  for (const Edge* e : parts.backward) line(*e, true);
  return drawing;
}

}  // namespace digestkg::exporters
