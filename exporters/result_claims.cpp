// Claims of Results and of their edges -> those that are the same at all of them.

#include "exporters/result_claims.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace digestkg::exporters {
namespace {

/// A sentence read twice may give a number twice, with other ends and another confidence: then the claims of its edges differ.
bool same_reading(const Claim& a, const Claim& b) {
  const auto fields = [](const Claim& c) { return std::tie(c.listing, c.field, c.begin, c.end, c.rule, c.confidence); };
  return fields(a) == fields(b);
}

bool has(std::span<const Claim> claims, const Claim& claim) {
  return std::ranges::any_of(claims, [&](const Claim& known) { return same_reading(known, claim); });
}

}  // namespace

ResultClaims::ResultClaims(const Graph& graph) : graph_(graph) {
  for (NodeId id = 0; id < graph.nodes().size(); ++id) {
    const Node& node = graph.node(id);
    if (node.claims.count == 0) continue;
    whole_.resize(std::max<std::size_t>(whole_.size(), node.claims.begin + node.claims.count));
    const auto claims = graph.claims(node);
    for (std::size_t i = 0; i < claims.size(); ++i) whole_[node.claims.begin + i] = at_every_edge(id, claims[i]);
  }
}

bool ResultClaims::at_every_edge(NodeId id, const Claim& claim) const {
  const auto has_it = [&](const Edge& edge) { return has(graph_.claims(edge), claim); };
  return std::ranges::all_of(graph_.out_edges(id), has_it) &&
         std::ranges::all_of(graph_.in_edges(id), [&](EdgeId edge) { return has_it(graph_.edge(edge)); });
}

bool ResultClaims::is_whole(const Node& node, const Claim& claim) const {
  return whole_[node.claims.begin + static_cast<std::size_t>(&claim - graph_.claims(node).data())];
}

bool ResultClaims::says(const Edge& edge, const Claim& claim) const {
  return std::ranges::any_of(std::array{edge.source, edge.target}, [&](NodeId end) {
    const Node& node = graph_.node(end);
    const auto claims = graph_.claims(node);
    return std::ranges::any_of(claims, [&](const Claim& known) { return same_reading(known, claim) && is_whole(node, known); });
  });
}

}  // namespace digestkg::exporters
