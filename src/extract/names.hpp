#pragma once
// Candidates -> which of them are names of methods, benchmarks or datasets.

#include "extract/candidates.hpp"
#include "extract/linear_model.hpp"

#include <span>
#include <vector>

namespace digestkg {

/// A candidate that was taken, with the places it holds.
struct ChosenName {
  std::size_t candidate = 0;
  float probability = 0;
  std::vector<Span> places;  ///< sorted, disjoint over all chosen names
};

/// Features of candidate `i` among its rivals. Sink is HashedFeatures or NamedFeatures.
template <class Sink>
void name_features(const Document& document, std::span<const Candidate> candidates, std::span<const AcronymPair> pairs, std::size_t i, Sink& sink);

/// Takes candidates by falling probability, each where no better one stands, down to `threshold`. Sorted by first place.
std::vector<ChosenName> choose_names(std::span<const Candidate> candidates, std::span<const float> probabilities, float threshold);

}  // namespace digestkg
