// Topology -> PageRank and degree of each node.

#include <digestkg/topology.hpp>

#include <boost/graph/page_rank.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numeric>
#include <span>

namespace digestkg {
namespace {

constexpr double damping = 0.85;
/// A rank is at least 0.15 before they are made to sum to 1, so no digit that is kept is wrong.
constexpr double close_enough = 1e-8;
constexpr int most_passes = 200;

/// True when no rank moved since the last pass.
class Settled {
 public:
  template <class Ranks>
  bool operator()(const Ranks& ranks, const Graph::Topology::Directed& topology) {
    double moved = last_.empty() ? 1 : 0;
    last_.resize(num_vertices(topology));
    for (std::size_t i = 0; i < last_.size(); ++i) {
      const double now = get(ranks, i);
      moved = std::max(moved, std::abs(now - last_[i]));
      last_[i] = now;
    }
    return moved < close_enough || ++passes_ > most_passes;
  }

 private:
  std::vector<double> last_;
  int passes_ = 0;
};

double rounded(double value) {
  std::array<char, 32> text;
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::scientific, 5).ptr;
  std::from_chars(text.data(), end, value);
  return value;
}

/// PageRank of every node, by index, as the share of a surfer's time: they sum to 1. Boost lets those who stop at a node without a way out
/// vanish; that they start anew anywhere adds the same factor to all, which the sum takes out. Rounded to 6 significant digits so that
/// platforms agree.
std::vector<double> page_ranks(const Graph::Topology::Directed& topology) {
  std::vector<double> ranks(num_vertices(topology)), next(ranks.size());
  if (ranks.empty()) return ranks;
  const auto index = get(boost::vertex_index, topology);
  boost::graph::page_rank(topology, boost::make_iterator_property_map(ranks.begin(), index), Settled(), damping,
                          num_vertices(topology), boost::make_iterator_property_map(next.begin(), index));
  const double sum = std::accumulate(ranks.begin(), ranks.end(), 0.0);
  for (double& rank : ranks) rank = rounded(rank / sum);
  return ranks;
}

}  // namespace

/// Fills in what finish_archive() has made room for.
void Graph::rank() {
  const std::vector<double> ranks = page_ranks(topology_->directed);
  const KindSet ranked = info(Key::PageRank).nodes;
  for (NodeId id = 0; id < nodes_.size(); ++id) {
    const Node& node = nodes_[id];
    if (!node.kinds.any(ranked)) continue;
    for (Property& property : std::span(properties_).subspan(node.properties.begin, node.properties.count)) {
      if (property.key == Key::PageRank) property.value = ranks[id];
      if (property.key == Key::Degree) property.value = static_cast<std::int64_t>(out_edges(id).size() + in_edges(id).size());
    }
  }
}

}  // namespace digestkg
