#pragma once
// A part of a graph -> a graph of its own that shares the whole one's texts, listings and rules.

#include <digestkg/graph.hpp>
#include <digestkg/view.hpp>

#include <concepts>
#include <optional>
#include <vector>

namespace digestkg {

/// What to keep of a graph; an edge needs both its ends.
struct Selection {
  std::vector<bool> nodes, edges;

  explicit Selection(const Graph& graph) : nodes(graph.nodes().size()), edges(graph.edges().size()) {}
  bool has(const Edge& edge) const { return nodes[edge.source] && nodes[edge.target]; }
  /// Keeps every edge between nodes that are kept.
  void induce(const Graph& graph) {
    for (EdgeId e = 0; e < edges.size(); ++e) edges[e] = has(graph.edge(e));
  }
};

/// A builder that holds a copy of what was selected, and where each node went.
struct Copy {
  GraphBuilder builder;
  std::vector<GraphBuilder::Handle> handles;  ///< by NodeId of the whole graph; `absent` when not selected
  static constexpr GraphBuilder::Handle absent = ~GraphBuilder::Handle{0};
};

/// Copies the selected nodes and edges with their properties, and those of their claims that `keep` accepts.
template <std::predicate<const Claim&> Keep>
Copy copy(const Graph& graph, const Selection& selection, Keep keep) {
  Copy out{GraphBuilder(graph), std::vector<GraphBuilder::Handle>(graph.nodes().size(), Copy::absent)};
  for (NodeId id = 0; id < graph.nodes().size(); ++id) {
    if (!selection.nodes[id]) continue;
    const Node& node = graph.node(id);
    const auto handle = out.handles[id] = out.builder.node(node.iri, node.kinds);
    for (const Property& p : graph.properties(node)) out.builder.set_node(handle, p.key, p.value);
    for (const Claim& claim : graph.claims(node))
      if (keep(claim)) out.builder.claim_node(handle, claim);
  }
  for (EdgeId id = 0; id < graph.edges().size(); ++id) {
    const Edge& edge = graph.edge(id);
    if (!selection.edges[id] || !selection.has(edge)) continue;
    const auto handle = out.builder.edge(out.handles[edge.source], edge.relation, out.handles[edge.target]);
    for (const Property& p : graph.properties(edge)) out.builder.set_edge(handle, p.key, p.value);
    for (const Claim& claim : graph.claims(edge))
      if (keep(claim)) out.builder.claim_edge(handle, claim);
  }
  return out;
}
inline Copy copy(const Graph& graph, const Selection& selection) {
  return copy(graph, selection, [](const Claim&) { return true; });
}

/// The graph without what the request's days, least confidence and least weight exclude; empty when they exclude nothing. A fact stays when a claim
/// of it stays, a paper when a listing of it does, a name when a fact about it does.
std::optional<Graph> within_limits(const Graph& graph, const ViewRequest& request);

}  // namespace digestkg
