#pragma once
// Bodies that repel each other and springs between them -> positions at rest (ForceAtlas2 with a Barnes-Hut tree).

#include "graph/louvain.hpp"

#include <span>
#include <vector>

namespace digestkg {

struct Point {
  float x = 0, y = 0;
};

struct Forces {
  int steps = 300;
  float repulsion = 60;
  float gravity = 0.05F;  ///< to the origin, by mass and distance
  float stride = 40;      ///< longest way of a body in the first step
};

/// Moves `at` from where the caller put it. steps * n log n; the same on every run.
void settle(std::vector<Point>& at, std::span<const float> mass, std::span<const WeightedEdge> springs, const Forces& forces);

}  // namespace digestkg
