#pragma once
// What was read from entries, with its evidence -> nodes and edges beside those of the papers.

#include "graph/papers.hpp"
#include "graph/spending.hpp"

#include <digestkg/graph.hpp>

#include <vector>

namespace digestkg {

struct Findings {
  const std::vector<Extraction>& extractions;
  const Resolution& resolution;
  const Papers& papers;
  std::size_t first_entity;  ///< of the things that were resolved, one behind the other
};

/// Things, which get the handles from first_entity on, tasks and results.
void add_things_and_results(const Findings& findings, GraphBuilder& builder, const MetricDirection& higher_is_better, Spending& spending);

/// Mentions and facts: edges alone. Looks at no other builder than the one that it is given, which need not have the nodes.
void add_facts(const Findings& findings, GraphBuilder& edges, Spending& spending);

}  // namespace digestkg
