// Bytes -> everything that the program makes of them, with what must hold at each step.

#include "targets.hpp"

#include "check_exports.hpp"

#include "ontology/lexicon_file.hpp"
#include "ontology/rule_file.hpp"

#include <digestkg/check.hpp>
#include <digestkg/check_ontology.hpp>
#include <digestkg/diff.hpp>
#include <digestkg/extract.hpp>
#include <digestkg/evaluate.hpp>
#include <digestkg/graph.hpp>
#include <digestkg/merge.hpp>
#include <digestkg/overrides.hpp>
#include <digestkg/records.hpp>

#include <algorithm>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>
#include <zlib.h>

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
  check_range(entry, extraction.unread);
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

/// What an archive in two parts becomes is what the whole becomes.
void check_parts(const std::vector<Entry>& entries, const std::string& saved) {
  const auto middle = entries.begin() + static_cast<std::ptrdiff_t>(entries.size() / 2);
  const Graph first = make({entries.begin(), middle}).graph, second = make({middle, entries.end()}).graph;
  require(saved_text(make(merge_entries({entries_of(second), entries_of(first)})).graph) == saved, "two parts merged are the whole");
}

void check_records(const std::vector<Entry>& entries, const Made& made) {
  StringOutput records, raw;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    write_record(entries[i], made.extractions[i], made.resolution, i, records);
    write_raw_record(entries[i], made.extractions[i], raw);
  }
  check_json_lines(records.text());
  check_json_lines(raw.text());
  if (entries.empty()) return;
  require(read_records("records.jsonl", records.text()).size() == entries.size(), "records are read back");
  require(read_entries("raw.jsonl", raw.text()).entries == entries, "a raw record has all of its entry");
}

/// What the commands that only look at a graph do with it.
void check_questions(const Graph& graph) {
  for (const Fault& fault : check(graph)) require(!fault.message.empty(), "a fault is told");
  require(diff(graph, graph).empty(), "a graph does not differ from itself");
}

void check_graph(const Graph& graph, const std::string& saved, const Pace& pace, bool foreign = false) {
  require(saved_text(read_graph_jsonl("graph.jsonl", saved)) == saved, "a saved graph is read back without loss");
  if (pace.takes("questions", 4)) check_questions(graph);
  check_exports(graph, pace, foreign);
}

void check_entries(std::vector<Entry> entries, const Pace& pace) {
  entries = merge_entries({std::move(entries)});
  const Made made = make(entries);
  for (std::size_t i = 0; i < entries.size(); ++i) check_extraction(entries[i], made.extractions[i]);
  const std::string saved = saved_text(made.graph);
  if (pace.takes("again", 8)) require(saved_text(make(merge_entries({entries_of(made.graph)})).graph) == saved, "a graph's entries build it again");
  if (pace.takes("parts", 8)) check_parts(entries, saved);
  if (pace.takes("records", 4)) check_records(entries, made);
  check_graph(made.graph, saved, pace);
}

