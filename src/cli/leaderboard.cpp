// A benchmark's name -> its ranked results; no name -> the benchmarks with most of them.

#include "base/spelling.hpp"
#include "cli/command.hpp"
#include "cli/named.hpp"
#include "cli/options.hpp"
#include "cli/style.hpp"

#include <CLI/CLI.hpp>

#include <digestkg/leaderboard.hpp>
#include <digestkg/view.hpp>

#include <array>
#include <filesystem>
#include <memory>

namespace digestkg::cli {
namespace {

struct Options {
  std::string graph;
  std::string benchmark;
  std::string format{"terminal"};
  std::size_t top = 20;
  bool spreadsheet_safe = false;
  LeaderboardRequest request;
};

constexpr std::array<std::string_view, 5> forms{"terminal", "markdown", "csv", "json", "html"};

int run(const Options& options) {
  const auto format = table_format_named(options.format);
  if (!format)
    throw Error("unknown form '" + printable(options.format) + "'" + did_you_mean(options.format, forms) + " (terminal, markdown, csv, json, html)",
                Error::Cause::Usage);
  Graph graph = load_results(options.graph);
  StandardOutput output;
  if (options.benchmark.empty()) {
    write_activity(graph, busiest_benchmarks(graph, options.top, options.request), *format, output, options.spreadsheet_safe);
  } else {
    constexpr KindSet kinds = Kind::Benchmark | Kind::Dataset;
    // Several things of one name, or names that come close, are listed by their degree in the whole graph.
    if (find_named(graph, options.benchmark, kinds).size() != 1 && std::filesystem::is_regular_file(graph_file(options.graph)))
      graph = load_graph(options.graph);
    std::vector<Leaderboard> boards;
    for (const NodeId id : nodes_named(graph, options.benchmark, kinds)) boards.push_back(leaderboard(graph, id, options.request));
    write_leaderboards(graph, boards, *format, output, options.spreadsheet_safe);
  }
  output.flush();
  return exit_done;
}

}  // namespace

Run define_leaderboard(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  add_graph(app, options->graph);
  app.add_option("BENCHMARK", options->benchmark, "A benchmark or dataset; without one, those with most results are listed")->type_name("");
  app.add_option("--as", options->format, "terminal, markdown, csv, json or html")->capture_default_str()->type_name("FORM");
  app.add_option("--top", options->top, "Most benchmarks to list")->capture_default_str()->type_name("N");
  add_day(app, "--since", options->request.since, "First day");
  add_min_confidence(app, options->request.min_confidence);
  app.add_flag("--spreadsheet-safe", options->spreadsheet_safe, "CSV: keep spreadsheets from running cells as formulas");
  return [options] { return run(*options); };
}

}  // namespace digestkg::cli
