// Entries -> a build folder and its summary.

#include "cli/build_folder.hpp"

#include "base/memory.hpp"
#include "cli/style.hpp"
#include "cli/summary.hpp"
#include "cli/views.hpp"

#include <CLI/CLI.hpp>
namespace digestkg::cli {

void add_folder_options(CLI::App& app, FolderOptions& options) {
  app.add_option("-o,--output", options.folder, "Folder for graph.jsonl, resolution.jsonl and the exports")->required()->type_name("DIR");
  app.add_option("--to", options.formats, "Exports to write, by name or extension")
      ->delimiter(',')->expected(1)->take_all()->allow_extra_args(false)->capture_default_str()->type_name("FORMAT,...");
  app.add_option("--view", options.view, "What pictures show")->capture_default_str()->type_name("VIEW");
  add_min_confidence(app, options.min_confidence);
  app.add_flag("--no-sync", options.no_sync, "Do not wait for the disk: faster; after a power cut files may be there in part");
  add_export_options(app, options.exports);
}

FolderRequest checked(const FolderOptions& options, unsigned jobs) {
  ViewRequest picture = parse_view(options.view);
  picture.min_confidence = options.min_confidence;
  return {options.folder, formats_named(options.formats), picture, options.exports, jobs,
          options.no_sync ? Durability::LeftToSystem : Durability::Synced};
}

void build_folder(const Knowledge& knowledge, Reading& reading, const FolderRequest& request) {
  const std::size_t entries = reading.entries.size();
  Built& built = kept_to_the_end(build_all(knowledge, reading, request.jobs));
  const std::string read = summary_of(reading, entries);
  ViewRequest everything;
  everything.kind = ViewKind::Whole;
  everything.min_confidence = request.picture.min_confidence;
  const View& view = kept_to_the_end(everything.min_confidence > 0 ? make_view(built.graph, everything) : whole(std::move(built.graph)));
  const std::vector<Written> files = write_folder(view, built.resolution.steps, request);
  report_losses(files);
  StandardOutput output;
  write_summary(read, view.graph, files, output);
  output.flush();
}

}  // namespace digestkg::cli
