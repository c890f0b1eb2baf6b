// Entries in any order -> one for each paper and day, sorted.

#include "graph/listings.hpp"

#include <algorithm>
#include <compare>
#include <numeric>
#include <tuple>

namespace digestkg {

ListingOrder order_listings(const std::vector<Entry>& entries) {
  std::vector<std::uint32_t> order(entries.size());
  std::iota(order.begin(), order.end(), 0u);
  const auto before = [&](std::uint32_t i, std::uint32_t j) {
    const Entry &a = entries[i], &b = entries[j];
    if (const auto c = std::tie(a.id, a.date) <=> std::tie(b.id, b.date); std::is_neq(c)) return std::is_lt(c);
    return a.summary.size() != b.summary.size() ? a.summary.size() > b.summary.size() : a < b;
  };
  if (!std::ranges::is_sorted(order, before)) std::ranges::sort(order, before);
  ListingOrder listings;
  listings.kept.reserve(order.size());
  for (const std::uint32_t i : order) {
    const bool again = !listings.kept.empty() && entries[listings.kept.back()].id == entries[i].id &&
                       entries[listings.kept.back()].date == entries[i].date;
    (again ? listings.dropped : listings.kept).push_back(i);
  }
  return listings;
}

}  // namespace digestkg
