#pragma once
// A graph -> the files that somebody asked for.

#include <digestkg/export.hpp>
#include <digestkg/graph.hpp>
#include <digestkg/output.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace digestkg::cli {

struct Written {
  std::string path;
  std::uint64_t bytes = 0;
  std::vector<Loss> losses;
};

/// What a build folder holds besides graph.jsonl and resolution.jsonl.
struct FolderRequest {
  std::string folder;
  std::vector<const Format*> formats;
  ViewRequest picture;  ///< what pictures show
  ExportOptions options;
  unsigned jobs = 1;
  Durability durability = Durability::Synced;
};

/// Writes all files at the same time and puts them in place only when every one is whole: a failure leaves an older build as it was.
std::vector<Written> write_folder(const View& everything, std::span<const ResolutionStep> steps, const FolderRequest& request);

/// Writes one export to `path`, or to standard output when it is empty or `-`.
Written write_export(const View& view, const Format& format, const ExportOptions& options, const std::string& path);

/// What the formats could not carry, on standard error.
/// `properties (12,345), claims (7)`
std::string told(const std::vector<Loss>& losses);
void report_losses(const std::vector<Written>& files);

}  // namespace digestkg::cli
