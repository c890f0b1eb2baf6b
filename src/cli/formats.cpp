// The lists of inputs, exports and views -> text or JSON.

#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/style.hpp"
#include "cli/views.hpp"

#include <CLI/CLI.hpp>

#include <digestkg/digest.hpp>
#include <digestkg/export.hpp>

#include <memory>
#include <optional>
#include <string>
#include <vector>
#include <nlohmann/json.hpp>
#include <unistd.h>

namespace digestkg::cli {
namespace {

std::string_view carrier_name(Format::Carrier carrier) {
  switch (carrier) {
    case Format::Carrier::Data: return "file";
    case Format::Carrier::Folder: return "folder";
    case Format::Carrier::Picture: return "picture";
  }
  return "";
}

std::string dotted(std::string_view extensions) {
  std::string text;
  for (const char c : extensions) text += c == ' ' ? std::string(" .") : text.empty() ? std::string(".") + c : std::string(1, c);
  return text;
}

void write_text(Output& output) {
  const auto title = [](std::string_view text) { return bold(text, STDOUT_FILENO); };
  output << title("Inputs") << " (recognised by their content)\n";
  Table inputs;
  for (const InputFormat& format : input_formats())
    inputs.row({std::string(format.name), dotted(format.extensions), std::string(format.description)});
  inputs.write(output);
  output << '\n' << title("Exports") << " (--to NAME; a picture shows a view, all others carry the whole graph)\n";
  Table exports;
  for (const Format& format : formats()) {
    const std::string file = format.carrier == Format::Carrier::Folder ? std::string(format.extension) + "/" : dotted(format.extension);
    exports.row({std::string(format.name), file, std::string(format.description)});
    if (!format.loses.empty()) exports.row({"", "", "loses: " + std::string(format.loses)});
  }
  exports.write(output);
  output << '\n' << title("Views") << " (view --NAME; build and export --view NAME)\n";
  Table views;
  for (const ViewName& view : view_names()) {
    const char* const subject = view.subject == Subject::Required ? "=NAME" : view.subject == Subject::Optional ? "[=NAME]" : "";
    views.row({std::string(view.name) + subject, std::string(view.description)});
  }
  views.write(output);
}

/// What a format leaves behind of one graph. Empty: that is not to be counted, since it depends on a drawing.
std::optional<std::vector<Loss>> losses_of(const Format& format, const View& view) {
  if (format.losses != nullptr) return format.losses(view, {});
  if (format.loses.empty()) return std::vector<Loss>();
  return std::nullopt;
}

/// In words; with a graph in counts too.
void write_losses(Output& output, const View* view) {
  output << bold("What each export cannot carry", STDOUT_FILENO) << '\n';
  Table table;
  for (const Format& format : formats()) {
    std::string text(format.loses.empty() ? "nothing" : format.loses);
    if (view != nullptr)
      if (const auto losses = losses_of(format, *view)) text = losses->empty() ? "nothing" : told(*losses);
    table.row({std::string(format.name), text});
  }
  table.write(output);
}

void write_json(Output& output, const View* counted_in) {
  using nlohmann::ordered_json;
  ordered_json all{{"inputs", ordered_json::array()}, {"exports", ordered_json::array()}, {"views", ordered_json::array()}};
  for (const InputFormat& format : input_formats())
    all["inputs"].push_back({{"name", format.name}, {"extensions", format.extensions}, {"description", format.description}});
  for (const Format& format : formats()) {
    ordered_json one{{"name", format.name}, {"extension", format.extension}, {"mediaType", format.media_type},
                     {"carrier", carrier_name(format.carrier)}, {"description", format.description}, {"loses", format.loses}};
    if (counted_in != nullptr)
      if (const auto losses = losses_of(format, *counted_in)) {
        one["losses"] = ordered_json::array();
        for (const Loss& loss : *losses) one["losses"].push_back({{"what", loss.what}, {"count", loss.count}});
      }
    all["exports"].push_back(std::move(one));
  }
  for (const ViewName& view : view_names()) all["views"].push_back({{"name", view.name}, {"description", view.description}});
  output << all.dump(2) << '\n';
}

struct Options {
  bool json = false;
  bool losses = false;
  std::string graph;  ///< empty: words alone
};

int run(const Options& options) {
  const std::optional<View> view = options.graph.empty() ? std::nullopt : std::optional(whole(load_graph(options.graph)));
  StandardOutput output;
  if (options.json) write_json(output, view ? &*view : nullptr);
  else if (options.losses) write_losses(output, view ? &*view : nullptr);
  else write_text(output);
  output.flush();
  return exit_done;
}

}  // namespace

Run define_formats(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.add_flag("--json", options->json, "Write JSON");
  const auto choose = [options](const CLI::results_t& given) {
    options->losses = true;
    if (given.front() != "true") options->graph = given.front();
    return true;
  };
  app.add_option("--losses", choose, "What each export cannot carry; with a graph, counted in it")->type_name("[=GRAPH]")->expected(0)->type_size(0);
  return [options] { return run(*options); };
}

}  // namespace digestkg::cli
