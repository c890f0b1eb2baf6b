// Topology -> PageRank and degree of each node.

#include <digestkg/topology.hpp>

#include <boost/graph/page_rank.hpp>

#include <array>
#include <charconv>
#include <span>

namespace digestkg {
namespace {

constexpr int passes = 20;
constexpr double damping = 0.85;

double rounded(double value) {
  std::array<char, 32> text;
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::scientific, 5).ptr;
  std::from_chars(text.data(), end, value);
  return value;
}

/// PageRank of every node, by index, rounded to 6 significant digits so that platforms agree.
std::vector<double> page_ranks(const Graph::Topology::Directed& topology) {
  std::vector<double> ranks(num_vertices(topology)), next(ranks.size());
  if (ranks.empty()) return ranks;
  const auto index = get(boost::vertex_index, topology);
  boost::graph::page_rank(topology, boost::make_iterator_property_map(ranks.begin(), index), boost::graph::n_iterations(passes), damping,
                          num_vertices(topology), boost::make_iterator_property_map(next.begin(), index));
  for (double& rank : ranks) rank = rounded(rank);
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
