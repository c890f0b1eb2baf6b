#pragma once
// What a build did, in a few lines.

#include "cli/files.hpp"
#include "cli/pipeline.hpp"

#include <string_view>
#include <vector>

namespace digestkg::cli {

/// `24 papers, 110 authors, ...`; a thing that is benchmark and dataset counts as both.
std::string nodes_by_kind(const Graph& graph);
std::string edges_by_relation(const Graph& graph);

void write_summary(std::string_view read, const Graph& graph, const std::vector<Written>& files, Output& output);

}  // namespace digestkg::cli
