// Digests -> one JSON record an entry, or one entry explained, on standard output or in a file.

#include "base/spelling.hpp"
#include "cli/command.hpp"
#include "cli/pipeline.hpp"
#include "cli/style.hpp"

#include <CLI/CLI.hpp>

#include <digestkg/explain.hpp>
#include <digestkg/records.hpp>

#include <unistd.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>

namespace digestkg::cli {
namespace {

struct Options {
  ReadingOptions reading;
  std::string output;
  std::string explained;  ///< arXiv id; empty for records of all
  bool raw = false;
};

void write_records(const Options& options, const Knowledge& knowledge, Reading& reading, Output& output) {
  const std::vector<Entry>& entries = reading.entries;
  const std::vector<Extraction> extractions = extract_all(knowledge, entries, options.reading.jobs);
  report_unread(reading, extractions);
  if (options.raw) {
    for (std::size_t i = 0; i < entries.size(); ++i) write_raw_record(entries[i], extractions[i], output);
    return;
  }
  const Resolution resolution = resolve_all(knowledge, entries, extractions, options.reading.jobs);
  for (std::size_t i = 0; i < entries.size(); ++i) write_record(entries[i], extractions[i], resolution, i, output);
}

/// The entries of one paper, one for each day that lists it.
std::vector<Entry> entries_of(const std::vector<Entry>& entries, const std::string& id) {
  std::vector<Entry> found;
  std::ranges::copy_if(entries, std::back_inserter(found), [&](const Entry& e) { return e.id == id; });
  if (!found.empty()) return found;
  std::vector<std::string_view> ids;
  ids.reserve(entries.size());
  for (const Entry& e : entries) ids.push_back(e.id);
  throw Error("no entry has the id '" + printable(id) + "'" + did_you_mean(id, ids), Error::Cause::Usage);
}

void write_explanations(const Options& options, const Knowledge& knowledge, Reading& reading, Output& output, bool colour) {
  reading.entries = entries_of(reading.entries, options.explained);
  const std::vector<Extraction> extractions = extract_all(knowledge, reading.entries, options.reading.jobs);
  for (std::size_t i = 0; i < extractions.size(); ++i) output << (i > 0 ? "\n" : "") << explain(reading.entries[i], extractions[i], colour);
}

void write(const Options& options, const Knowledge& knowledge, Reading& reading, Output& output, bool colour) {
  if (options.explained.empty()) write_records(options, knowledge, reading, output);
  else write_explanations(options, knowledge, reading, output, colour);
}

int extract(const Options& options) {
  const Knowledge knowledge(options.reading);
  Reading reading = read_reported(options.reading);
  const std::size_t entries = reading.entries.size();
  if (options.output.empty() || options.output == "-") {
    StandardOutput output;
    write(options, knowledge, reading, output, wants_colour(STDOUT_FILENO));
    output.flush();
  } else {
    FileOutput output(options.output);
    write(options, knowledge, reading, output, false);
    output.commit();
  }
  complain("read   " + summary_of(reading, entries));
  return exit_code(reading, options.reading);
}

}  // namespace

Run define_extract(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  add_reading_options(app, options->reading);
  app.add_option("-o,--output", options->output, "File to write instead of standard output")->type_name("FILE");
  auto* const raw = app.add_flag("--raw", options->raw, "Write what each entry says before resolution, for merge");
  app.add_option("--explain", options->explained, "Show one entry instead: its names marked, each claim with its sentence and what read it")
      ->type_name("ID")
      ->excludes(raw);
  return [options] { return extract(*options); };
}

}  // namespace digestkg::cli
