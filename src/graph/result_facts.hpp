#pragma once
// A Result node -> what it is about, in one place.

#include <digestkg/graph.hpp>

#include <optional>

namespace digestkg {

/// The ends of a result's edges: of each relation the first.
struct ResultFacts {
  std::optional<NodeId> paper, method, benchmark, metric, baseline;
};

inline ResultFacts facts_of(const Graph& graph, NodeId result) {
  ResultFacts facts;
  const auto first = [](std::optional<NodeId>& end, NodeId node) {
    if (!end) end = node;
  };
  for (const Edge& edge : graph.out_edges(result)) {
    if (edge.relation == Relation::OfMethod) first(facts.method, edge.target);
    if (edge.relation == Relation::OnBenchmark) first(facts.benchmark, edge.target);
    if (edge.relation == Relation::ByMetric) first(facts.metric, edge.target);
    if (edge.relation == Relation::OverBaseline) first(facts.baseline, edge.target);
  }
  for (const EdgeId edge : graph.in_edges(result))
    if (graph.edge(edge).relation == Relation::Reports) first(facts.paper, graph.edge(edge).source);
  return facts;
}

}  // namespace digestkg
