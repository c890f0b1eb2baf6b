#pragma once
// A result as it was read -> how sure it is as a whole: number, metric, method and benchmark together.

#include "extract/number_site.hpp"

#include <digestkg/extract.hpp>

namespace digestkg {

/// How sure each choice was that made a result: the number's own probability, and the share of each choice among its rivals.
struct ResultParts {
  std::uint16_t site = 0;  ///< of the number
  float number = 0, metric = 1, method = 0, benchmark = 0;
};

/// Features of a finished result, whose confidence is still the product of its parts. Sink is HashedFeatures or NamedFeatures.
template <class Sink>
void trust_features(const Passage& passage, const NumberSite& site, const ReportedResult& result, const ResultParts& parts, Sink& sink);

}  // namespace digestkg
