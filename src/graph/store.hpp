#pragma once
// What graphs and the views cut from them share: texts, listings and names of rules.

#include "base/text_pool.hpp"

#include <digestkg/graph.hpp>

#include <memory>
#include <vector>

namespace digestkg {

struct Graph::Store {
  std::shared_ptr<const Store> parent;  ///< keeps the texts of the graph that a view was cut from
  std::vector<Entry> entries;           ///< texts point into them
  TextPool texts;
  std::vector<Listing> listings;        ///< sorted by (paper, date)
  std::vector<std::string_view> rules;  ///< sorted
};

/// Takes the texts of `store`'s listings, which are `graph`'s, from papers, their authors and their edges to digests.
void fill_listings(const Graph& graph, Graph::Store& store);

}  // namespace digestkg
