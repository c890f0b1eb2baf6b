#pragma once
// An undirected graph -> a map of it: communities as islands, each with its own shores, leaves as florets round what they hang on.

#include "graph/force.hpp"

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace digestkg {

struct Layout {
  static constexpr std::uint32_t no_island = std::numeric_limits<std::uint32_t>::max();
  std::vector<Point> at;              ///< of each node
  std::vector<std::uint32_t> island;  ///< community; no_island outside of the largest component
};

/// The same on every run. About n log n: 31,000 nodes take some seconds at most.
Layout lay_out(std::size_t count, std::span<const WeightedEdge> edges);

}  // namespace digestkg
