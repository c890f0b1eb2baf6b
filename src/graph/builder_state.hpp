#pragma once
// What a GraphBuilder has collected; finish.cpp sorts it into a Graph.

#include "base/text_index.hpp"
#include "graph/store.hpp"

#include <digestkg/graph.hpp>

#include <memory>
#include <vector>

namespace digestkg {

template <class Item>
struct Owned {
  std::uint32_t owner;
  Item item;
};

struct GraphBuilder::State {
  std::shared_ptr<Graph::Store> store = std::make_shared<Graph::Store>();
  bool shares_listings = false;
  TextIndex iris;              ///< of nodes, by handle
  std::vector<KindSet> kinds;  ///< likewise
  std::vector<Edge> edges;     ///< with handles for ends; one edge may stand several times
  std::vector<Owned<Property>> node_properties, edge_properties;
  std::vector<Owned<Claim>> node_claims, edge_claims;
};

}  // namespace digestkg
