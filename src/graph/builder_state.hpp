#pragma once
// What a GraphBuilder has collected; finish.cpp sorts it into a Graph.

#include "base/chunked_list.hpp"
#include "base/text_index.hpp"
#include "graph/store.hpp"

#include <digestkg/graph.hpp>

#include <memory>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <vector>

namespace digestkg {

/// An edge as it was told; one edge may be told several times.
struct Told {
  GraphBuilder::Handle source, target;
  Relation relation;
};

template <class Item>
struct Owned {
  std::uint32_t owner;
  Item item;
};

/// The owner stands where a Property has a gap: a fifth less.
template <>
struct Owned<Property> {
  Owned(std::uint32_t of, const Property& property) : owner(of), key(property.key), value(property.value) {}
  std::uint32_t owner;
  Key key;
  Value value;
};

template <class Item>
Item item_of(const Owned<Item>& owned) {
  if constexpr (std::is_same_v<Item, Property>) return {owned.key, owned.value};
  else return owned.item;
}

struct GraphBuilder::State {
  void put_nodes(const std::vector<std::uint32_t>& order, Graph& graph);
  void sort_texts();
  void put_node_properties(const std::vector<std::uint32_t>& rank, Ranks ranks, Graph& graph);
  void put_edge_properties(const std::vector<std::uint32_t>& rank, Graph& graph);
  void put_claims(const std::vector<std::uint32_t>& node_rank, const std::vector<std::uint32_t>& edge_rank, Graph& graph);

  std::shared_ptr<Graph::Store> store = std::make_shared<Graph::Store>();
  bool shares_listings = false;
  TextIndex iris;              ///< of nodes, by handle
  std::unordered_map<std::string_view, std::uint16_t> rules;  ///< numbers of the store's
  std::vector<KindSet> kinds;  ///< likewise
  ChunkedList<Told> edges;
  ChunkedList<Owned<Property>> node_properties, edge_properties;
  ChunkedList<Owned<Claim>> node_claims, edge_claims;
};

}  // namespace digestkg
