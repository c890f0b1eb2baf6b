// Two saved graphs -> what the newer one brought.

#include "base/json_writer.hpp"
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
  bool json = false;
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

void write_text(const GraphDiff& diff, Output& output) {
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

void write_member(JsonWriter& json, std::string_view name, std::string_view text) {
  if (!text.empty()) json.key(name).text(text);
}

void write_item(JsonWriter& json, const GraphDiff::Named& one) {
  json.begin_object().key("iri").text(one.iri).key("kind").text(info(one.kind).record).key("name").text(one.name).end_object();
}

void write_item(JsonWriter& json, const GraphDiff::ResultLine& line) {
  json.begin_object().key("iri").text(line.iri);
  write_member(json, "paper", line.paper);
  write_member(json, "date", line.date);
  write_member(json, "method", line.method);
  write_member(json, "benchmark", line.benchmark);
  write_member(json, "metric", line.metric);
  if (!line.value.empty()) json.key("value").raw(line.value);
  write_member(json, "unit", line.unit);
  write_member(json, "raw", line.raw);
  json.key("delta").raw(line.delta ? "true" : "false");
  write_member(json, "sentence", line.sentence);
  json.end_object();
}

void write_item(JsonWriter& json, const GraphDiff::NewBest& best) {
  json.begin_object().key("now");
  write_item(json, best.now);
  json.key("before");
  if (best.before.iri.empty()) json.raw("null");
  else write_item(json, best.before);
  json.end_object();
}

template <class Item>
void write_list(JsonWriter& json, std::string_view name, const std::vector<Item>& items) {
  json.key(name).begin_list();
  for (const Item& item : items) write_item(json, item);
  json.end_list();
}

template <class Item>
void write_change(JsonWriter& json, std::string_view name, const std::vector<Item>& added, const std::vector<Item>& removed) {
  json.key(name).begin_object();
  write_list(json, "added", added);
  write_list(json, "removed", removed);
  json.end_object();
}

void write_json(const GraphDiff& diff, Output& output) {
  JsonWriter json(output);
  json.begin_object();
  write_list(json, "newBests", diff.new_bests);
  write_change(json, "papers", diff.papers_added, diff.papers_removed);
  write_change(json, "names", diff.names_added, diff.names_removed);
  write_change(json, "results", diff.results_added, diff.results_removed);
  json.end_object().end_line();
}

}  // namespace

Run define_diff(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.add_option("OLD", options->older, "A build's folder or its graph.jsonl")->required()->type_name("");
  app.add_option("NEW", options->newer, "A later one")->required()->type_name("");
  app.add_flag("--json", options->json, "Write one JSON object");
  return [options] {
    const GraphDiff found = diff(load_graph(options->older), load_graph(options->newer));
    StandardOutput output;
    (options->json ? write_json : write_text)(found, output);
    output.flush();
    return exit_done;
  };
}

}  // namespace digestkg::cli
