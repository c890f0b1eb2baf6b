#pragma once
// Which claims of a Result are those of all of its edges, too: RDF says such a claim once.

#include <digestkg/graph.hpp>

#include <vector>

namespace digestkg::exporters {

class ResultClaims {
 public:
  /// Keeps a reference to `graph`. Linear in the edges of nodes that have claims.
  explicit ResultClaims(const Graph& graph);

  /// True when every edge at `node` has `claim`, one of the node's own: its reader may take it for each edge's.
  bool is_whole(const Node& node, const Claim& claim) const;
  /// True when a node at an end of `edge` says this claim for all of its edges.
  bool says(const Edge& edge, const Claim& claim) const;

 private:
  bool at_every_edge(NodeId id, const Claim& claim) const;

  const Graph& graph_;
  std::vector<bool> whole_;  ///< by place in the graph's claims, those of nodes
};

}  // namespace digestkg::exporters
