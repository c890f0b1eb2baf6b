// GraphBuilder: collects nodes, edges, properties and claims, then sorts them into a Graph.

#include "graph/store.hpp"

#include <digestkg/topology.hpp>

#include <algorithm>
#include <numeric>
#include <tuple>
#include <unordered_map>

namespace digestkg {
namespace {

struct EdgeKey {
  GraphBuilder::Handle source;
  GraphBuilder::Handle target;
  Relation relation;
  bool operator==(const EdgeKey&) const = default;
};

struct EdgeKeyHash {
  std::size_t operator()(const EdgeKey& key) const noexcept {
    std::uint64_t h = (std::uint64_t{key.source} << 32 | key.target) * 0x9E3779B97F4A7C15u;
    h ^= (h >> 29) + static_cast<std::uint64_t>(key.relation) * 0xBF58476D1CE4E5B9u;
    return static_cast<std::size_t>(h ^ (h >> 32));
  }
};

struct OwnedProperty {
  std::uint32_t owner;
  Property property;
};
struct OwnedClaim {
  std::uint32_t owner;
  Claim claim;
};

/// order[i] is the old index of what comes i-th; rank is its inverse.
struct Permutation {
  std::vector<std::uint32_t> order, rank;
  template <class Less>
  Permutation(std::size_t count, Less less) : order(count), rank(count) {
    std::iota(order.begin(), order.end(), 0u);
    std::sort(order.begin(), order.end(), less);
    for (std::uint32_t i = 0; i < order.size(); ++i) rank[order[i]] = i;
  }
};

auto place(const Claim& c) { return std::tuple(c.listing, c.field, c.begin, c.end, c.rule); }

}  // namespace

struct GraphBuilder::State {
  std::shared_ptr<Graph::Store> store = std::make_shared<Graph::Store>();
  bool shares_listings = false;
  std::vector<Node> nodes;
  std::vector<Edge> edges;
  std::unordered_map<std::string_view, Handle> node_of;
  std::unordered_map<EdgeKey, Handle, EdgeKeyHash> edge_of;
  std::vector<OwnedProperty> node_properties, edge_properties;
  std::vector<OwnedClaim> node_claims, edge_claims;
};

GraphBuilder::GraphBuilder() : state_(std::make_unique<State>()) {}
GraphBuilder::GraphBuilder(const Graph& other) : GraphBuilder() {
  state_->store->parent = other.store_;
  state_->store->listings = other.store_->listings;
  state_->store->rules = other.store_->rules;
  state_->shares_listings = true;
}
GraphBuilder::GraphBuilder(GraphBuilder&&) noexcept = default;
GraphBuilder::~GraphBuilder() = default;

std::string_view GraphBuilder::keep(std::string_view text) { return state_->store->texts.keep(text); }
std::span<const std::string_view> GraphBuilder::keep(std::span<const std::string_view> list) {
  std::vector<std::string_view> kept;
  kept.reserve(list.size());
  for (const auto text : list) kept.push_back(keep(text));
  return state_->store->texts.keep_list(kept);
}

GraphBuilder::Handle GraphBuilder::node(std::string_view iri, KindSet kinds) {
  if (const auto known = state_->node_of.find(iri); known != state_->node_of.end()) {
    Node& node = state_->nodes[known->second];
    node.kinds = node.kinds | kinds;
    return known->second;
  }
  const auto handle = static_cast<Handle>(state_->nodes.size());
  const std::string_view kept = keep(iri);
  state_->nodes.push_back({kept, kinds, {}, {}});
  state_->node_of.emplace(kept, handle);
  return handle;
}

GraphBuilder::Handle GraphBuilder::edge(Handle source, Relation relation, Handle target) {
  const auto [at, fresh] = state_->edge_of.try_emplace({source, target, relation}, static_cast<Handle>(state_->edges.size()));
  if (fresh) state_->edges.push_back({source, target, relation, {}, {}});
  return at->second;
}

void GraphBuilder::set_node(Handle node, Key key, Value value) { state_->node_properties.push_back({node, {key, value}}); }
void GraphBuilder::set_edge(Handle edge, Key key, Value value) { state_->edge_properties.push_back({edge, {key, value}}); }
void GraphBuilder::claim_node(Handle node, const Claim& claim) { state_->node_claims.push_back({node, claim}); }
void GraphBuilder::claim_edge(Handle edge, const Claim& claim) { state_->edge_claims.push_back({edge, claim}); }

std::uint32_t GraphBuilder::listing(const Listing& listing) {
  state_->store->listings.push_back(listing);
  return static_cast<std::uint32_t>(state_->store->listings.size() - 1);
}

std::uint16_t GraphBuilder::rule(std::string_view name) {
  auto& rules = state_->store->rules;
  const auto at = std::ranges::find(rules, name);
  if (at != rules.end()) return static_cast<std::uint16_t>(at - rules.begin());
  rules.push_back(keep(name));
  return static_cast<std::uint16_t>(rules.size() - 1);
}

namespace {

/// Groups (owner, item) pairs by owner in the owners' new order and appends them to `all`; returns each owner's slice. `before` orders
/// the items of one owner, `fold` drops the later of two that stand for one.
template <class Owned, class Item, class Get, class Before, class Same>
std::vector<Slice> group(std::vector<Owned>& owned, const std::vector<std::uint32_t>& rank, std::vector<Item>& all, Get get, Before before,
                         Same same) {
  for (auto& o : owned) o.owner = rank[o.owner];
  std::stable_sort(owned.begin(), owned.end(), [&](const Owned& a, const Owned& b) {
    return a.owner != b.owner ? a.owner < b.owner : before(get(a), get(b));
  });
  std::vector<Slice> slices(rank.size());
  for (std::size_t i = 0; i < owned.size(); ++i) {
    Slice& slice = slices[owned[i].owner];
    if (slice.count == 0) slice.begin = static_cast<std::uint32_t>(all.size());
    if (slice.count > 0 && same(all.back(), get(owned[i]))) continue;
    all.push_back(get(owned[i]));
    ++slice.count;
  }
  return slices;
}

}  // namespace

Graph GraphBuilder::finish() {
  State& s = *state_;
  const auto less_listing = [&](const auto& a, const auto& b) {
    const Listing &x = s.store->listings[a], &y = s.store->listings[b];
    return std::tie(x.paper, x.date, a) < std::tie(y.paper, y.date, b);
  };
  const Permutation listing(s.store->listings.size(), less_listing);
  const Permutation rule(s.store->rules.size(), [&](auto a, auto b) { return s.store->rules[a] < s.store->rules[b]; });
  if (!s.shares_listings) {
    std::vector<Listing> sorted;
    sorted.reserve(listing.order.size());
    for (const auto i : listing.order) sorted.push_back(s.store->listings[i]);
    s.store->listings = std::move(sorted);
  }
  {
    std::vector<std::string_view> sorted;
    for (const auto i : rule.order) sorted.push_back(s.store->rules[i]);
    s.store->rules = std::move(sorted);
  }
  for (auto* claims : {&s.node_claims, &s.edge_claims})
    for (OwnedClaim& c : *claims) {
      if (!s.shares_listings) c.claim.listing = listing.rank[c.claim.listing];
      c.claim.rule = static_cast<std::uint16_t>(rule.rank[c.claim.rule]);
    }

  const Permutation node(s.nodes.size(), [&](auto a, auto b) { return s.nodes[a].iri < s.nodes[b].iri; });
  for (Edge& e : s.edges) {
    e.source = node.rank[e.source];
    e.target = node.rank[e.target];
  }
  const auto key = [&](auto i) { return std::tuple(s.edges[i].source, s.edges[i].relation, s.edges[i].target); };
  const Permutation edge(s.edges.size(), [&](auto a, auto b) { return key(a) < key(b); });

  Graph graph;
  const auto property = [](const OwnedProperty& o) -> const Property& { return o.property; };
  const auto claim = [](const OwnedClaim& o) -> const Claim& { return o.claim; };
  const auto by_key = [](const Property& a, const Property& b) { return a.key < b.key; };
  const auto same_key = [](Property& kept, const Property& next) {
    if (kept.key != next.key) return false;
    kept.value = next.value;  // the value set last stays
    return true;
  };
  const auto by_place = [](const Claim& a, const Claim& b) {
    return place(a) != place(b) ? place(a) < place(b) : a.confidence > b.confidence;
  };
  const auto same_place = [](const Claim& kept, const Claim& next) { return place(kept) == place(next); };
  const auto node_properties = group(s.node_properties, node.rank, graph.properties_, property, by_key, same_key);
  const auto edge_properties = group(s.edge_properties, edge.rank, graph.properties_, property, by_key, same_key);
  const auto node_claims = group(s.node_claims, node.rank, graph.claims_, claim, by_place, same_place);
  const auto edge_claims = group(s.edge_claims, edge.rank, graph.claims_, claim, by_place, same_place);

  graph.nodes_.reserve(s.nodes.size());
  for (std::uint32_t i = 0; i < node.order.size(); ++i) {
    Node n = s.nodes[node.order[i]];
    n.properties = node_properties[i];
    n.claims = node_claims[i];
    graph.nodes_.push_back(n);
  }
  graph.edges_.reserve(s.edges.size());
  for (std::uint32_t i = 0; i < edge.order.size(); ++i) {
    Edge e = s.edges[edge.order[i]];
    e.properties = edge_properties[i];
    e.claims = edge_claims[i];
    graph.edges_.push_back(e);
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
  first_out_.assign(nodes_.size() + 1, 0);
  first_in_.assign(nodes_.size() + 1, 0);
  for (const Edge& e : edges_) {
    ++first_out_[e.source + 1];
    ++first_in_[e.target + 1];
  }
  std::partial_sum(first_out_.begin(), first_out_.end(), first_out_.begin());
  std::partial_sum(first_in_.begin(), first_in_.end(), first_in_.begin());
  in_.resize(edges_.size());
  std::vector<std::uint32_t> next(first_in_.begin(), first_in_.end() - 1);
  for (EdgeId i = 0; i < edges_.size(); ++i) in_[next[edges_[i].target]++] = i;

  std::vector<std::pair<NodeId, NodeId>> ends;
  ends.reserve(edges_.size());
  for (const Edge& e : edges_) ends.emplace_back(e.source, e.target);
  topology_ = std::make_shared<const Topology>(Topology{Topology::Directed(boost::edges_are_sorted, ends.begin(), ends.end(),
                                                                           static_cast<NodeId>(nodes_.size()), static_cast<EdgeId>(ends.size()))});
}

}  // namespace digestkg
