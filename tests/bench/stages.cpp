// How fast each stage is, from bytes to every export: bytes and items a second. Input: a folder of digests as first argument, else
// generated entries.

#include "generate.hpp"

#include <benchmark/benchmark.h>

#include <digestkg/digest.hpp>
#include <digestkg/export.hpp>
#include <digestkg/extract.hpp>
#include <digestkg/graph.hpp>
#include <digestkg/view.hpp>

#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

namespace {

using namespace digestkg;

/// Throws bytes away: what is measured is the writing, not the disk.
class Nowhere final : public Output {
  void emit(std::string_view bytes) override { benchmark::DoNotOptimize(bytes.data()); }
};

/// What every stage starts from; made once.
struct Archive {
  explicit Archive(const std::vector<std::string>& inputs) {
    if (inputs.empty()) {
      bench::Generator generator;
      for (int i = 0; i < 3000; ++i) entries.push_back(generator.next());
    } else {
      entries = read_inputs(inputs, 1).entries;
    }
    for (const Entry& entry : entries) bytes += entry.title.size() + entry.summary.size();
    extractions = extractor.read_all(entries, 1);
    resolution = resolve(entries, extractions);
    graph = build_graph(entries, extractions, resolution, extractor);
    StringOutput written;
    write_graph_jsonl(graph, written);
    jsonl = written.text();
  }

  Extractor extractor;
  std::vector<Entry> entries;
  std::size_t bytes = 0;  ///< of titles and summaries
  std::vector<Extraction> extractions;
  Resolution resolution;
  Graph graph;
  std::string jsonl;
};

template <class Work>
void add(const std::string& name, std::size_t items, std::size_t bytes, Work work) {
  benchmark::RegisterBenchmark(name.c_str(), [=](benchmark::State& state) {
    for (auto _ : state) work();
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(items));
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
  })->Unit(benchmark::kMillisecond);
}

std::size_t size_of(const Archive& archive, const Format& format) {
  Nowhere output;
  format.write(whole(archive.graph), ExportOptions{}, output);
  return output.written();
}

void add_stages(const Archive& a, const std::vector<std::string>& inputs) {
  const std::size_t entries = a.entries.size(), parts = a.graph.nodes().size() + a.graph.edges().size();
  if (!inputs.empty()) add("read", entries, a.bytes, [&] { benchmark::DoNotOptimize(read_inputs(inputs, 1)); });
  add("extract", entries, a.bytes, [&] { benchmark::DoNotOptimize(a.extractor.read_all(a.entries, 1)); });
  add("resolve", entries, a.bytes, [&] { benchmark::DoNotOptimize(resolve(a.entries, a.extractions)); });
  add("graph", parts, a.bytes, [&] { benchmark::DoNotOptimize(build_graph(a.entries, a.extractions, a.resolution, a.extractor)); });
  add("graph.jsonl/write", parts, a.jsonl.size(), [&] {
    Nowhere output;
    write_graph_jsonl(a.graph, output);
  });
  add("graph.jsonl/read", parts, a.jsonl.size(), [&] { benchmark::DoNotOptimize(read_graph_jsonl("graph.jsonl", a.jsonl)); });
  for (const Format& format : formats()) {
    if (format.carrier != Format::Carrier::Data || format.write == nullptr) continue;  // the rest writes to a disk or draws
    add("export/" + std::string(format.name), parts, size_of(a, format), [&] {
      Nowhere output;
      format.write(whole(a.graph), ExportOptions{}, output);
    });
  }
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  const std::vector<std::string> inputs(argv + 1, argv + argc);
  try {
    const Archive archive(inputs);
    add_stages(archive, inputs);
    benchmark::RunSpecifiedBenchmarks();
  } catch (const Error& error) {
    std::cerr << error.what() << "\n";
    return 1;
  }
  return 0;
}
