#pragma once
// A weighted undirected graph -> communities of high modularity (Louvain), the same on every run.

#include <cstdint>
#include <span>
#include <vector>

namespace digestkg {

struct WeightedEdge {
  std::uint32_t a = 0, b = 0;
  float weight = 1;
};

/// Community of each of `count` nodes, numbered from 0 by size, largest first, ties by the smallest member. Close to linear in edges.
std::vector<std::uint32_t> louvain(std::size_t count, std::span<const WeightedEdge> edges);
/// Numbers groups anew: from 0 by size, largest first, ties by the smallest member.
void number_by_size(std::vector<std::uint32_t>& group_of);

}  // namespace digestkg
