// What a GraphBuilder has collected -> a Graph, sorted by content.

#include "base/parallel.hpp"
#include "graph/builder_state.hpp"
#include "graph/text_order.hpp"

#include <digestkg/topology.hpp>

#include <boost/iterator/transform_iterator.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <numeric>
#include <span>
#include <tuple>

namespace digestkg {
namespace {

/// order[i] is the old index of what comes i-th; rank is its inverse.
struct Permutation {
  std::vector<std::uint32_t> order, rank;
  template <class Less>
  Permutation(std::size_t count, Less less) : order(count) {
    std::iota(order.begin(), order.end(), 0u);
    if (!std::is_sorted(order.begin(), order.end(), less)) std::sort(order.begin(), order.end(), less);
    invert();
  }
  explicit Permutation(std::vector<std::uint32_t> sorted) : order(std::move(sorted)) { invert(); }

 private:
  void invert() {
    rank.resize(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) rank[order[i]] = i;
  }
};

/// Where the items of each owner begin when they are grouped by owner; one more than there are owners. `each` calls a function with the
/// owner of every item.
template <class Each>
std::vector<std::uint32_t> starts(std::size_t owners, Each each) {
  std::vector<std::uint32_t> first(owners + 1, 0);
  each([&](std::uint32_t owner, std::size_t items = 1) { first[owner + 1] += static_cast<std::uint32_t>(items); });
  std::partial_sum(first.begin(), first.end(), first.begin());
  return first;
}

/// Appends the items of each owner to `all`, sorted by `less`, and empties `owned`; of two that are the same, `same` says so and may
/// change the one that stays. `more(i)` gives what owner i has besides, `put` gets his slice. `all` has room for them, so that nothing
/// stands in memory twice for long.
template <class Item, class Less, class Same, class More, class Put>
void group(ChunkedList<Owned<Item>>& owned, const std::vector<std::uint32_t>& rank, std::size_t owners, std::vector<Item>& all, Less less,
           Same same, More more, Put put) {
  auto next = starts(owners, [&](auto count) {
    owned.for_each([&](const Owned<Item>& o) { count(rank[o.owner]); });
    for (std::uint32_t i = 0; i < owners; ++i) count(i, more(i).size());
  });
  const auto begin = all.size();
  all.resize(begin + next.back());
  owned.drain([&](const Owned<Item>& o) { all[begin + next[rank[o.owner]]++] = item_of(o); });
  std::size_t kept = begin;
  for (std::uint32_t i = 0; i < owners; ++i) {
    for (const Item& item : more(i)) all[begin + next[i]++] = item;
    const std::size_t first = i == 0 ? 0 : next[i - 1];  // by now each owner's next is where his items end
    const std::span items(all.data() + begin + first, next[i] - first);
    if (!std::is_sorted(items.begin(), items.end(), less)) std::stable_sort(items.begin(), items.end(), less);
    const std::size_t first_kept = kept;
    for (const Item& item : items)
      if (kept == first_kept || !same(all[kept - 1], item)) all[kept++] = item;
    put(i, Slice{static_cast<std::uint32_t>(first_kept), static_cast<std::uint32_t>(kept - first_kept)});
  }
  all.resize(kept);
}

/// The edges, each once, sorted by (source, relation, target), and for each that was told its place among them.
struct SortedEdges {
  std::vector<Edge> edges;
  std::vector<std::uint32_t> rank;

