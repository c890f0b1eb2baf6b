// Parts of an archive -> the build folder of the whole.

#include "cli/build_folder.hpp"
#include "cli/command.hpp"
#include "cli/progress.hpp"

#include <CLI/CLI.hpp>

#include <digestkg/merge.hpp>

#include <filesystem>
#include <memory>

namespace digestkg::cli {
namespace {

struct Options {
  ReadingOptions reading;
  FolderOptions folder;
};

bool is_graph(const std::string& part) {
  return std::filesystem::is_directory(part) ? std::filesystem::exists(std::filesystem::path(part) / "graph.jsonl")
                                             : std::filesystem::path(part).filename() == "graph.jsonl";
}

/// Graphs give back the entries they were built from; whatever else a part is, it is read as an input.
Reading read_parts(const ReadingOptions& options) {
  std::vector<std::vector<Entry>> parts;
  ReadingOptions others = options;
  others.inputs.clear();
  Reading all;
  {
    const Progress progress("reading", options.inputs.size());
    for (const std::string& part : options.inputs) {
      if (!is_graph(part)) {
        others.inputs.push_back(part);
        continue;
      }
      parts.push_back(entries_of(load_graph(part)));
      ++all.files;
      all.rows += parts.back().size();
    }
  }
  if (!others.inputs.empty()) {
    Reading reading = read_reported(others);
    parts.push_back(std::exchange(reading.entries, {}));
    all.append(std::move(reading));
  }
  all.entries = merge_entries(std::move(parts));
  return all;
}

}  // namespace

Run define_merge(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.add_option("PART", options->reading.inputs, "Build folders, their graph.jsonl, or what `extract --raw` wrote")->required()->type_name("");
  add_extraction_options(app, options->reading);
  add_folder_options(app, options->folder);
  return [options] {
    const FolderRequest request = checked(options->folder, options->reading.jobs);
    const Knowledge knowledge(options->reading);
    Reading reading = read_parts(options->reading);
    build_folder(knowledge, reading, request);
    return exit_code(reading, options->reading);
  };
}

}  // namespace digestkg::cli
