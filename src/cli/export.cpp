// A saved graph -> one export.

#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/options.hpp"
#include "cli/progress.hpp"
#include "cli/views.hpp"

#include <CLI/CLI.hpp>
#include <memory>

namespace digestkg::cli {
namespace {

struct Options {
  std::string graph;
  std::string format;
  std::string output;
  std::string view;
  double min_confidence = 0;
  ExportOptions exports;
};

int run(const Options& options) {
  if (options.format.empty() && options.output.empty()) throw Error("give --to FORMAT or -o FILE", Error::Cause::Usage);
  const Format& format = options.format.empty() ? format_of(options.output) : format_named(options.format);
  const bool picture = format.carrier == Format::Carrier::Picture;
  ViewRequest request = options.view.empty() ? ViewRequest{} : parse_view(options.view);
  if (options.view.empty() && !picture) request.kind = ViewKind::Whole;
  request.min_confidence = options.min_confidence;
  const Progress progress("exporting");
  Graph graph = load_graph(options.graph);
  const bool everything = request.kind == ViewKind::Whole && request.min_confidence <= 0;
  const View view = everything ? whole(std::move(graph)) : make_view(graph, request);
  report_losses({write_export(view, format, options.exports, options.output)});
  return exit_done;
}

}  // namespace

Run define_export(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  add_graph(app, options->graph);
  app.add_option("--to", options->format, "Format, by name or extension; default: the extension of FILE")->type_name("FORMAT");
  app.add_option("-o,--output", options->output, "File or folder to write instead of standard output")->type_name("FILE");
  app.add_option("--view", options->view, "Export a view; default: the whole graph, of pictures the view outperforms")->type_name("VIEW");
  add_min_confidence(app, options->min_confidence);
  add_export_options(app, options->exports);
  return [options] { return run(*options); };
}

}  // namespace digestkg::cli