  SortedEdges(ChunkedList<Told>& told, const std::vector<std::uint32_t>& node_rank) : rank(told.size()) {
    struct Ref {
      NodeId target;
      std::uint32_t index;
      Relation relation;
      auto place() const { return std::pair(relation, target); }
      bool operator<(const Ref& other) const { return std::tuple(place(), index) < std::tuple(other.place(), other.index); }
    };
    auto next = starts(node_rank.size(), [&](auto count) { told.for_each([&](const Told& t) { count(node_rank[t.source]); }); });
    std::vector<Ref> refs(told.size());
    told.drain([&, index = std::uint32_t{0}](const Told& t) mutable {
      refs[next[node_rank[t.source]]++] = {node_rank[t.target], index++, t.relation};
    });
    edges.reserve(refs.size());
    for (NodeId source = 0; source < node_rank.size(); ++source) {
      const std::uint32_t first = source == 0 ? 0 : next[source - 1];  // by now each one's next is where its edges end
      const std::span out(refs.data() + first, next[source] - first);
      if (!std::is_sorted(out.begin(), out.end())) std::sort(out.begin(), out.end());
      for (std::size_t i = 0; i < out.size(); ++i) {
        if (i == 0 || out[i].place() != out[i - 1].place()) edges.push_back({source, out[i].target, out[i].relation, {}, {}});
        rank[out[i].index] = static_cast<std::uint32_t>(edges.size() - 1);
      }
    }
  }
};

template <class Item>
std::span<const Item> nothing_more(std::uint32_t) { return {}; }

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

/// Rules and listings, and what claims call them.
void GraphBuilder::State::sort_texts() {
  std::vector<Listing>& listings = store->listings;
  const Permutation rule(store->rules.size(), [&](auto a, auto b) { return store->rules[a] < store->rules[b]; });
  store->rules = permuted(store->rules, rule.order);
  Permutation listing(0, std::less<>());
  if (!shares_listings) {
    listing = Permutation(listings.size(), [&](auto a, auto b) {
      return std::tie(listings[a].paper, listings[a].date, a) < std::tie(listings[b].paper, listings[b].date, b);
    });
    listings = permuted(listings, listing.order);
  }
  for (auto* claims : {&node_claims, &edge_claims})
    claims->for_each([&](Owned<Claim>& c) {
      c.item.rule = static_cast<std::uint16_t>(rule.rank[c.item.rule]);
      if (!shares_listings) c.item.listing = listing.rank[c.item.listing];
    });
}

void GraphBuilder::State::put_nodes(const std::vector<std::uint32_t>& order, Graph& graph) {
  graph.nodes_.reserve(order.size());
  for (const std::uint32_t handle : order) graph.nodes_.push_back({iris[handle], kinds[handle], {}, {}});
  iris = {};
}

/// `rank` tells each node its place. Ranks are made room for, which Graph::rank() fills in.
void GraphBuilder::State::put_node_properties(const std::vector<std::uint32_t>& rank, Ranks ranks, Graph& graph) {
  const std::array<Property, 2> no_ranks{{{Key::PageRank, 0.0}, {Key::Degree, std::int64_t{0}}}};
  const KindSet ranked = ranks == Ranks::Given ? info(Key::PageRank).nodes : KindSet();
  const auto more = [&](std::uint32_t i) { return graph.nodes_[i].kinds.any(ranked) ? std::span<const Property>(no_ranks) : nothing_more<Property>(i); };
  group(node_properties, rank, graph.nodes_.size(), graph.properties_, before_key, same_key, more,
        [&](auto i, Slice of) { graph.nodes_[i].properties = of; });
}

/// `rank` tells each edge, as often as it was told, its place.
void GraphBuilder::State::put_edge_properties(const std::vector<std::uint32_t>& rank, Graph& graph) {
  group(edge_properties, rank, graph.edges_.size(), graph.properties_, before_key, same_key, nothing_more<Property>,
        [&](auto i, Slice of) { graph.edges_[i].properties = of; });
}

void GraphBuilder::State::put_claims(const std::vector<std::uint32_t>& node_rank, const std::vector<std::uint32_t>& edge_rank, Graph& graph) {
  group(node_claims, node_rank, graph.nodes_.size(), graph.claims_, before, same_claim, nothing_more<Claim>,
        [&](auto i, Slice of) { graph.nodes_[i].claims = of; });
  group(edge_claims, edge_rank, graph.edges_.size(), graph.claims_, before, same_claim, nothing_more<Claim>,
        [&](auto i, Slice of) { graph.edges_[i].claims = of; });
}

Graph GraphBuilder::finish(Ranks ranks, unsigned jobs) {
  State& s = *state_;
  const Permutation node(text_order(s.iris.texts(), jobs));
  Graph graph;
  s.put_nodes(node.order, graph);
  graph.properties_.reserve(s.node_properties.size() + s.edge_properties.size() + (ranks == Ranks::Given ? 2 * node.order.size() : 0));
  graph.claims_.reserve(s.node_claims.size() + s.edge_claims.size());
  std::vector<std::uint32_t> edge_rank;
  const auto put_edges = [&] {
    SortedEdges edges(s.edges, node.rank);
    graph.edges_ = std::move(edges.edges);
    edge_rank = std::move(edges.rank);
    graph.index();
  };
  both(jobs, put_edges, [&] { s.put_node_properties(node.rank, ranks, graph); });
  const auto rank_nodes = [&] {
    if (ranks == Ranks::Given) graph.rank();
  };
  const auto put_the_rest = [&] {
    s.sort_texts();
    s.put_claims(node.rank, edge_rank, graph);
    s.put_edge_properties(edge_rank, graph);
  };
  both(jobs, rank_nodes, put_the_rest);
  graph.store_ = std::move(s.store);
  state_ = std::make_unique<State>();
  return graph;
}

Graph GraphBuilder::finish() { return finish(Ranks::None, 1); }
Graph GraphBuilder::finish_ranked(unsigned jobs) { return finish(Ranks::Given, jobs); }

Graph GraphBuilder::finish_archive() {
  const std::shared_ptr<Graph::Store> store = state_->store;
  Graph graph = finish();
  fill_listings(graph, *store);
  return graph;
}

void Graph::index() {
  const std::size_t nodes = nodes_.size();
  const auto each = [&](auto end) { return [&, end](auto count) { for (const Edge& e : edges_) count(e.*end); }; };
  first_out_ = starts(nodes, each(&Edge::source));
  first_in_ = starts(nodes, each(&Edge::target));
  in_.resize(edges_.size());
  std::vector<std::uint32_t> next(first_in_.begin(), first_in_.end() - 1);
  for (EdgeId i = 0; i < edges_.size(); ++i) in_[next[edges_[i].target]++] = i;

  const auto ends = [](const Edge& e) { return std::pair(e.source, e.target); };
  topology_ = std::make_shared<const Topology>(
      Topology{Topology::Directed(boost::edges_are_sorted, boost::make_transform_iterator(edges_.begin(), ends),
                                  boost::make_transform_iterator(edges_.end(), ends), static_cast<NodeId>(nodes),
                                  static_cast<EdgeId>(edges_.size()))});
}

}  // namespace digestkg
