#pragma once
// A graph -> a smaller graph that somebody asked for, with the words a picture of it needs.

#include <digestkg/analysis.hpp>
#include <digestkg/graph.hpp>

#include <string>
#include <vector>

namespace digestkg {

enum class ViewKind : std::uint8_t { Whole, Around, Authors, Benchmark, Outperforms, Paper, Timeline };

/// What to show. Empty fields do not filter.
struct ViewRequest {
  ViewKind kind = ViewKind::Outperforms;
  std::string name;             ///< what Around, Benchmark, Paper and Outperforms are about
  int hops = 1;                 ///< for Around
  std::string since, until;     ///< first and last day, inclusive
  std::vector<Kind> only;       ///< kinds of node to keep
  double min_confidence = 0;    ///< of the best claim of an edge
  double min_weight = 0;        ///< claims, or joint papers for Authors
  std::size_t top = 0;          ///< most nodes to keep, of Benchmark most methods; 0: the view's own limit
  std::optional<Measure> rank;  ///< which nodes stay where not all do; empty: the view's own order
};

/// A graph with its caption. Data formats write the graph alone; pictures draw the rest.
struct View {
  ViewKind kind = ViewKind::Whole;
  Graph graph;
  std::optional<NodeId> focus;     ///< in `graph`
  int hops = 1;                    ///< how far from the focus Around goes
  std::string title;               ///< `Who outperforms whom on MATH`
  std::vector<std::string> notes;  ///< `32 of 210 methods shown: the most connected`
};

/// Throws Error (with the nearest names) when `request.name` is not in the graph.
View make_view(const Graph& graph, const ViewRequest& request);
/// The whole graph as a view.
View whole(Graph graph);

/// Nodes by exact or folded name, arXiv id or IRI; empty when there is none.
std::vector<NodeId> find_named(const Graph& graph, std::string_view name, KindSet kinds = {});
/// Up to `count` names of nodes close to `name` by spelling, best first.
std::vector<std::string> nearest_names(const Graph& graph, std::string_view name, std::size_t count, KindSet kinds = {});

}  // namespace digestkg
