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

/// Features of candidate `i` itself: its form, where it was proposed, what is known of it. Sink is HashedFeatures or NamedFeatures.
template <class Sink>
void own_features(const Document& document, std::span<const Candidate> candidates, std::span<const AcronymPair> pairs, std::size_t i, Sink& sink);

/// Features of the places where it stands: its rivals there and the words around.
template <class Sink>
void surrounding_features(const Document& document, std::span<const Candidate> candidates, std::size_t i, Sink& sink);

/// How probably each candidate is a name, by all its features. Where what it is itself speaks so clearly against it that its places hardly
/// ever outweigh that, they are not looked at and the probability is 0: half of the archive's 70,830 candidates, one name among them.
void weigh_candidates(const Document& document, std::span<const Candidate> candidates, std::span<const AcronymPair> pairs, const LinearModel& names,
                      HashedFeatures& features, std::vector<float>& probabilities);

/// Takes candidates by falling probability, each where no better one stands, down to `threshold`. Sorted by first place.
std::vector<ChosenName> choose_names(std::span<const Candidate> candidates, std::span<const float> probabilities, float threshold);

}  // namespace digestkg
