#pragma once
// Constraints and indexes of a graph in Neo4j, as Cypher.

#include <digestkg/graph.hpp>
#include <digestkg/output.hpp>

namespace digestkg::exporters {

/// One statement a line. A unique `iri` for each kind, an index on names and dates, and full-text indexes `names` and `sentences`;
/// running it again changes nothing. Nothing of the graph's text gets into it.
void write_schema(const Graph& graph, Output& out);

}  // namespace digestkg::exporters
