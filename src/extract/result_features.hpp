#pragma once
// What the models of results see. Each function takes HashedFeatures when reading and NamedFeatures when weights are fitted.

#include "extract/attachment.hpp"
#include "extract/metric_phrases.hpp"

#include <span>

namespace digestkg {

/// What was decided of the number before it in the sentence.
struct Before {
  bool present = false;  ///< it was a result
  bool change = false;
  std::int16_t entity = -1;  ///< what it was attached to
};

/// For whether a number is a result, and whether it is a change.
template <class Sink>
void number_features(const Passage& passage, const NumberSite& site, Before before, Sink& sink);

/// For whether `phrase` (one of `rivals`) is what the number measures.
template <class Sink>
void metric_features(const Passage& passage, const NumberSite& site, const MetricPhrase& phrase, std::span<const MetricPhrase> rivals,
                     Sink& sink);

/// For whether the number belongs to `entity`; -1: to none of its sort that is named. `metric` is the head of what it measures.
template <class Sink>
void attachment_features(Sort sort, const Passage& passage, const NumberSite& site, const Proposals& proposals, std::int16_t entity,
                         Before before, Part metric, Sink& sink);

}  // namespace digestkg
