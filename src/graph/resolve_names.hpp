#pragma once
// The two parts of resolve(), which do not look at each other: names and persons.

#include "graph/authors.hpp"
#include "graph/listings.hpp"

#include <digestkg/graph.hpp>

#include <vector>

namespace digestkg {

/// A Resolution without persons; its steps are in no order yet.
Resolution resolve_names(const std::vector<Entry>& entries, const ListingOrder& listings, const std::vector<Extraction>& extractions,
                         const Overrides* overrides, unsigned jobs);
/// Steps that propose handles that spell the name of a person with whom they share co-authors; joins nothing.
std::vector<ResolutionStep> propose_persons(const Authors& authors);
/// Makes the resolution whole.
void add_persons(std::vector<ResolutionStep> persons, Resolution& resolution);

}  // namespace digestkg
