#pragma once
// A graph -> measures of its nodes and ways through it, by Boost.Graph's algorithms where it has them. Every result is deterministic.

#include <digestkg/graph.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace digestkg {

/// How much a node matters: its PageRank where the graph bears it, else its number of edges.
double importance(const Graph& graph, NodeId node);
/// How the most important nodes are told. A part of a graph keeps the whole one's figures.
enum class Measure : std::uint8_t { PageRank, Degree };
/// Most important first; nodes without PageRank (results, tasks, metrics, days) come last, by their edges. Equals keep their order.
void sort_by(const Graph& graph, std::vector<NodeId>& nodes, Measure measure);
/// Connected component of each node, directions left aside; numbered from 0, largest first.
std::vector<std::uint32_t> components(const Graph& graph);
/// Community of each node by modularity (Louvain), edges weighed by weight_of; numbered from 0, largest first.
std::vector<std::uint32_t> communities(const Graph& graph);
/// Share of the shortest paths between other nodes that run through each node, directions left aside. Nodes times edges: for views.
std::vector<double> betweenness(const Graph& graph);
/// Groups of nodes that reach one another along edges of `relation`, each of two or more, sorted; largest first.
std::vector<std::vector<NodeId>> cycles(const Graph& graph, Relation relation);

/// One step of a path: the edge, and whether it was walked from source to target.
struct Step {
  EdgeId edge = 0;
  bool forward = true;
};
/// A shortest way from `from` to `to`, directions left aside; what prose relates counts as nearer than a mere mention, and days join
/// nothing. Empty when there is none; an empty vector when `from` is `to`.
std::optional<std::vector<Step>> shortest_path(const Graph& graph, NodeId from, NodeId to);

/// The graph with community and, up to `betweenness_limit` nodes, betweenness as properties of the kinds of node that may bear them.
Graph measured(const Graph& graph, std::size_t betweenness_limit = 2000);

}  // namespace digestkg
