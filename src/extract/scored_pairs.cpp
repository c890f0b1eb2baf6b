// Pairs as numbers propose them -> one of each, sorted.

#include "extract/scored_pairs.hpp"

#include <algorithm>
#include <tuple>

namespace digestkg {
namespace {

std::pair<std::int16_t, std::int16_t> names(const ScoredPair& p) { return {p.method, p.benchmark}; }

}  // namespace

void settle(std::vector<ScoredPair>& pairs) {
  std::ranges::sort(pairs, {}, [](const ScoredPair& p) { return std::tuple(p.method, p.benchmark, -p.probability); });
  const auto rest = std::ranges::unique(pairs, {}, names);
  pairs.erase(rest.begin(), rest.end());
}

float probability_of(const std::vector<ScoredPair>& pairs, std::int16_t method, std::int16_t benchmark) {
  const auto pair = std::ranges::lower_bound(pairs, std::pair(method, benchmark), {}, names);
  return pair != pairs.end() && names(*pair) == std::pair(method, benchmark) ? pair->probability : 0;
}

}  // namespace digestkg
