#pragma once
// How Gephi and its kin draw a node: colour by kind, size by importance.

#include <digestkg/graph.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace digestkg::exporters {

struct Colour {
  std::uint8_t red = 0, green = 0, blue = 0;
};
/// Told apart by colour-blind readers too, with a contrast of at least 4.5 to white for kinds that carry names.
Colour colour(Kind kind);
/// `#0B66DC`
std::string hex(Colour colour);

/// Sizes of all nodes of one graph, the least 4 and the greatest 100: by the square root of PageRank, or of the degree when no node has PageRank.
class Sizes {
 public:
  explicit Sizes(const Graph& graph);
  double of(NodeId node) const { return sizes_[node]; }

 private:
  std::vector<double> sizes_;
};

}  // namespace digestkg::exporters
