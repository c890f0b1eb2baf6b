// A saved graph -> counts and what is at its top.

#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/style.hpp"

#include <CLI/CLI.hpp>

#include <digestkg/analysis.hpp>
#include <digestkg/graph.hpp>

#include <algorithm>
#include <memory>
#include <unistd.h>

namespace digestkg::cli {
namespace {

constexpr std::size_t shown = 5;

/// The nodes of `kind` with most of what `count` counts, most first, then by IRI.
template <class Count>
std::vector<std::pair<std::size_t, NodeId>> top(const Graph& graph, Kind kind, Count count) {
  std::vector<std::pair<std::size_t, NodeId>> all;
  for (NodeId id = 0; id < graph.nodes().size(); ++id)
    if (graph.node(id).kinds.has(kind))
      if (const std::size_t n = count(id); n > 0) all.emplace_back(n, id);
  const auto more = [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; };
  std::ranges::sort(all, more);
  all.resize(std::min(all.size(), shown));
  return all;
}

std::size_t arriving(const Graph& graph, NodeId id, std::initializer_list<Relation> wanted) {
  return static_cast<std::size_t>(std::ranges::count_if(graph.in_edges(id), [&](EdgeId edge) {
    return std::ranges::find(wanted, graph.edge(edge).relation) != wanted.end();
  }));
}

void write_top(const Graph& graph, std::string_view title, const std::vector<std::pair<std::size_t, NodeId>>& best, Output& output) {
  if (best.empty()) return;
  output << '\n' << bold(title, STDOUT_FILENO) << '\n';
  Table table;
  table.align_right(0);
  for (const auto& [count, id] : best) table.row({grouped(count), std::string(graph.name(id))});
  table.write(output);
}

void write_counts(const Graph& graph, Output& output) {
  output << bold(counted(graph.nodes().size(), "node", "nodes"), STDOUT_FILENO) << '\n';
  Table nodes;
  nodes.align_right(1);
  for (const KindInfo& kind : kinds())
    nodes.row({std::string(kind.plural), grouped(static_cast<std::size_t>(std::ranges::count_if(
                                             graph.nodes(), [&](const Node& node) { return node.kinds.has(kind.kind); })))});
  nodes.write(output);
  output << '\n' << bold(counted(graph.edges().size(), "edge", "edges"), STDOUT_FILENO) << '\n';
  Table edges;
  edges.align_right(1);
  edges.align_right(2);
  edges.row({"", "edges", "claims"});
  for (const RelationInfo& relation : relations()) {
    std::size_t count = 0, claims = 0;
    for (const Edge& edge : graph.edges()) {
      if (edge.relation != relation.relation) continue;
      ++count;
      claims += edge.claims.count;
    }
    if (count > 0) edges.row({std::string(relation.picture), grouped(count), relation.from_text ? grouped(claims) : "-"});
  }
  edges.write(output);
}

/// How the graph hangs together.
void write_parts(const Graph& graph, Output& output) {
  const auto part = components(graph);
  if (part.empty()) return;
  const std::size_t count = *std::ranges::max_element(part) + 1;
  const auto largest = static_cast<std::size_t>(std::ranges::count(part, 0U));
  output << '\n' << bold(counted(count, "connected part", "connected parts"), STDOUT_FILENO) << ", the largest of " << counted(largest, "node", "nodes") << '\n';
}

/// Methods that are said to beat one another around a circle, the largest groups first.
void write_circles(const Graph& graph, Output& output) {
  const auto groups = cycles(graph, Relation::Outperforms);
  if (groups.empty()) return;
  output << '\n' << bold(counted(groups.size(), "circle", "circles") + " of outperforms", STDOUT_FILENO) << '\n';
  Table table;
  table.align_right(0);
  for (std::size_t i = 0; i < std::min(groups.size(), shown); ++i) {
    std::string names;
    for (std::size_t n = 0; n < std::min(groups[i].size(), shown); ++n) (names += n == 0 ? "" : ", ") += graph.name(groups[i][n]);
    table.row({grouped(groups[i].size()), names + (groups[i].size() > shown ? ", ..." : "")});
  }
  table.write(output);
}

void write_stats(const Graph& graph, Output& output) {
  const auto listings = graph.listings();
  if (!listings.empty()) {
    const auto [first, last] = std::ranges::minmax_element(listings, {}, &Listing::date);
    output << "days " << printable(first->date) << " to " << printable(last->date) << '\n';
  }
  write_counts(graph, output);
  write_parts(graph, output);
  write_top(graph, "benchmarks with most results", top(graph, Kind::Benchmark, [&](NodeId id) { return arriving(graph, id, {Relation::OnBenchmark}); }), output);
  write_top(graph, "methods that most papers mention", top(graph, Kind::Method, [&](NodeId id) { return arriving(graph, id, {Relation::Mentions, Relation::Introduces}); }), output);
  write_top(graph, "methods that most methods are said to beat", top(graph, Kind::Method, [&](NodeId id) { return arriving(graph, id, {Relation::Outperforms}); }), output);
  write_top(graph, "authors with most papers", top(graph, Kind::Author, [&](NodeId id) { return arriving(graph, id, {Relation::Author}); }), output);
  write_circles(graph, output);
}

}  // namespace

Run define_stats(CLI::App& app) {
  const auto path = std::make_shared<std::string>();
  add_graph(app, *path);
  return [path] {
    const Graph graph = load_graph(*path);
    StandardOutput output;
    write_stats(graph, output);
    output.flush();
    return exit_done;
  };
}

}  // namespace digestkg::cli
