// Topology -> PageRank and degree of each node.

#include <digestkg/topology.hpp>

#include <boost/graph/page_rank.hpp>

#include <array>
#include <charconv>

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

void Graph::rank() {
  const std::vector<double> ranks = page_ranks(topology_->directed);
  const KindSet ranked = info(Key::PageRank).nodes;
  std::vector<Property> properties;
  properties.reserve(properties_.size() + 2 * nodes_.size());
  const auto move = [&](Slice& slice) {
    const auto begin = static_cast<std::uint32_t>(properties.size());
    const auto from = properties_.begin() + slice.begin;
    properties.insert(properties.end(), from, from + slice.count);
    slice.begin = begin;
  };
  for (NodeId id = 0; id < nodes_.size(); ++id) {
    Node& node = nodes_[id];
    move(node.properties);
    if (!node.kinds.any(ranked)) continue;
    properties.push_back({Key::PageRank, ranks[id]});
    properties.push_back({Key::Degree, static_cast<std::int64_t>(out_edges(id).size() + in_edges(id).size())});
    node.properties.count += 2;
  }
  for (Edge& edge : edges_) move(edge.properties);
  properties_ = std::move(properties);
}

}  // namespace digestkg
