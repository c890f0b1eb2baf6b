// Two saved graphs -> what the newer one brought.

#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/style.hpp"

#include <CLI/CLI.hpp>

#include <digestkg/diff.hpp>

#include <memory>
#include <unistd.h>

namespace digestkg::cli {
namespace {

struct Options {
  std::string older, newer;
};

std::string described(const GraphDiff::ResultLine& line) {
  std::string text = line.raw;
  if (!line.metric.empty()) text += ' ' + line.metric;
  if (!line.benchmark.empty()) text += " on " + line.benchmark;
  if (!line.method.empty()) text += " by " + line.method;
  return text + "  (" + line.paper + (line.date.empty() ? "" : ", " + line.date) + ')';
}

class Writer {
 public:
  explicit Writer(Output& output) : output_(output) {}

  template <class Item, class Describe>
  void section(std::string_view title, const std::vector<Item>& items, Describe describe) {
    if (items.empty()) return;
    output_ << bold(std::string(title) + " (" + grouped(items.size()) + ')', STDOUT_FILENO) << '\n';
    for (const Item& item : items) output_ << "  " << printable(describe(item)) << '\n';
  }

 private:
  Output& output_;
};

void write_diff(const GraphDiff& diff, Output& output) {
  const auto named = [](const GraphDiff::Named& one) { return one.name + "  (" + std::string(info(one.kind).record) + ", " + one.iri + ')'; };
  const auto best = [](const GraphDiff::NewBest& one) {
    return described(one.now) + (one.before.iri.empty() ? "; the first" : "; before: " + described(one.before));
  };
  Writer writer(output);
  writer.section("new bests", diff.new_bests, best);
  writer.section("papers added", diff.papers_added, named);
  writer.section("papers gone", diff.papers_removed, named);
  writer.section("names added", diff.names_added, named);
  writer.section("names gone", diff.names_removed, named);
  writer.section("results added", diff.results_added, described);
  writer.section("results gone", diff.results_removed, described);
  if (diff.empty()) output << "no difference in papers, names and results\n";
}

}  // namespace

Run define_diff(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.add_option("OLD", options->older, "A build's folder or its graph.jsonl")->required()->type_name("");
  app.add_option("NEW", options->newer, "A later one")->required()->type_name("");
  return [options] {
    const GraphDiff found = diff(load_graph(options->older), load_graph(options->newer));
    StandardOutput output;
    write_diff(found, output);
    output.flush();
    return exit_done;
  };
}

}  // namespace digestkg::cli
