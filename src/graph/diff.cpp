// Two graphs -> what the newer one brought.

#include "graph/result_facts.hpp"

#include <digestkg/diff.hpp>

#include <algorithm>
#include <charconv>
#include <map>
#include <tuple>

namespace digestkg {
namespace {

constexpr KindSet named = named_things | Kind::Metric | Kind::Task;

std::string name_or_nothing(const Graph& graph, std::optional<NodeId> node) { return node ? std::string(graph.name(*node)) : std::string(); }

GraphDiff::ResultLine line_of(const Graph& graph, NodeId id) {
  const Node& node = graph.node(id);
  const ResultFacts facts = facts_of(graph, id);
  GraphDiff::ResultLine line;
  line.iri = node.iri;
  line.paper = facts.paper ? std::string(graph.node(*facts.paper).iri) : std::string();
  line.date = facts.paper ? std::string(graph.text(graph.node(*facts.paper), Key::Date)) : std::string();
  line.method = name_or_nothing(graph, facts.method);
  line.benchmark = name_or_nothing(graph, facts.benchmark);
  line.metric = name_or_nothing(graph, facts.metric);
  line.value = graph.text(node, Key::Value);
  line.unit = graph.text(node, Key::Unit);
  line.raw = graph.text(node, Key::Raw);
  const Value* const delta = graph.value(node, Key::Delta);
  line.delta = delta && std::get<bool>(*delta);
  if (const auto claims = graph.claims(node); !claims.empty()) line.sentence = graph.sentence(claims.front());
  return line;
}

/// What `in` has and `without` has not.
void list_missing(const Graph& in, const Graph& without, std::vector<GraphDiff::Named>& papers, std::vector<GraphDiff::Named>& names,
                  std::vector<GraphDiff::ResultLine>& results) {
  for (NodeId id = 0; id < in.nodes().size(); ++id) {
    const Node& node = in.node(id);
    if (without.find(node.iri)) continue;
    if (node.kinds.has(Kind::Result)) results.push_back(line_of(in, id));
    if (node.kinds.has(Kind::Paper)) papers.push_back({std::string(node.iri), std::string(in.name(id)), Kind::Paper});
    if (node.kinds.any(named)) names.push_back({std::string(node.iri), std::string(in.name(id)), node.kinds.first()});
  }
}

/// What may be ranked together: benchmark and metric by IRI, and unit.
using Ranking = std::tuple<std::string_view, std::string_view, std::string_view>;

struct Best {
  NodeId result = 0;
  double value = 0;
};

/// The best level of each ranking whose metric has a direction; of equal ones the first by IRI.
std::map<Ranking, Best> bests_of(const Graph& graph) {
  std::map<Ranking, Best> bests;
  for (NodeId id = 0; id < graph.nodes().size(); ++id) {
    const Node& node = graph.node(id);
    if (!node.kinds.has(Kind::Result)) continue;
    const Value* const delta = graph.value(node, Key::Delta);
    const ResultFacts facts = facts_of(graph, id);
    if ((delta && std::get<bool>(*delta)) || !facts.benchmark || !facts.metric) continue;
    const Node& metric = graph.node(*facts.metric);
    const std::string_view direction = graph.text(metric, Key::Direction), text = graph.text(node, Key::Value);
    double value = 0;
    if (direction.empty() || std::from_chars(text.data(), text.data() + text.size(), value).ec != std::errc{}) continue;
    const Ranking ranking(graph.node(*facts.benchmark).iri, metric.iri, graph.text(node, Key::Unit));
    const auto [at, fresh] = bests.try_emplace(ranking, Best{id, value});
    if (!fresh && (direction == "higher" ? value > at->second.value : value < at->second.value)) at->second = {id, value};
  }
  return bests;
}

std::vector<GraphDiff::NewBest> new_bests(const Graph& older, const Graph& newer) {
  const auto before = bests_of(older);
  std::vector<GraphDiff::NewBest> found;
  for (const auto& [ranking, best] : bests_of(newer)) {
    if (older.find(newer.node(best.result).iri)) continue;
    const auto old = before.find(ranking);
    if (old == before.end()) {
      found.push_back({line_of(newer, best.result), {}});
      continue;
    }
    const auto metric = newer.find(std::get<1>(ranking));
    const bool higher = newer.text(newer.node(*metric), Key::Direction) == "higher";
    if (higher ? best.value > old->second.value : best.value < old->second.value)
      found.push_back({line_of(newer, best.result), line_of(older, old->second.result)});
  }
  return found;
}

}  // namespace

GraphDiff diff(const Graph& older, const Graph& newer) {
  GraphDiff found;
  list_missing(newer, older, found.papers_added, found.names_added, found.results_added);
  list_missing(older, newer, found.papers_removed, found.names_removed, found.results_removed);
  found.new_bests = new_bests(older, newer);
  return found;
}

}  // namespace digestkg
