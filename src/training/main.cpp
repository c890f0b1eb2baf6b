// Annotated entries -> the weights files of ontology/weights/, with figures of cross-validation on the way.

#include "training/stage.hpp"

#include <digestkg/diagnostic.hpp>
#include <digestkg/output.hpp>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <span>

namespace digestkg::training {
namespace {

/// In the order in which they are run: a stage may read what the one before it found out of fold.
std::span<const Stage> stages() {
  static constexpr Stage all[] = {{"names", train_names}, {"entities", train_entities}, {"results", train_results}, {"relations", train_relations}};
  return all;
}

}  // namespace

Work prepare(std::vector<GoldRecord> records) {
  Work work;
  work.records = std::move(records);
  work.documents.resize(work.records.size());
  for (std::size_t r = 0; r < work.records.size(); ++r) work.documents[r].read(work.records[r].entry, work.vocabulary);
  return work;
}

void write_weights(const Options& options, std::string_view name, const std::string& tsv) {
  if (options.weights.empty()) return;
  const std::filesystem::path path = std::filesystem::path(options.weights) / (std::string(name) + ".tsv");
  std::ofstream file(path, std::ios::binary);
  if (!(file << tsv).flush()) throw Error("cannot write " + path.string());
}

}  // namespace digestkg::training

namespace {

int train(int argc, char** argv) {
  using namespace digestkg::training;
  CLI::App app("Fits the weights of extraction to annotated entries.", "digestkg_train");
  Options options;
  std::vector<std::string> wanted;
  app.add_option("gold", options.gold, "folder with dev.jsonl, dev.entries.jsonl and split.tsv")->required();
  auto* readings = app.add_option("--readings", options.readings, "folder of more annotated records, learned from and not measured");
  app.add_option("--digests", options.digests, "digests that hold the entries of --readings")->needs(readings);
  readings->needs("--digests");
  app.add_option("--weights", options.weights, "folder that takes the weights; without it figures are printed only");
  app.add_option("--only", wanted, "stages to run, in place of all")->delimiter(',');
  app.add_flag("--errors", options.errors, "print what is missed, extra or wrong, entry by entry");
  CLI11_PARSE(app, argc, argv);
  std::vector<GoldRecord> records = read_gold(options.gold);
  std::cout << records.size() << " entries\n";
  if (!options.readings.empty()) {
    std::vector<GoldRecord> more = read_readings(options.readings, options.digests);
    std::cout << more.size() << " more that are not measured\n";
    std::ranges::move(more, std::back_inserter(records));
  }
  Work work = prepare(std::move(records));
  for (const Stage& stage : stages())
    if (wanted.empty() || std::ranges::find(wanted, stage.name) != wanted.end()) stage.run(work, options);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return train(argc, argv);
  } catch (const digestkg::Error& e) {
    std::fprintf(stderr, "digestkg_train: %s\n", e.what());
    return static_cast<int>(e.cause());
  } catch (const std::exception& e) {
    std::fprintf(stderr, "digestkg_train: %s\n", e.what());
    return 1;
  }
}
