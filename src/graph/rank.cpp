// Nodes and edges -> PageRank and degree of each node.

#include <digestkg/graph.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

namespace digestkg {
namespace {

constexpr double damping = 0.85;
/// A rank is at least 0.15 before they are made to sum to 1, so no digit that is kept is wrong.
constexpr double close_enough = 1e-8;
constexpr int most_passes = 200;

/// PageRank by passes over the nodes that the last pass may have moved: most of a graph of papers leads nowhere back, so that few move
/// after the first passes. Gives, bit for bit, what boost::graph::page_rank does over all nodes.
class PageRank {
 public:
  explicit PageRank(const Graph& graph)
      : graph_(graph), ranks_(graph.nodes().size(), 1.0 / static_cast<double>(graph.nodes().size())), given_(ranks_.size()),
        due_(ranks_.size()), next_(ranks_.size()), is_due_(ranks_.size()) {
    sources_.reserve(graph.edges().size());
    for (NodeId id = 0; id < ranks_.size(); ++id)
      for (const EdgeId edge : graph.in_edges(id)) sources_.push_back(graph.edge(edge).source);
    std::iota(next_.begin(), next_.end(), NodeId{0});
    for (const NodeId id : next_) give(id, graph_.out_edges(id));
  }

  std::vector<double> run() {
    for (int pass = 0; pass < most_passes && step() >= close_enough; ++pass) {}
    return std::move(ranks_);
  }

 private:
  /// What each node that `id` leads to gets from it.
  void give(NodeId id, std::span<const Edge> out) { given_[id] = damping * ranks_[id] / static_cast<double>(out.size()); }

  std::span<const NodeId> sources(NodeId id) const {
    const auto in = graph_.in_edges(id);
    return std::span(sources_).subspan(static_cast<std::size_t>(in.data() - graph_.in_edges(0).data()), in.size());
  }

  /// Ranks anew what gets from a node that moved; returns how far a node moved at most.
  double step() {
    due_.swap(next_);
    double farthest = 0;
    moved_.clear();
    for (const NodeId id : due_) {
      is_due_[id] = false;
      double rank = 1 - damping;
      for (const NodeId source : sources(id)) rank += given_[source];
      if (rank == ranks_[id]) continue;
      farthest = std::max(farthest, std::abs(rank - ranks_[id]));
      ranks_[id] = rank;
      moved_.push_back(id);
    }
    next_.clear();
    for (const NodeId id : moved_) {
      const std::span<const Edge> out = graph_.out_edges(id);
      give(id, out);
      for (const Edge& edge : out)
        if (!std::exchange(is_due_[edge.target], true)) next_.push_back(edge.target);
    }
    return farthest;
  }

  const Graph& graph_;
  std::vector<double> ranks_, given_;
  std::vector<NodeId> sources_;  ///< of the edges that arrive, one node's behind the other's: each pass would look them up in the edges
  std::vector<NodeId> due_, next_, moved_;
  std::vector<char> is_due_;
};

/// To 6 significant digits, so that platforms agree.
double rounded(double value) {
  std::array<char, 32> text;
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::scientific, 5).ptr;
  std::from_chars(text.data(), end, value);
  return value;
}

/// Many nodes have one rank, such as all authors of papers with as much to tell: each is rounded once in most cases.
class Rounding {
 public:
  double operator()(double value) {
    Known& known = known_[std::bit_cast<std::uint64_t>(value) * 0x9E3779B97F4A7C15u >> 55];
    if (known.exact != value) known = {value, rounded(value)};
    return known.rounded;
  }

 private:
  struct Known {
    double exact = 0, rounded = 0;
  };
  std::array<Known, 512> known_;
};

}  // namespace

/// Fills in what finish_ranked() has made room for. A rank is the share of a surfer's time: they sum to 1. Those who stop at a node without
/// a way out vanish; that they start anew anywhere would add the same factor to all, which the sum takes out.
void Graph::rank() {
  const std::vector<double> ranks = PageRank(*this).run();
  const double sum = std::accumulate(ranks.begin(), ranks.end(), 0.0);
  const KindSet ranked = info(Key::PageRank).nodes;
  Rounding round;
  for (NodeId id = 0; id < nodes_.size(); ++id) {
    if (!nodes_[id].kinds.any(ranked)) continue;
    for (Property& property : std::span(properties_).subspan(nodes_[id].properties.begin, nodes_[id].properties.count)) {
      if (property.key == Key::PageRank) property.value = round(ranks[id] / sum);
      if (property.key == Key::Degree) property.value = static_cast<std::int64_t>(out_edges(id).size() + in_edges(id).size());
    }
  }
}

}  // namespace digestkg
