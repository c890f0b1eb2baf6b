#pragma once
// Options that several commands share: declared in one place, so that they are called and checked the same everywhere.

#include <digestkg/export.hpp>
#include <digestkg/limits.hpp>

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace digestkg::cli {

/// What to read and how.
struct ReadingOptions {
  std::vector<std::string> inputs;
  std::vector<std::string> lexicons;
  std::string overrides;
  unsigned jobs = 1;
  bool strict = false;
  ReadLimits limits;
};
void add_reading_options(CLI::App& app, ReadingOptions& options);
/// The same without inputs: for commands that name theirs otherwise.
void add_extraction_options(CLI::App& app, ReadingOptions& options);

/// `--max-file`, `--max-entries`, `--max-memory`
void add_limits(CLI::App& app, ReadLimits& limits);

void add_graph(CLI::App& app, std::string& graph);
/// A day such as `2025-03-04`.
void add_day(CLI::App& app, const std::string& option, std::string& day, const std::string& description);
void add_min_confidence(CLI::App& app, double& confidence);
/// `--base`, `--prefix`, `--no-claims`, `--spreadsheet-safe`
void add_export_options(CLI::App& app, ExportOptions& options);

/// The formats of a list such as `turtle,graphml`. Throws Error for one that is none.
std::vector<const Format*> formats_named(const std::vector<std::string>& names);
const Format& format_named(std::string_view name);
/// By the extension of `path`. Throws Error when no format has it.
const Format& format_of(const std::string& path);

}  // namespace digestkg::cli