std::string packed(std::string_view bytes) {
  z_stream stream{};
  require(deflateInit2(&stream, 1, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK, "zlib works");
  std::string out(deflateBound(&stream, bytes.size()) + 32, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int done = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  require(done == Z_STREAM_END, "zlib packs");
  return out;
}

void require_same(const Reading& one, const Reading& other, const char* what) {
  require(one.entries == other.entries && one.rows == other.rows && one.rejected == other.rejected, what);
  require(one.lines == other.lines && one.diagnostics == other.diagnostics, what);
}

/// A format whose lines stand alone may be read in pieces, on several threads.
void check_pieces(std::string_view name, std::string_view bytes, const Reading& whole) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const auto format = std::ranges::find_if(input_formats(), [&](const InputFormat& f) { return f.recognises(name, bytes); });
  if (format == input_formats().end() || !format->by_lines) return;
  Reading joined;
  for (std::uint32_t before = 0; !bytes.empty(); ++before) {
    const std::string_view line = bytes.substr(0, bytes.find('\n') == std::string_view::npos ? bytes.size() : bytes.find('\n') + 1);
    Reading part = format->read(name, line);
    for (std::uint32_t& at : part.lines) at += before;
    for (Diagnostic& diagnostic : part.diagnostics) diagnostic.line += before;
    joined.append(std::move(part));
    bytes.remove_prefix(line.size());
  }
  require_same(joined, whole, "what is read by lines is what is read whole");
}

Reading read_checked(std::string_view name, std::string_view bytes, const Pace& pace) {
  Reading reading = read_entries(name, bytes);
  require(reading.rows == reading.entries.size() + reading.rejected, "rows are entries and rejected rows");
  for (const Diagnostic& diagnostic : reading.diagnostics) require(!format(diagnostic).empty(), "a fault is told");
  if (pace.takes("pieces", 4)) check_pieces(name, bytes, reading);
  const bool is_packed = bytes.starts_with("\x1F\x8B") || bytes.starts_with("\x28\xB5\x2F\xFD");
  if (pace.takes("packed", 8) && !is_packed) require_same(read_entries(name, packed(bytes)), reading, "packed bytes are read as plain ones");
  return reading;
}

template <const char* name>
void run_entries(std::string_view bytes, const Pace& pace) {
  check_entries(read_checked(name, bytes, pace).entries, pace);
}
constexpr char markdown_name[] = "2025-03-03.md", json_name[] = "entries.jsonl", atom_name[] = "feed.atom";

void run_graph(std::string_view bytes, const Pace& pace) {
  Graph graph;
  try {
    graph = read_graph_jsonl("graph.jsonl", bytes);
  } catch (const Error& error) {
    require(std::string_view(error.what()).starts_with("graph.jsonl:"), "a fault is told with its place");
    return;
  }
  for (const Diagnostic& diagnostic : sentence_faults("graph.jsonl", bytes, graph)) require(!format(diagnostic).empty(), "a fault is told");
  check_graph(graph, saved_text(graph), pace, true);
  if (!pace.takes("built", 4)) return;
  const Graph built = make(merge_entries({entries_of(graph)})).graph;
  check_graph(built, saved_text(built), pace, true);
}

void require_told(std::span<const Diagnostic> diagnostics, std::string_view bytes) {
  const auto lines = static_cast<std::size_t>(std::ranges::count(bytes, '\n')) + 1;
  for (const Diagnostic& diagnostic : diagnostics) {
    require(!format(diagnostic).empty(), "a fault is told");
    require(diagnostic.line <= lines, "a fault stands in its file");
  }
}

void run_lexicon(std::string_view bytes, const Pace& pace) {
  const LexiconFile file = read_lexicon("names.toml", bytes);
  require_told(file.diagnostics, bytes);
  const LexiconIndex index = index_records(file.records);
  for (const std::string* const lines : {&index.names, &index.metrics, &index.not_names})
    require(lines->empty() || lines->back() == '\n', "an index is whole lines");
  const OntologyFile alone{"lexicon/names.toml", bytes};
  require_told(check_ontology({&alone, 1}), bytes);
  if (pace.takes("words", 40)) require_told(check_lexicon("names.toml", bytes), bytes);  // reads a long list of words
}

void run_rules(std::string_view bytes, const Pace&) {
  std::vector<Diagnostic> found;
  check_rules("rules/words.toml", bytes, found);
  require_told(found, bytes);
  const OntologyFile file{"rules/words.toml", bytes};
  require(check_ontology({&file, 1}).size() == found.size(), "rules are checked alone as with others");
}

void run_overrides(std::string_view bytes, const Pace& pace) {
  static const std::vector<Entry> entries = read_entries("2025-03-03.md", sample_digest).entries;
  Overrides overrides;
  try {
    overrides = parse_overrides("overrides.toml", bytes);
  } catch (const Error& error) {
    require(std::string_view(error.what()).starts_with("overrides.toml"), "a fault is told with its place");
    return;
  }
  const Graph graph = make(entries, &overrides).graph;
  check_graph(graph, saved_text(graph), pace);
}

constexpr Target list[] = {
    {"digest", run_entries<markdown_name>}, {"jsonlines", run_entries<json_name>}, {"atom", run_entries<atom_name>},
    {"graph", run_graph},                   {"lexicon", run_lexicon},              {"rules", run_rules},
    {"overrides", run_overrides},
};

}  // namespace

std::span<const Target> targets() { return list; }

}  // namespace digestkg::fuzz
