#pragma once
// What the models of relations see of an ordered pair of names.

#include "extract/comparisons.hpp"
#include "extract/scored_pairs.hpp"

#include <digestkg/extract.hpp>

#include <span>
#include <vector>

namespace digestkg {

/// What was read of the entry before its pairs are weighed.
struct PairContext {
  const Passage& passage;
  std::span<const ReportedResult> results;  ///< methods and benchmarks are entities of the scene
  std::span<const Claimed> claims;
  const std::vector<ScoredPair>& scored;  ///< settled
};

/// Whether a pair is worth weighing: the subject is a method that the paper introduces, that stands in a sentence with the object, or that
/// may be scored on it.
bool is_candidate_pair(const PairContext& context, std::size_t subject, std::size_t object);

/// What the words around an object tell of its pair with any subject of a role. Sink is HashedFeatures or NamedFeatures.
template <class Sink>
void object_features(const Passage& passage, Role subject, std::size_t object, Sink& sink);

/// What tells of one pair, besides the features of its object.
template <class Sink>
void pair_features(const PairContext& context, std::size_t subject, std::size_t object, Sink& sink);

}  // namespace digestkg
