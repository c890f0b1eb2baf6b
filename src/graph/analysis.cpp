// A graph -> components, communities, betweenness, cycles and paths.

#include <digestkg/analysis.hpp>
#include <digestkg/topology.hpp>

#include "graph/cut.hpp"
#include "graph/louvain.hpp"

#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/range/iterator_range.hpp>

#include <algorithm>
#include <functional>

namespace digestkg {
namespace {

struct Link {
  EdgeId edge = 0;
  bool forward = true;
  std::uint32_t cost = 1;
};

/// Every edge both ways: Boost's compressed rows are directed.
using BothWays = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, Link, boost::no_property, NodeId, EdgeId>;

/// What a step costs on a path: days join nothing, what any two papers share joins weakly.
std::optional<std::uint32_t> cost_of(Relation relation) {
  switch (relation) {
    case Relation::ListedIn: return std::nullopt;
    case Relation::Mentions:
    case Relation::Addresses: return 3;
    case Relation::ByMetric: return 6;
    default: return 2;
  }
}

template <class Keep>
BothWays both_ways(const Graph& graph, Keep cost) {
  std::vector<std::pair<NodeId, NodeId>> ends;
  std::vector<Link> links;
  for (EdgeId id = 0; id < graph.edges().size(); ++id) {
    const Edge& edge = graph.edge(id);
    const std::optional<std::uint32_t> step = cost(edge);
    if (!step) continue;
    ends.emplace_back(edge.source, edge.target);
    links.push_back({id, true, *step});
    ends.emplace_back(edge.target, edge.source);
    links.push_back({id, false, *step});
  }
  return BothWays(boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(), links.begin(), static_cast<NodeId>(graph.nodes().size()));
}

BothWays both_ways(const Graph& graph) {
  return both_ways(graph, [](const Edge&) { return std::optional<std::uint32_t>(1); });
}

/// Neighbours once each: two relations between two nodes are one way, not two.
Graph::Topology::Directed neighbours(const Graph& graph) {
  std::vector<std::pair<NodeId, NodeId>> ends;
  for (const Edge& edge : graph.edges())
    if (edge.source != edge.target) ends.insert(ends.end(), {{edge.source, edge.target}, {edge.target, edge.source}});
  std::ranges::sort(ends);
  ends.erase(std::ranges::unique(ends).begin(), ends.end());
  return Graph::Topology::Directed(boost::edges_are_sorted, ends.begin(), ends.end(), static_cast<NodeId>(graph.nodes().size()));
}

}  // namespace

double importance(const Graph& graph, NodeId node) {
  const Value* rank = graph.value(graph.node(node), Key::PageRank);
  return rank ? std::get<double>(*rank) : static_cast<double>(graph.out_edges(node).size() + graph.in_edges(node).size());
}

void sort_by(const Graph& graph, std::vector<NodeId>& nodes, Measure measure) {
  const auto degree = [&](NodeId id) {
    const Value* whole = graph.value(graph.node(id), Key::Degree);
    return whole ? static_cast<double>(std::get<std::int64_t>(*whole)) : static_cast<double>(graph.out_edges(id).size() + graph.in_edges(id).size());
  };
  const auto rank = [&](NodeId id) {
    const Value* whole = graph.value(graph.node(id), Key::PageRank);
    return whole ? std::get<double>(*whole) : 0;
  };
  std::ranges::stable_sort(nodes, [&](NodeId a, NodeId b) {
    if (measure == Measure::PageRank && rank(a) != rank(b)) return rank(a) > rank(b);
    return degree(a) > degree(b);
  });
}

std::vector<std::uint32_t> components(const Graph& graph) {
  std::vector<std::uint32_t> component(graph.nodes().size());
  const BothWays links = both_ways(graph);
  // With every edge both ways, strongly connected is connected.
  boost::strong_components(links, boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, links)));
  number_by_size(component);
  return component;
}

