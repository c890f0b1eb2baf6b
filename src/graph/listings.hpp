#pragma once
// The entries that count: one for each paper and day.

#include <digestkg/digest.hpp>

#include <cstdint>
#include <vector>

namespace digestkg {

struct ListingOrder {
  std::vector<std::uint32_t> kept;     ///< indices of entries, sorted by (id, date)
  std::vector<std::uint32_t> dropped;  ///< same paper and day as one that is kept, with a shorter summary; sorted likewise
};

/// A paper that one day lists twice with two texts is one listing: the longest summary stays. Any order of `entries` gives the same entries.
ListingOrder order_listings(const std::vector<Entry>& entries);

}  // namespace digestkg
