// What a GraphBuilder has collected -> a Graph, sorted by content.

#include "graph/builder_state.hpp"

#include <digestkg/topology.hpp>

#include <algorithm>
#include <numeric>
#include <span>
#include <tuple>

namespace digestkg {
namespace {

/// order[i] is the old index of what comes i-th; rank is its inverse.
struct Permutation {
  std::vector<std::uint32_t> order, rank;
  template <class Less>
  Permutation(std::size_t count, Less less) : order(count), rank(count) {
    std::iota(order.begin(), order.end(), 0u);
    if (!std::is_sorted(order.begin(), order.end(), less)) std::sort(order.begin(), order.end(), less);
    for (std::uint32_t i = 0; i < order.size(); ++i) rank[order[i]] = i;
  }
};

/// Where the items of each owner begin when they are grouped by owner; one more than there are owners.
template <class Items, class OwnerOf>
std::vector<std::uint32_t> starts(const Items& items, std::size_t owners, OwnerOf owner_of) {
  std::vector<std::uint32_t> first(owners + 1, 0);
  for (const auto& item : items) ++first[owner_of(item) + 1];
  std::partial_sum(first.begin(), first.end(), first.begin());
  return first;
}

/// Items grouped by owner in the owners' new order, in the order in which they came within one.
template <class Items, class OwnerOf, class ItemOf>
auto scatter(const Items& items, const std::vector<std::uint32_t>& first, OwnerOf owner_of, ItemOf item_of) {
  std::vector<std::decay_t<decltype(item_of(items.front(), 0u))>> grouped(items.size());
  std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
  for (std::uint32_t i = 0; i < items.size(); ++i) grouped[next[owner_of(items[i])]++] = item_of(items[i], i);
  return grouped;
}

/// Appends the items of each owner to `all`, sorted by `less`; of two that are the same, `same` says so and may change the one that
/// stays. Returns each owner's slice.
template <class Item, class Less, class Same>
std::vector<Slice> group(std::vector<Owned<Item>>& owned, const std::vector<std::uint32_t>& rank, std::size_t owners, std::vector<Item>& all,
                         Less less, Same same) {
  const auto owner_of = [&](const Owned<Item>& o) { return rank[o.owner]; };
  const auto first = starts(owned, owners, owner_of);
  auto grouped = scatter(owned, first, owner_of, [](const Owned<Item>& o, std::uint32_t) { return o.item; });
  std::vector<Owned<Item>>().swap(owned);
  std::vector<Slice> slices(owners);
  all.reserve(all.size() + grouped.size());
  for (std::size_t i = 0; i < owners; ++i) {
    const std::span items(grouped.begin() + first[i], grouped.begin() + first[i + 1]);
    if (!std::is_sorted(items.begin(), items.end(), less)) std::stable_sort(items.begin(), items.end(), less);
    slices[i].begin = static_cast<std::uint32_t>(all.size());
    for (const Item& item : items)
      if (all.size() == slices[i].begin || !same(all.back(), item)) all.push_back(item);
    slices[i].count = static_cast<std::uint32_t>(all.size()) - slices[i].begin;
  }
  return slices;
}

/// The edges, each once, sorted by (source, relation, target), and for each that was collected its place among them.
struct SortedEdges {
  std::vector<Edge> edges;
  std::vector<std::uint32_t> rank;

