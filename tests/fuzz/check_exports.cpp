// A graph -> all its data files -> readers that are not ours.

#include "check_exports.hpp"

#include "support/raptor_reader.hpp"
#include "support/xml_reader.hpp"

#include <digestkg/export.hpp>

#include <nlohmann/json.hpp>

#include <optional>

namespace digestkg::fuzz {
namespace {

void check_clean(std::string_view text) {
  for (const char c : text) require(static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t', "no control character is written");
}

void check_rdf(std::string_view text, const char* syntax, std::optional<std::size_t>& count) {
  const testing::RdfReading reading = testing::read_rdf(text, syntax);
  if (!reading.messages.empty()) throw std::logic_error(std::string(syntax) + ": " + reading.messages);
  if (count && *count != reading.triples.size()) throw std::logic_error(std::string(syntax) + " has other statements");
  count = reading.triples.size();
}

}  // namespace

std::string saved_text(const Graph& graph) {
  StringOutput output;
  write_graph_jsonl(graph, output);
  return output.text();
}

void check_json_lines(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    require(end != std::string_view::npos, "every record ends its line");
    require(nlohmann::json::accept(text.substr(0, end)), "every record is JSON");
    text.remove_prefix(end + 1);
  }
}

void check_exports(const Graph& graph) {
  const View view = whole(graph);
  std::optional<std::size_t> statements;
  for (const Format& format : formats()) {
    if (format.carrier != Format::Carrier::Data) continue;
    StringOutput output;
    format.write(view, {}, output);
    const std::string& text = output.text();
    if (format.name == "sqlite") continue;
    check_clean(text);
    if (format.name == "ntriples" || format.name == "turtle" || format.name == "rdfxml") check_rdf(text, format.name.data(), statements);
    if (format.name == "graphml" || format.name == "gexf") testing::read_xml(text);
    if (format.name == "jsonld" || format.name == "node-link") require(nlohmann::json::accept(text), "JSON is JSON");
  }
}

}  // namespace digestkg::fuzz
