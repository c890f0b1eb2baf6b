// Digests -> one JSON record an entry on standard output or in a file.

#include "cli/command.hpp"
#include "cli/pipeline.hpp"
#include "cli/style.hpp"

#include <CLI/CLI.hpp>

#include <digestkg/records.hpp>

#include <memory>
#include <optional>

namespace digestkg::cli {
namespace {

struct Options {
  ReadingOptions reading;
  std::string output;
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
  const Resolution resolution = resolve_all(knowledge, entries, extractions);
  for (std::size_t i = 0; i < entries.size(); ++i) write_record(entries[i], extractions[i], resolution, i, output);
}

int extract(const Options& options) {
  const Knowledge knowledge(options.reading);
  Reading reading = read_reported(options.reading);
  if (options.output.empty() || options.output == "-") {
    StandardOutput output;
    write_records(options, knowledge, reading, output);
    output.flush();
  } else {
    FileOutput output(options.output);
    write_records(options, knowledge, reading, output);
    output.commit();
  }
  complain("read   " + summary_of(reading, reading.entries.size()));
  return exit_code(reading, options.reading);
}

}  // namespace

Run define_extract(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  add_reading_options(app, options->reading);
  app.add_option("-o,--output", options->output, "File to write instead of standard output")->type_name("FILE");
  app.add_flag("--raw", options->raw, "Write what each entry says before resolution, for merge");
  return [options] { return extract(*options); };
}

}  // namespace digestkg::cli
