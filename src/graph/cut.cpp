// Days, least confidence and least weight -> the part of a graph that they leave.

#include "graph/cut.hpp"

#include <algorithm>

namespace digestkg {
namespace {

/// The view of authors weighs joint papers.
bool weighs_claims(const ViewRequest& request) { return request.min_weight > 0 && request.kind != ViewKind::Authors; }

struct Limits {
  const Graph& graph;
  const ViewRequest& request;

  bool on(std::string_view date) const {
    return (request.since.empty() || date >= request.since) && (request.until.empty() || date <= request.until);
  }
  bool on(const Claim& claim) const { return on(graph.listing(claim).date); }
  bool hold(std::span<const Claim> claims) const {
    const auto weight = static_cast<double>(std::ranges::count_if(claims, [&](const Claim& c) { return on(c); }));
    return weight >= least_claims() &&
           std::ranges::any_of(claims, [&](const Claim& c) { return on(c) && c.confidence >= request.min_confidence; });
  }
  /// What can be said of a node without its edges.
  bool hold(const Node& node) const {
    if (node.kinds.has(Kind::Result)) return hold(graph.claims(node));
    if (node.kinds.has(Kind::Digest)) return on(graph.text(node, Key::Date));
    return true;
  }
  double least_claims() const { return weighs_claims(request) ? request.min_weight : 0; }
  bool listed(NodeId paper) const {
    if (on(graph.text(graph.node(paper), Key::Date))) return true;
    return std::ranges::any_of(graph.out_edges(paper), [&](const Edge& e) {
      return e.relation == Relation::ListedIn && on(graph.text(graph.node(e.target), Key::Date));
    });
  }
};

}  // namespace

std::optional<Graph> within_limits(const Graph& graph, const ViewRequest& request) {
  if (request.since.empty() && request.until.empty() && request.min_confidence <= 0 && !weighs_claims(request)) return std::nullopt;
  const Limits limits{graph, request};
  Selection selection(graph);
  for (NodeId id = 0; id < graph.nodes().size(); ++id) {
    const Node& node = graph.node(id);
    selection.nodes[id] = node.kinds.has(Kind::Paper) ? limits.listed(id) : limits.hold(node);
  }
  std::vector<bool> touched(graph.nodes().size());
  for (EdgeId id = 0; id < graph.edges().size(); ++id) {
    const Edge& edge = graph.edge(id);
    if (!selection.has(edge) || (info(edge.relation).from_text && !limits.hold(graph.claims(edge)))) continue;
    selection.edges[id] = touched[edge.source] = touched[edge.target] = true;
  }
  for (NodeId id = 0; id < graph.nodes().size(); ++id)
    if (!touched[id] && !graph.node(id).kinds.has(Kind::Paper)) selection.nodes[id] = false;
  return copy(graph, selection, [&](const Claim& claim) { return limits.on(claim); }).builder.finish();
}

}  // namespace digestkg
