// The lists of inputs, exports and views -> text or JSON.

#include "cli/command.hpp"
#include "cli/style.hpp"
#include "cli/views.hpp"

#include <CLI/CLI.hpp>

#include <digestkg/digest.hpp>
#include <digestkg/export.hpp>

#include <memory>
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

void write_json(Output& output) {
  using nlohmann::ordered_json;
  ordered_json all{{"inputs", ordered_json::array()}, {"exports", ordered_json::array()}, {"views", ordered_json::array()}};
  for (const InputFormat& format : input_formats())
    all["inputs"].push_back({{"name", format.name}, {"extensions", format.extensions}, {"description", format.description}});
  for (const Format& format : formats())
    all["exports"].push_back({{"name", format.name}, {"extension", format.extension}, {"mediaType", format.media_type},
                              {"carrier", carrier_name(format.carrier)}, {"description", format.description}, {"loses", format.loses}});
  for (const ViewName& view : view_names()) all["views"].push_back({{"name", view.name}, {"description", view.description}});
  output << all.dump(2) << '\n';
}

}  // namespace

Run define_formats(CLI::App& app) {
  const auto json = std::make_shared<bool>(false);
  app.add_flag("--json", *json, "Write JSON");
  return [json] {
    StandardOutput output;
    (*json ? write_json : write_text)(output);
    output.flush();
    return exit_done;
  };
}

}  // namespace digestkg::cli
