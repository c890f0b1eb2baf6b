#pragma once
// Which method has its own score on which benchmark: all that numbers may hold for, not the best reading alone.

#include <cstdint>
#include <vector>

namespace digestkg {

/// At least one number of the passage may be the score of `method` on `benchmark`; both are entities of the scene.
struct ScoredPair {
  std::int16_t method, benchmark;
  float probability;  ///< of the number that says it most clearly
};

/// Sorts by method and benchmark and keeps the most probable of each pair.
void settle(std::vector<ScoredPair>& pairs);

/// Probability that the pair is scored; 0 when nothing says so. `pairs` are settled.
float probability_of(const std::vector<ScoredPair>& pairs, std::int16_t method, std::int16_t benchmark);

}  // namespace digestkg
