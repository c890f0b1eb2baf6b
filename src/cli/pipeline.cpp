// Inputs -> entries -> extractions -> one graph.

#include "cli/pipeline.hpp"

#include "base/memory.hpp"
#include "base/parallel.hpp"
#include "cli/command.hpp"
#include "cli/progress.hpp"
#include "cli/style.hpp"

namespace digestkg::cli {

Knowledge::Knowledge(const ReadingOptions& options) : extractor(options.lexicons) {
  if (!options.overrides.empty()) overrides = read_overrides(options.overrides);
}

Reading read_reported(const ReadingOptions& options) {
  Reading reading;
  {
    const Progress progress("reading");
    reading = read_inputs(options.inputs, options.jobs, options.limits);
  }
  report_faults(reading);
  if (reading.entries.empty()) throw Error("nothing readable: " + counted(reading.files, "file", "files") + " and no entry");
  return reading;
}

namespace {

void report(const Diagnostic& diagnostic) {
  std::string text = format(diagnostic);
  text.pop_back();
  complain(text);
}

/// Where entry i begins; an entry of a graph is named by its paper.
Diagnostic place_of(const Reading& reading, std::size_t i) {
  const Entry& entry = reading.entries[i];
  if (reading.names_of.size() != reading.entries.size()) return {entry.id + " of " + entry.date, 0, 0, Severity::Warning, {}, {}, 0};
  return {reading.names[reading.names_of[i]], reading.lines[i], 0, Severity::Warning, {}, {}, 0};
}

}  // namespace

void report_faults(const Reading& reading) {
  for (const Diagnostic& diagnostic : reading.diagnostics) report(diagnostic);
}

void report_unread(Reading& reading, const std::vector<Extraction>& extractions) {
  for (std::size_t i = 0; i < extractions.size(); ++i) {
    const TextRange& unread = extractions[i].unread;
    if (unread.begin == unread.end) continue;
    Diagnostic found = place_of(reading, i);
    found.message = "too long: no fact is read from the last " + counted(unread.end - unread.begin, "byte", "bytes") + " of its " +
                    (unread.field == Field::Title ? "title, nor from its summary" : "summary") +
                    ", behind 8,192 words and marks or 255 sentences";
    report(found);
    reading.diagnostics.push_back(std::move(found));
    ++reading.warnings;
  }
}

std::string summary_of(const Reading& reading, std::size_t entries) {
  return counted(reading.files, "file", "files") + ", " + counted(reading.rows, "row", "rows") + ": " +
         counted(entries, "entry", "entries") + ", " + grouped(reading.rejected) + " rejected, " +
         counted(reading.warnings, "warning", "warnings");
}

int exit_code(const Reading& reading, const ReadingOptions& options) {
  return options.strict && !reading.diagnostics.empty() ? exit_faults : exit_done;
}

namespace {

/// Drops what a graph does not want: the places of names, and room to grow.
void keep_for_graph(Extraction& extraction) {
  std::vector<Mention>().swap(extraction.mentions);
  extraction.things.shrink_to_fit();
  extraction.facts.shrink_to_fit();
  extraction.results.shrink_to_fit();
  extraction.tasks.shrink_to_fit();
}

template <class Each>
std::vector<Extraction> extract_each(const Knowledge& knowledge, const std::vector<Entry>& entries, unsigned jobs, Each each) {
  std::vector<Extraction> extractions(entries.size());
  Progress progress("extracting", entries.size());
  parallel_for(entries.size(), jobs, 4, [&](std::size_t i) {
    extractions[i] = knowledge.extractor.read(entries[i]);
    each(extractions[i]);
    progress.advance();
  });
  return extractions;
}

}  // namespace

std::vector<Extraction> extract_all(const Knowledge& knowledge, const std::vector<Entry>& entries, unsigned jobs) {
  return extract_each(knowledge, entries, jobs, [](const Extraction&) {});
}

Resolution resolve_all(const Knowledge& knowledge, const std::vector<Entry>& entries, const std::vector<Extraction>& extractions,
                       unsigned jobs) {
  const Progress progress("resolving");
  return resolve(entries, extractions, knowledge.overrides ? &*knowledge.overrides : nullptr, jobs);
}

Built build_all(const Knowledge& knowledge, Reading& reading, unsigned jobs) {
  // Of a large archive nothing is left in them when it is built.
  std::vector<Extraction>& extractions = kept_to_the_end(extract_each(knowledge, reading.entries, jobs, keep_for_graph));
  report_unread(reading, extractions);
  if (reading.entries.size() >= large_archive) give_back_memory();
  const Progress progress("building");
  return build_archive(reading.entries, extractions, [&](std::string_view metric) { return knowledge.extractor.higher_is_better(metric); },
                       knowledge.overrides ? &*knowledge.overrides : nullptr, jobs);
}

}  // namespace digestkg::cli
