#pragma once
// Chosen names -> the things they are: forms of one thing joined, kinds read from context, what the paper introduces.

#include "extract/entity.hpp"
#include "extract/names.hpp"

#include <span>
#include <vector>

namespace digestkg {

// Near the best F1 of cross-validation (docs/extraction.md).
inline constexpr float name_threshold = 0.50F;
inline constexpr float intro_threshold = 0.40F;

/// Joins names that are one thing: acronym and long form, side by side or by initials, spelling variants, forms that the lexicon has under
/// one name. The scene's kinds and introductions are not set yet.
Scene join_names(const Document& document, std::span<const Candidate> candidates, std::span<const AcronymPair> pairs,
                 const std::vector<ChosenName>& chosen);

/// Features of entity `e` for its kind. Sink is HashedFeatures or NamedFeatures.
template <class Sink>
void kind_features(const Scene& scene, std::size_t e, Sink& sink);

/// Features of entity `e` for being introduced by the paper, beyond those for its kind; kinds must be set.
template <class Sink>
void add_intro_features(const Scene& scene, std::size_t e, Sink& sink);

/// All features of entity `e` for being introduced by the paper; kinds must be set.
template <class Sink>
void intro_features(const Scene& scene, std::size_t e, Sink& sink) {
  kind_features(scene, e, sink);
  add_intro_features(scene, e, sink);
}

/// Sets kind and also from kind_probability, introduced from intro_probability (by intro_threshold), and chooses the main method.
void settle(Scene& scene);

}  // namespace digestkg
