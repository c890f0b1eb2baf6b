// A graph -> all its files -> readers that are not ours.

#include "check_exports.hpp"

#include "support/raptor_reader.hpp"
#include "support/xml_reader.hpp"
#include "unit/agreement/compare.hpp"

#include <digestkg/export.hpp>

#include <nlohmann/json.hpp>

#include <optional>

namespace digestkg::fuzz {
namespace {

constexpr std::uint64_t one_in_pictures = 4000;  // Graphviz and cairo take a thousand times what a writer of text takes
constexpr std::uint64_t one_in_folders = 200;    // these go through the disk
constexpr std::uint64_t one_in_readings = 40;    // of each format
constexpr std::uint64_t one_in_writings = 4;

void check_clean(std::string_view text) {
  for (const char c : text) require(static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t', "no control character is written");
}

/// Raptor's number of statements.
std::size_t check_rdf(std::string_view text, const char* syntax) {
  const testing::RdfReading reading = testing::read_rdf(text, syntax);
  if (!reading.messages.empty()) throw std::logic_error(std::string(syntax) + ": " + reading.messages);
  return reading.triples.size();
}

void check_text(std::string_view format, const std::string& text) {
  if (format == "sqlite" || format == "html") return;  // packed bytes
  check_clean(text);
  if (format == "graphml" || format == "gexf") testing::read_xml(text);
  if (format == "jsonld" || format == "node-link") require(nlohmann::json::accept(text), "JSON is JSON");
}

void check_facts(const Format& format, const testing::Facts& facts, const testing::Files& files) {
  std::string fault;
  try {
    fault = testing::disagreement(format, facts, files);
  } catch (const std::exception& error) {
    fault = error.what();
  }
  if (!fault.empty()) throw std::logic_error(std::string(format.name) + " says something else than the graph: " + fault);
}

void check_rdf_agrees(const View& view) {
  std::optional<std::size_t> statements;
  for (const char* const name : {"ntriples", "turtle", "rdfxml"}) {
    StringOutput output;
    find_format(name)->write(view, {}, output);
    const std::size_t count = check_rdf(output.text(), name);
    require(!statements || *statements == count, "all syntaxes of RDF have the same statements");
    statements = count;
  }
}

void check_picture(const Graph& graph, const Format& format) {
  StringOutput output;
  try {
    format.write(make_view(graph, {}), {}, output);
  } catch (const Error&) {
    return;  // nothing that a picture could show
  }
  if (format.name == "svg") testing::read_xml(output.text());
  if (format.name == "png") require(output.text().starts_with("\x89PNG\r\n\x1A\n"), "PNG is PNG");
  if (format.name == "pdf") require(output.text().starts_with("%PDF-"), "PDF is PDF");
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

void check_exports(const Graph& graph, const Pace& pace, bool foreign) {
  const View view = whole(graph);
  std::optional<testing::Facts> facts;
  for (const Format& format : formats()) {
    if (format.carrier == Format::Carrier::Picture) {
      if (pace.takes(format.name, one_in_pictures)) check_picture(graph, format);
      continue;
    }
    const bool folder = format.carrier == Format::Carrier::Folder;
    if (!pace.takes(format.name, folder ? one_in_folders : one_in_writings)) continue;
    const testing::Files files = testing::write(format, view);
    if (!folder) check_text(format.name, files.begin()->second);
    if (foreign || (!folder && !pace.takes(std::string(format.name) + " read", one_in_readings / one_in_writings))) continue;
    if (!facts) facts = testing::facts_of(graph);
    check_facts(format, *facts, files);
  }
  if (pace.takes("rdf", one_in_readings)) check_rdf_agrees(view);
}

}  // namespace digestkg::fuzz
