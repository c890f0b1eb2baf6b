#pragma once
// The merge ledger: a step for everything that resolution joined or kept apart.

#include "graph/listings.hpp"
#include "graph/names.hpp"
#include "graph/same_names.hpp"

#include <digestkg/graph.hpp>

namespace digestkg {

struct LedgerSource {
  const std::vector<Entry>& entries;
  const ListingOrder& listings;
  const NameTable& names;
  const SameNames& same;
};

/// Steps for forms of one thing (`folded`, `acronym`, `alias`, `override`), `homonym`s and listings that were dropped.
void list_merges(const LedgerSource& source, Resolution& resolution, unsigned jobs);

}  // namespace digestkg
