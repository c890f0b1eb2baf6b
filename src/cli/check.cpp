// A saved graph -> what is wrong with it.

#include "base/file_bytes.hpp"
#include "base/json_writer.hpp"
#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/style.hpp"

#include <CLI/CLI.hpp>

#include <digestkg/check.hpp>

#include <algorithm>
#include <memory>

namespace digestkg::cli {
namespace {

struct Options {
  std::string graph;
  bool json = false;
};

void write_text(const std::vector<Fault>& faults, Output& output) {
  for (const Fault& fault : faults) {
    output << name(fault.kind) << "  " << printable(fault.subject) << ": " << printable(fault.message) << '\n';
    for (const std::string& sentence : fault.sentences) output << "    " << printable(sentence) << '\n';
  }
  output << counted(faults.size(), "fault", "faults") << '\n';
}

void write_json(const std::vector<Fault>& faults, Output& output) {
  JsonWriter json(output);
  for (const Fault& fault : faults) {
    json.begin_object().key("kind").text(name(fault.kind)).key("subject").text(fault.subject).key("message").text(fault.message);
    json.key("sentences").begin_list();
    for (const std::string& sentence : fault.sentences) json.text(sentence);
    json.end_list().end_object().end_line();
  }
}

/// What check() finds, and the sentences that are not where the file says.
std::vector<Fault> faults_of(const std::string& path) {
  const std::string file = graph_file(path), bytes = read_file(file);
  const Graph graph = read_graph_jsonl(file, bytes);
  std::vector<Fault> faults = check(graph);
  for (const Diagnostic& d : sentence_faults(file, bytes, graph))
    faults.push_back({FaultKind::Sentence, d.file + ':' + std::to_string(d.line) + ':' + std::to_string(d.column), d.message, {}});
  std::ranges::stable_sort(faults, {}, &Fault::kind);
  return faults;
}

}  // namespace

Run define_check(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  add_graph(app, options->graph);
  app.add_flag("--json", options->json, "Write one JSON object a fault");
  return [options] {
    const std::vector<Fault> faults = faults_of(options->graph);
    StandardOutput output;
    (options->json ? write_json : write_text)(faults, output);
    output.flush();
    return faults.empty() ? exit_done : exit_faults;
  };
}

}  // namespace digestkg::cli
