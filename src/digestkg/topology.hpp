#pragma once
// The nodes and edges of a Graph as Boost.Graph knows them. A header of its own: only what runs an algorithm pays for Boost's templates.

#include <digestkg/graph.hpp>

#include <boost/graph/compressed_sparse_row_graph.hpp>

namespace digestkg {

/// Vertex and edge indices are NodeId and EdgeId; edges stand in the order of Graph::edges().
struct Graph::Topology {
  using Directed = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property, boost::no_property, NodeId, EdgeId>;
  Directed directed;
};

}  // namespace digestkg
