#pragma once
// Entries -> a build folder: what build and merge have in common.

#include "cli/files.hpp"
#include "cli/pipeline.hpp"

#include <string>
#include <vector>

namespace digestkg::cli {

struct FolderOptions {
  std::string folder;
  std::vector<std::string> formats{"turtle", "graphml", "dot"};
  std::string view{"outperforms"};
  double min_confidence = 0;
  bool no_sync = false;
  ExportOptions exports;
};
void add_folder_options(CLI::App& app, FolderOptions& options);
/// Throws Error for a format or a view that is none, before anything is opened.
FolderRequest checked(const FolderOptions& options, unsigned jobs);

/// Extracts, resolves, builds and writes; prints the summary. Takes the entries out of `reading` and adds the faults that are found then.
void build_folder(const Knowledge& knowledge, Reading& reading, const FolderRequest& request);

}  // namespace digestkg::cli
