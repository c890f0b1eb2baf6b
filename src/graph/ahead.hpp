#pragma once
// Nodes and edges in a writer's order, with the texts of those to come on their way from memory.

#include <digestkg/graph.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <variant>

namespace digestkg {

/// First step: what the second step reads.
inline void locate(const Graph&, const Node&) {}
inline void locate(const Graph& graph, const Edge& edge) { __builtin_prefetch(&graph.node(edge.target)); }

/// Second step: a node's IRI and first property, mostly its name.
inline void fetch(const Graph& graph, const Node& node) {
  __builtin_prefetch(node.iri.data());
  const auto properties = graph.properties(node);
  if (properties.empty()) return;
  if (const auto* text = std::get_if<std::string_view>(&properties.front().value)) __builtin_prefetch(text->data());
}

/// Second step: the target's IRI and both ends of the sentence of the first claim.
inline void fetch(const Graph& graph, const Edge& edge) {
  __builtin_prefetch(graph.node(edge.target).iri.data());
  const auto claims = graph.claims(edge);
  if (claims.empty()) return;
  const Claim& claim = claims.front();
  const Listing& listing = graph.listing(claim);
  const std::string_view text = claim.field == Field::Title ? listing.title : listing.summary;
  for (const std::uint32_t at : {claim.begin, claim.end})
    if (at < text.size()) __builtin_prefetch(text.data() + at);  // ranges that others wrote may lie outside
}

/// Calls visit(item) for each node or edge. Sorted by IRI, their texts lie all over memory; who asks for them only when he needs them
/// waits for a quarter of his time.
template <class Items, class Visit>
void visit_ahead(const Graph& graph, const Items& items, Visit visit) {
  constexpr std::size_t ahead = 6;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i + 2 * ahead < items.size()) locate(graph, items[i + 2 * ahead]);
    if (i + ahead < items.size()) fetch(graph, items[i + ahead]);
    visit(items[i]);
  }
}

}  // namespace digestkg
