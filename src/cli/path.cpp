// Two names -> the shortest way between them, with the sentences on it.

#include "cli/command.hpp"
#include "cli/named.hpp"
#include "cli/options.hpp"
#include "cli/style.hpp"

#include <CLI/CLI.hpp>

#include <digestkg/analysis.hpp>
#include <digestkg/diagnostic.hpp>

#include <algorithm>
#include <memory>

namespace digestkg::cli {
namespace {

struct Options {
  std::string graph, from, to;
};

void write_step(const Graph& graph, const Step& step, Output& output) {
  const Edge& edge = graph.edge(step.edge);
  const NodeId next = step.forward ? edge.target : edge.source;
  const std::string relation(info(edge.relation).picture);
  output << (step.forward ? "  -" + relation + "-> " : "  <-" + relation + "- ") << printable(graph.name(next)) << '\n';
  const auto claims = graph.claims(edge);
  const auto best = std::ranges::max_element(claims, {}, &Claim::confidence);
  if (best != claims.end()) output << "      \"" << printable(graph.sentence(*best)) << "\"\n";
}

int run(const Options& options) {
  const Graph graph = load_graph(options.graph);
  const NodeId from = nodes_named(graph, options.from).front();
  const NodeId to = nodes_named(graph, options.to).front();
  const auto way = shortest_path(graph, from, to);
  if (!way) throw Error("no way leads from '" + printable(options.from) + "' to '" + printable(options.to) + "'");
  StandardOutput output;
  output << printable(graph.name(from)) << '\n';
  for (const Step& step : *way) write_step(graph, step, output);
  output.flush();
  return exit_done;
}

}  // namespace

Run define_path(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  add_graph(app, options->graph);
  app.add_option("FROM", options->from, "A name, an arXiv id or an IRI")->required()->type_name("");
  app.add_option("TO", options->to, "Another one")->required()->type_name("");
  return [options] { return run(*options); };
}

}  // namespace digestkg::cli