std::vector<std::uint32_t> communities(const Graph& graph) {
  std::vector<WeightedEdge> edges;
  edges.reserve(graph.edges().size());
  for (const Edge& e : graph.edges()) edges.push_back({e.source, e.target, static_cast<float>(weight_of(graph, e))});
  return louvain(graph.nodes().size(), edges);
}

std::vector<double> betweenness(const Graph& graph) {
  std::vector<double> share(graph.nodes().size());
  const Graph::Topology::Directed links = neighbours(graph);
  boost::brandes_betweenness_centrality(links, boost::make_iterator_property_map(share.begin(), get(boost::vertex_index, links)));
  const auto n = static_cast<double>(share.size());
  if (n > 2)
    for (double& s : share) s /= (n - 1) * (n - 2);
  return share;
}

std::vector<std::vector<NodeId>> cycles(const Graph& graph, Relation relation) {
  const Graph::Topology::Directed& topology = graph.topology().directed;
  const auto of_relation = [&](const auto& edge) { return graph.edge(get(boost::edge_index, topology, edge)).relation == relation; };
  using Predicate = std::function<bool(const Graph::Topology::Directed::edge_descriptor&)>;
  const boost::filtered_graph<Graph::Topology::Directed, Predicate> part(topology, Predicate(of_relation));
  std::vector<std::uint32_t> component(graph.nodes().size());
  const auto count = boost::strong_components(part, boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, topology)));
  std::vector<std::vector<NodeId>> groups(count);
  for (NodeId id = 0; id < component.size(); ++id) groups[component[id]].push_back(id);
  std::erase_if(groups, [](const auto& group) { return group.size() < 2; });
  std::ranges::sort(groups, [](const auto& a, const auto& b) { return a.size() != b.size() ? a.size() > b.size() : a < b; });
  return groups;
}

std::optional<std::vector<Step>> shortest_path(const Graph& graph, NodeId from, NodeId to) {
  const BothWays links = both_ways(graph, [](const Edge& edge) { return cost_of(edge.relation); });
  const auto index = get(boost::vertex_index, links);
  std::vector<std::uint32_t> distance(graph.nodes().size());
  std::vector<NodeId> before(graph.nodes().size());
  boost::dijkstra_shortest_paths(links, from,
                                 boost::weight_map(get(&Link::cost, links))
                                     .distance_map(boost::make_iterator_property_map(distance.begin(), index))
                                     .predecessor_map(boost::make_iterator_property_map(before.begin(), index)));
  if (from != to && before[to] == to) return std::nullopt;
  std::vector<Step> steps;
  for (NodeId at = to; at != from; at = before[at]) {
    std::optional<Link> best;  // of parallel edges the cheapest, then the one with the most claims
    const auto better = [&](const Link& link) {
      if (!best || link.cost != best->cost) return !best || link.cost < best->cost;
      return weight_of(graph, graph.edge(link.edge)) > weight_of(graph, graph.edge(best->edge));
    };
    for (const auto& out : boost::make_iterator_range(out_edges(before[at], links)))
      if (target(out, links) == at && better(links[out])) best = links[out];
    steps.push_back({best->edge, best->forward});
  }
  std::ranges::reverse(steps);
  return steps;
}

Graph measured(const Graph& graph, std::size_t betweenness_limit) {
  const std::size_t count = graph.nodes().size();
  const auto community = communities(graph);
  const auto share = count <= betweenness_limit ? betweenness(graph) : std::vector<double>{};
  Selection all(graph);
  all.nodes.flip();
  all.edges.flip();
  Copy out = copy(graph, all);
  for (NodeId id = 0; id < count; ++id) {
    const auto set = [&](Key key, Value value) {
      if (graph.node(id).kinds.any(info(key).nodes)) out.builder.set_node(out.handles[id], key, value);
    };
    set(Key::Community, std::int64_t{community[id]});
    if (!share.empty()) set(Key::Betweenness, share[id]);
  }
  return out.builder.finish();
}

}  // namespace digestkg
