// A saved graph and a question -> a picture, or the part of the graph that answers it.

#include "base/spelling.hpp"
#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/options.hpp"
#include "cli/progress.hpp"
#include "cli/style.hpp"
#include "cli/views.hpp"

#include <CLI/CLI.hpp>
#include <memory>

namespace digestkg::cli {
namespace {

struct Options {
  std::string graph;
  std::string format;
  std::string output;
  std::vector<std::string> only;
  ViewRequest request;
  ExportOptions exports;
};

/// One option a view, of which at most one may be given.
void add_views(CLI::App& app, ViewRequest& request) {
  CLI::Option_group* const group = app.add_option_group("Views", "What to show");
  group->require_option(0, 1);
  for (const ViewName& view : view_names()) {
    const auto choose = [&request, kind = view.kind](const CLI::results_t& given) {
      request.kind = kind;
      // A flag may have a value, `--outperforms=MATH`, and never swallows the argument that follows it; without one it is `true`.
      if (given.front() != "true") request.name = given.front();
      return true;
    };
    CLI::Option* const option = group->add_option("--" + std::string(view.name), choose, std::string(view.description));
    option->type_name(view.subject == Subject::Required ? "NAME" : view.subject == Subject::Optional ? "[=NAME]" : "");
    if (view.subject != Subject::Required) option->expected(0)->type_size(0);
  }
}

std::string unknown_kind(const std::string& name) {
  std::vector<std::string_view> names;
  std::string all;
  for (const KindInfo& kind : kinds()) {
    names.push_back(kind.record);
    (all += all.empty() ? "" : ", ") += kind.record;
  }
  return "unknown kind '" + printable(name) + "'" + did_you_mean(name, names) + " (" + all + ")";
}

void add_rank(CLI::App& app, std::optional<Measure>& rank) {
  const auto choose = [&rank](const std::string& name) {
    if (name == "pagerank") rank = Measure::PageRank;
    else if (name == "degree") rank = Measure::Degree;
    else throw Error("unknown measure '" + printable(name) + "' for --rank; pagerank and degree are known", Error::Cause::Usage);
  };
  app.add_option_function<std::string>("--rank", choose, "Which nodes stay where not all can: those of highest pagerank or degree in the whole graph")
      ->type_name("MEASURE");
}

std::vector<Kind> kinds_named(const std::vector<std::string>& names) {
  std::vector<Kind> list;
  for (const std::string& name : names) {
    const auto kind = kind_named(name);
    if (!kind) throw Error(unknown_kind(name), Error::Cause::Usage);
    list.push_back(*kind);
  }
  return list;
}

int run(Options options) {
  if (options.format.empty() && options.output.empty()) throw Error("give -o FILE or --to FORMAT", Error::Cause::Usage);
  const Format& format = options.format.empty() ? format_of(options.output) : format_named(options.format);
  options.request.only = kinds_named(options.only);
  const Progress progress("drawing");
  const View view = make_view(load_graph(options.graph), options.request);
  report_losses({write_export(view, format, options.exports, options.output)});
  return exit_done;
}

}  // namespace

Run define_view(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  ViewRequest& request = options->request;
  add_graph(app, options->graph);
  app.add_option("-o,--output", options->output, "File to write; its extension names the format")->type_name("FILE");
  app.add_option("--to", options->format, "Format, where no extension says it")->type_name("FORMAT");
  add_views(app, request);
  app.add_option("--hops", request.hops, "How far from the name --around goes")->check(CLI::Range(1, 9))->capture_default_str()->type_name("N");
  add_day(app, "--since", request.since, "First day");
  add_day(app, "--until", request.until, "Last day");
  app.add_option("--only", options->only, "Kinds of node to keep: method,benchmark,...")->delimiter(',')->expected(1)->take_all()->allow_extra_args(false)->type_name("KIND,...");
  app.add_option("--min-weight", request.min_weight, "Least number of claims, or of joint papers with --authors")->type_name("N");
  app.add_option("--top", request.top, "Most nodes to show, with --benchmark most methods; default: what the view can show legibly")->type_name("N");
  add_rank(app, request.rank);
  add_min_confidence(app, request.min_confidence);
  add_export_options(app, options->exports);
  return [options] { return run(*options); };
}

}  // namespace digestkg::cli