  SortedEdges(const std::vector<Edge>& collected, const std::vector<std::uint32_t>& node_rank) : rank(collected.size()) {
    struct Ref {
      std::uint64_t key;  ///< relation, then target
      std::uint32_t index;
      auto operator<=>(const Ref&) const = default;
    };
    const auto source_of = [&](const Edge& e) { return node_rank[e.source]; };
    const auto first = starts(collected, node_rank.size(), source_of);
    auto refs = scatter(collected, first, source_of, [&](const Edge& e, std::uint32_t i) {
      return Ref{std::uint64_t{static_cast<std::uint8_t>(e.relation)} << 32 | node_rank[e.target], i};
    });
    edges.reserve(collected.size());
    for (NodeId source = 0; source < node_rank.size(); ++source) {
      const std::span out(refs.begin() + first[source], refs.begin() + first[source + 1]);
      if (!std::ranges::is_sorted(out)) std::ranges::sort(out);
      for (std::size_t i = 0; i < out.size(); ++i) {
        if (i == 0 || out[i].key != out[i - 1].key)
          edges.push_back({source, static_cast<NodeId>(out[i].key), collected[out[i].index].relation, {}, {}});
        rank[out[i].index] = static_cast<std::uint32_t>(edges.size() - 1);
      }
    }
  }
};

auto place(const Claim& c) { return std::tuple(c.listing, c.field, c.begin, c.end, c.rule); }
bool before(const Claim& a, const Claim& b) { return place(a) != place(b) ? place(a) < place(b) : a.confidence > b.confidence; }
bool same_claim(const Claim& kept, const Claim& next) { return place(kept) == place(next); }

bool before_key(const Property& a, const Property& b) { return a.key < b.key; }
/// The value set last stays.
bool same_key(Property& kept, const Property& next) {
  if (kept.key != next.key) return false;
  kept.value = next.value;
  return true;
}

template <class T>
std::vector<T> permuted(const std::vector<T>& items, const std::vector<std::uint32_t>& order) {
  std::vector<T> sorted;
  sorted.reserve(items.size());
  for (const std::uint32_t i : order) sorted.push_back(items[i]);
  return sorted;
}

}  // namespace

Graph GraphBuilder::finish() {
  State& s = *state_;
  auto& [parent, texts, listings, rules] = *s.store;
  const Permutation rule(rules.size(), [&](auto a, auto b) { return rules[a] < rules[b]; });
  rules = permuted(rules, rule.order);
  for (auto* claims : {&s.node_claims, &s.edge_claims})
    for (Owned<Claim>& c : *claims) c.item.rule = static_cast<std::uint16_t>(rule.rank[c.item.rule]);
  if (!s.shares_listings) {
    const Permutation listing(listings.size(), [&](auto a, auto b) {
      return std::tie(listings[a].paper, listings[a].date, a) < std::tie(listings[b].paper, listings[b].date, b);
    });
    listings = permuted(listings, listing.order);
    for (auto* claims : {&s.node_claims, &s.edge_claims})
      for (Owned<Claim>& c : *claims) c.item.listing = listing.rank[c.item.listing];
  }

  const Permutation node(s.kinds.size(), [&](auto a, auto b) { return s.iris[a] < s.iris[b]; });
  Graph graph;
  const auto node_properties = group(s.node_properties, node.rank, s.kinds.size(), graph.properties_, before_key, same_key);
  const auto node_claims = group(s.node_claims, node.rank, s.kinds.size(), graph.claims_, before, same_claim);
  graph.nodes_.reserve(s.kinds.size());
  for (std::uint32_t i = 0; i < node.order.size(); ++i)
    graph.nodes_.push_back({s.iris[node.order[i]], s.kinds[node.order[i]], node_properties[i], node_claims[i]});

  SortedEdges sorted(s.edges, node.rank);
  std::vector<Edge>().swap(s.edges);
  graph.edges_ = std::move(sorted.edges);
  const auto edge_properties = group(s.edge_properties, sorted.rank, graph.edges_.size(), graph.properties_, before_key, same_key);
  const auto edge_claims = group(s.edge_claims, sorted.rank, graph.edges_.size(), graph.claims_, before, same_claim);
  for (EdgeId i = 0; i < graph.edges_.size(); ++i) {
    graph.edges_[i].properties = edge_properties[i];
    graph.edges_[i].claims = edge_claims[i];
  }
  graph.store_ = std::move(s.store);
  graph.index();
  state_ = std::make_unique<State>();
  return graph;
}

Graph GraphBuilder::finish_archive(bool rank) {
  const std::shared_ptr<Graph::Store> store = state_->store;
  Graph graph = finish();
  fill_listings(graph, *store);
  if (rank) graph.rank();
  return graph;
}

void Graph::index() {
  first_out_ = starts(edges_, nodes_.size(), [](const Edge& e) { return e.source; });
  first_in_ = starts(edges_, nodes_.size(), [](const Edge& e) { return e.target; });
  in_ = scatter(edges_, first_in_, [](const Edge& e) { return e.target; }, [](const Edge&, std::uint32_t i) { return EdgeId{i}; });

  std::vector<std::pair<NodeId, NodeId>> ends;
  ends.reserve(edges_.size());
  for (const Edge& e : edges_) ends.emplace_back(e.source, e.target);
  topology_ = std::make_shared<const Topology>(Topology{Topology::Directed(boost::edges_are_sorted, ends.begin(), ends.end(),
                                                                           static_cast<NodeId>(nodes_.size()), static_cast<EdgeId>(ends.size()))});
}

}  // namespace digestkg
