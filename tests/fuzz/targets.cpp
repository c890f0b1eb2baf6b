// Bytes -> everything that the program makes of them, with what must hold at each step.

#include "targets.hpp"

#include "check_exports.hpp"

#include "ontology/lexicon_file.hpp"

#include <digestkg/extract.hpp>
#include <digestkg/graph.hpp>
#include <digestkg/merge.hpp>
#include <digestkg/overrides.hpp>
#include <digestkg/records.hpp>

#include <stdexcept>
#include <string>
#include <vector>

namespace digestkg::fuzz {
namespace {

const Extractor& extractor() {
  static const Extractor one;
  return one;
}

void check_range(const Entry& entry, const TextRange& range) {
  const std::string& text = range.field == Field::Title ? entry.title : entry.summary;
  require(range.begin <= range.end && range.end <= text.size(), "evidence lies in its text");
  const auto inside = [&](std::size_t at) { return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80; };
  require(!inside(range.begin) && !inside(range.end), "evidence cuts no character");
}

void check_evidence(const Entry& entry, const Evidence& evidence) {
  check_range(entry, evidence.sentence);
  require(evidence.confidence >= 0 && evidence.confidence <= 1, "confidence is 0 to 1");
}

void check_extraction(const Entry& entry, const Extraction& extraction) {
  const auto exists = [&](std::int16_t thing) { return thing == nothing || (thing >= 0 && static_cast<std::size_t>(thing) < extraction.things.size()); };
  for (const Thing& thing : extraction.things) check_evidence(entry, thing.evidence);
  for (const AddressedTask& task : extraction.tasks) check_evidence(entry, task.evidence);
  for (const Mention& mention : extraction.mentions) {
    check_range(entry, mention.range);
    require(mention.thing < extraction.things.size(), "a mention is of a thing");
  }
  for (const Fact& fact : extraction.facts) {
    check_evidence(entry, fact.evidence);
    require(exists(fact.subject) && exists(fact.object) && fact.object != nothing, "a fact is of things");
  }
  for (const ReportedResult& result : extraction.results) {
    check_evidence(entry, result.evidence);
    check_range(entry, result.number);
    require(exists(result.method) && exists(result.benchmark) && exists(result.baseline), "a result is of things");
  }
}

struct Made {
  Graph graph;
  std::vector<Extraction> extractions;
  Resolution resolution;
};

Made make(const std::vector<Entry>& entries, const Overrides* overrides = nullptr) {
  Made made;
  made.extractions = extractor().read_all(entries, 1);
  made.resolution = resolve(entries, made.extractions, overrides);
  made.graph = build_graph(entries, made.extractions, made.resolution, extractor());
  return made;
}

void check_entries(std::vector<Entry> entries) {
  entries = merge_entries({std::move(entries)});
  const Made made = make(entries);
  for (std::size_t i = 0; i < entries.size(); ++i) check_extraction(entries[i], made.extractions[i]);
  const std::string saved = saved_text(made.graph);
  require(saved_text(read_graph_jsonl("graph.jsonl", saved)) == saved, "a saved graph is read back without loss");
  require(saved_text(make(merge_entries({entries_of(made.graph)})).graph) == saved, "a graph's entries build it again");
  StringOutput records;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    write_record(entries[i], made.extractions[i], made.resolution, i, records);
    write_raw_record(entries[i], made.extractions[i], records);
  }
  check_json_lines(records.text());
  const Reading again = read_entries("raw.jsonl", records.text());
  require(entries.empty() || again.rows == 2 * entries.size(), "records are lines");
  check_exports(made.graph);
}

Reading read_checked(std::string_view name, std::string_view bytes) {
  Reading reading = read_entries(name, bytes);
  require(reading.rows == reading.entries.size() + reading.rejected, "rows are entries and rejected rows");
  for (const Diagnostic& diagnostic : reading.diagnostics) require(!format(diagnostic).empty(), "a fault is told");
  return reading;
}

template <const char* name>
void run_entries(std::string_view bytes) {
  check_entries(read_checked(name, bytes).entries);
}
constexpr char markdown_name[] = "2025-03-03.md", json_name[] = "entries.jsonl", atom_name[] = "feed.atom";

void run_graph(std::string_view bytes) {
  Graph graph;
  try {
    graph = read_graph_jsonl("graph.jsonl", bytes);
  } catch (const Error&) {
    return;  // told, and nothing is built
  }
  const std::string saved = saved_text(graph);
  require(saved_text(read_graph_jsonl("graph.jsonl", saved)) == saved, "a saved graph is read back without loss");
  check_exports(graph);
}

void run_lexicon(std::string_view bytes) {
  const LexiconFile file = read_lexicon("names.toml", bytes);
  for (const Diagnostic& diagnostic : file.diagnostics) require(!format(diagnostic).empty(), "a fault is told");
  index_records(file.records);
}

void run_overrides(std::string_view bytes) {
  static const std::vector<Entry> entries = read_entries("2025-03-03.md", sample_digest).entries;
  try {
    const Overrides overrides = parse_overrides("overrides.toml", bytes);
    check_exports(make(entries, &overrides).graph);
  } catch (const Error&) {
    return;
  }
}

constexpr Target list[] = {
    {"digest", run_entries<markdown_name>}, {"jsonlines", run_entries<json_name>}, {"atom", run_entries<atom_name>},
    {"graph", run_graph},                   {"lexicon", run_lexicon},              {"overrides", run_overrides},
};

}  // namespace

std::span<const Target> targets() { return list; }

}  // namespace digestkg::fuzz
