// Shared options -> checked values.

#include "cli/options.hpp"

#include "base/spelling.hpp"

#include <CLI/CLI.hpp>

#include <digestkg/diagnostic.hpp>

#include <algorithm>
#include <filesystem>
#include <regex>
#include <sys/resource.h>
#include <thread>

namespace digestkg::cli {

void add_reading_options(CLI::App& app, ReadingOptions& options) {
  app.add_option("INPUT", options.inputs, "Files, folders (read recursively) or - for standard input")->required()->type_name("");
  add_extraction_options(app, options);
}

void add_extraction_options(CLI::App& app, ReadingOptions& options) {
  options.jobs = std::max(1u, std::thread::hardware_concurrency());
  app.add_option("-j,--jobs", options.jobs, "Threads; the result is the same for any number")->check(CLI::Range(1u, 1024u))->type_name("N");
  app.add_option("--lexicon", options.lexicons, "Add names from a TOML file (may be given again)")->expected(1)->allow_extra_args(false)->type_name("FILE");
  app.add_option("--overrides", options.overrides, "Force or forbid merges and reject claims as a TOML file says")->type_name("FILE");
  app.add_flag("--strict", options.strict, "Exit with 3 when the data had faults");
  add_limits(app, options.limits);
}

namespace {

/// A stack that has to grow when memory is at its limit ends the program by a signal, with nothing told: it grows beforehand.
void grow_stack() {
  constexpr std::size_t room = 1 << 20;
  volatile char stack[room];
  for (volatile char& byte : stack) byte = 0;
}

}  // namespace

void add_limits(CLI::App& app, ReadLimits& limits) {
  CLI::Option_group* const group = app.add_option_group("Limits", "For input that nobody vouches for");
  const CLI::AsSizeValue size(false);
  group->add_option("--max-file", limits.file_bytes, "Largest file, unpacked; default: 8G")->transform(size)->type_name("SIZE");
  group->add_option("--max-entries", limits.entries, "Most entries of all inputs; default: 10,000,000")->type_name("N");
  const auto limit_memory = [](const CLI::results_t& given) {
    const rlim_t bytes = std::stoull(given.front());
    const rlimit limit{bytes, bytes};
    grow_stack();
    return ::setrlimit(RLIMIT_AS, &limit) == 0;
  };
  group->add_option("--max-memory", limit_memory, "Most memory of the program; default: what the system gives")->transform(size)->type_name("SIZE");
}

void add_graph(CLI::App& app, std::string& graph) {
  app.add_option("GRAPH", graph, "A build's folder, its graph.jsonl, or - for standard input")->required()->type_name("");
}

void add_day(CLI::App& app, const std::string& option, std::string& day, const std::string& description) {
  const auto check = [](const std::string& text) {
    static const std::regex form("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    return std::regex_match(text, form) ? std::string() : "a day is written 2025-03-04, not '" + text + "'";
  };
  app.add_option(option, day, description)->check(check)->type_name("DAY");
}

void add_min_confidence(CLI::App& app, double& confidence) {
  app.add_option("--min-confidence", confidence, "Leave out what is read with less confidence, 0 to 1")->check(CLI::Range(0.0, 1.0))->type_name("X");
}

void add_export_options(CLI::App& app, ExportOptions& options) {
  const auto absolute = [](const std::string& base) {
    const bool ok = base.find("://") != std::string::npos && (base.ends_with('/') || base.ends_with('#')) &&
                    base.find_first_of(" <>\"{}|\\^`") == std::string::npos;
    return ok ? std::string() : "an absolute IRI that ends in / or # is wanted, not '" + base + "'";
  };
  app.add_option("--base", options.base, "Prefix of all IRIs in RDF")->check(absolute)->type_name("IRI");
  const auto add_prefix = [&options](const std::string& text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos) throw CLI::ValidationError("--prefix", "NAME=IRI is wanted, not '" + text + "'");
    options.prefixes.emplace_back(text.substr(0, equals), text.substr(equals + 1));
  };
  app.add_option_function<std::string>("--prefix", add_prefix, "Declare a prefix in Turtle, TriG, RDF/XML and JSON-LD (repeatable)")
      ->trigger_on_parse()
      ->type_name("NAME=IRI");
  app.add_flag("--no-claims{false}", options.claims, "Leave the evidence out of exports");
  app.add_flag("--spreadsheet-safe", options.spreadsheet_safe, "CSV: keep spreadsheets from running cells as formulas");
}

const Format& format_named(std::string_view name) {
  if (const Format* format = find_format(name)) return *format;
  std::vector<std::string_view> names;
  for (const Format& format : formats()) names.insert(names.end(), {format.name, format.extension});
  throw Error("unknown format '" + std::string(name) + "'" + did_you_mean(name, names) + " (`digestkg formats` lists them)",
              Error::Cause::Usage);
}

std::vector<const Format*> formats_named(const std::vector<std::string>& names) {
  std::vector<const Format*> list;
  for (const std::string& name : names) {
    const Format* const format = &format_named(name);
    if (std::ranges::find(list, format) == list.end()) list.push_back(format);
  }
  return list;
}

const Format& format_of(const std::string& path) {
  std::string extension = std::filesystem::path(path).extension().string();
  if (extension.empty()) throw Error("'" + path + "' has no extension that names a format; give --to FORMAT", Error::Cause::Usage);
  return format_named(extension.substr(1));
}

}  // namespace digestkg::cli
