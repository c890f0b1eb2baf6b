// Counts of a build -> a few lines for people.

#include "cli/summary.hpp"

#include "cli/style.hpp"

#include <array>

namespace digestkg::cli {

std::string nodes_by_kind(const Graph& graph) {
  std::array<std::size_t, kind_count> count{};
  for (const Node& node : graph.nodes())
    for (const KindInfo& kind : kinds())
      if (node.kinds.has(kind.kind)) ++count[static_cast<std::size_t>(kind.kind)];
  std::string text;
  for (const KindInfo& kind : kinds()) {
    const std::size_t n = count[static_cast<std::size_t>(kind.kind)];
    if (n > 0) text += (text.empty() ? "" : ", ") + counted(n, kind.record, kind.plural);
  }
  return text;
}

std::string edges_by_relation(const Graph& graph) {
  std::array<std::size_t, relation_count> count{};
  for (const Edge& edge : graph.edges()) ++count[static_cast<std::size_t>(edge.relation)];
  std::string text;
  for (const RelationInfo& relation : relations()) {
    const std::size_t n = count[static_cast<std::size_t>(relation.relation)];
    if (n > 0) text += (text.empty() ? "" : ", ") + grouped(n) + ' ' + std::string(relation.picture);
  }
  return text;
}

void write_summary(std::string_view read, const Graph& graph, const std::vector<Written>& files, Output& output) {
  output << "read   " << read << '\n';
  output << "graph  " << counted(graph.nodes().size(), "node", "nodes") << ": " << nodes_by_kind(graph) << '\n';
  output << "       " << counted(graph.edges().size(), "edge", "edges") << ": " << edges_by_relation(graph) << '\n';
  output << "wrote\n";
  Table table;
  table.align_right(1);
  for (const Written& file : files) table.row({file.path, human_size(file.bytes)});
  table.write(output);
}

}  // namespace digestkg::cli
