#pragma once
// The days on which the nodes and edges of a graph were in the digests, for timelines.

#include <digestkg/graph.hpp>

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace digestkg::exporters {

/// Days from `start` to `end`, both inclusive: `2025-09-12`.
struct Spell {
  std::string_view start, end;
  auto operator<=>(const Spell&) const = default;
};

/// An edge is there on the days of its claims; one without claims on the days its paper is listed, LISTED_IN on its own day. A node is
/// there whenever one of its edges is, a paper on the days of its listings. Days in a row are one spell. What has no day at all, and
/// what such an edge touches, has no spell: it is always there.
class Spells {
 public:
  explicit Spells(const Graph& graph);
  std::span<const Spell> of_node(NodeId node) const { return part(node_slices_[node]); }
  std::span<const Spell> of_edge(EdgeId edge) const { return part(edge_slices_[edge]); }
  bool empty() const { return spells_.empty(); }

 private:
  std::span<const Spell> part(Slice slice) const { return std::span(spells_).subspan(slice.begin, slice.count); }
  std::vector<Spell> spells_;
  std::vector<Slice> node_slices_, edge_slices_;
};

}  // namespace digestkg::exporters
