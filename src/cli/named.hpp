#pragma once
// A name on the command line -> nodes, or an error that proposes what was meant.

#include <digestkg/graph.hpp>

#include <string>
#include <vector>

namespace digestkg::cli {

/// Every node of `kinds` (any kind when empty) with this name, arXiv id or IRI. Throws Error with near names when there is none.
std::vector<NodeId> nodes_named(const Graph& graph, const std::string& name, KindSet kinds = {});

}  // namespace digestkg::cli
