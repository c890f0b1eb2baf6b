// Digests -> a build folder: graph.jsonl, resolution.jsonl and exports.

#include "cli/build_folder.hpp"
#include "cli/command.hpp"

#include <CLI/CLI.hpp>
#include <memory>

namespace digestkg::cli {

Run define_build(CLI::App& app) {
  struct Options {
    ReadingOptions reading;
    FolderOptions folder;
  };
  const auto options = std::make_shared<Options>();
  add_reading_options(app, options->reading);
  add_folder_options(app, options->folder);
  return [options] {
    const FolderRequest request = checked(options->folder, options->reading.jobs);
    const Knowledge knowledge(options->reading);
    Reading reading = read_reported(options->reading);
    build_folder(knowledge, reading, request);
    return exit_code(reading, options->reading);
  };
}

}  // namespace digestkg::cli
