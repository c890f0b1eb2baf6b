// All RDF formats: the same statements, read back by Raptor, whatever the names in the graph are.

#include "exporters/exporters.hpp"

#include "support/raptor_reader.hpp"
#include "support/sample_graph.hpp"

#include <digestkg/diagnostic.hpp>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>

using namespace digestkg;
using digestkg::testing::RdfReading;

namespace {

struct Syntax {
  const char* format;
  const char* raptor;
};
constexpr std::array<Syntax, 5> syntaxes{
    {{"ntriples", "ntriples"}, {"turtle", "turtle"}, {"nquads", "nquads"}, {"trig", "trig"}, {"rdfxml", "rdfxml"}}};

std::string written(const char* format, const Graph& graph, const ExportOptions& options = {}) {
  StringOutput output;
  View view;
  view.graph = graph;
  find_format(format)->write(view, options, output);
  return output.text();
}

RdfReading read(const Syntax& syntax, const Graph& graph, const ExportOptions& options = {}) {
  return testing::read_rdf(written(syntax.format, graph, options), syntax.raptor);
}

/// Statements that only one of the two has; printed instead of both when a test fails.
std::set<std::string> difference(const RdfReading& a, const RdfReading& b) {
  std::set<std::string> only_one;
  std::ranges::set_symmetric_difference(a.triples, b.triples, std::inserter(only_one, only_one.end()));
  return only_one;
}

bool has(const RdfReading& reading, const std::string& triple) { return reading.triples.contains(triple); }

std::size_t count_of(const RdfReading& reading, std::string_view part) {
  return static_cast<std::size_t>(std::ranges::count_if(reading.triples, [&](const auto& t) { return t.find(part) != t.npos; }));
}

const std::set<std::string> nothing_else;
const std::string base = "<https://w3id.org/digestkg/", dkg = "<https://w3id.org/digestkg/ontology#";
const std::string rdf = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#", xsd = "<http://www.w3.org/2001/XMLSchema#";

}  // namespace

TEST_CASE("every RDF format says the same statements, each once") {
  for (const bool hostile : {false, true})
    for (const bool claims : {true, false}) {
      const Graph graph = testing::sample_graph(hostile);
      ExportOptions options;
      options.claims = claims;
      const RdfReading lines = read(syntaxes[0], graph, options);
      CHECK(lines.triples.size() > 80);
      for (const Syntax& syntax : syntaxes) {
        CAPTURE(syntax.format, hostile, claims);
        const RdfReading reading = read(syntax, graph, options);
        CHECK(reading.messages == "");
        CHECK(difference(reading, lines) == nothing_else);
        CHECK(reading.statements == lines.triples.size());
      }
    }
}

TEST_CASE("N-Triples are one line a statement and read back as they were written") {
  const std::string text = written("ntriples", testing::sample_graph(true));
  const RdfReading reading = testing::read_rdf(text, "ntriples");
  CHECK(static_cast<std::size_t>(std::ranges::count(text, '\n')) == reading.triples.size());
  CHECK(std::ranges::none_of(reading.triples, [](const auto& t) { return t.starts_with("_:") || t.find(" _:") != t.npos; }));
}

TEST_CASE("numbers, dates and truths have their types") {
  const RdfReading reading = read(syntaxes[1], testing::sample_graph());
  const std::string result = base + "result/2501.00001/fastnet/mmlu/accuracy/71.5/%25/level> ";
  CHECK(has(reading, result + dkg + "value> \"71.5\"^^" + xsd + "decimal>"));
  CHECK(has(reading, result + dkg + "delta> \"false\"^^" + xsd + "boolean>"));
  CHECK(has(reading, base + "digest/2025-01-02> " + dkg + "date> \"2025-01-02\"^^" + xsd + "date>"));
  CHECK(has(reading, base + "authorship/2501.00001/bob42> " + dkg + "position> \"2\"^^" + xsd + "integer>"));
  CHECK(has(reading, base + "paper/2501.00001> " + dkg + "arxivUrl> <https://arxiv.org/abs/2501.00001>"));
}

TEST_CASE("a claim leads to its fact, its sentence and its listing") {
  const RdfReading reading = read(syntaxes[0], testing::sample_graph());
  const auto& triples = reading.triples;
  const auto at = std::ranges::find_if(triples, [](const auto& t) { return t.ends_with(rdf + "predicate> " + dkg + "outperforms>"); });
  REQUIRE(at != triples.end());
  const std::string claim = at->substr(0, at->find(' ') + 1);
  CHECK(has(reading, claim + rdf + "subject> " + base + "entity/fastnet>"));
  CHECK(has(reading, claim + rdf + "object> " + base + "entity/slownet>"));
  CHECK(has(reading, claim + dkg + "listing> " + base + "listing/2025-01-02/2501.00001>"));
  CHECK(has(reading, claim + dkg + "sentence> \"It beats SlowNet on MMLU with 71.5% accuracy, up from 70.2%.\""));
  CHECK(has(reading, claim + dkg + "confidence> \"0.8\"^^" + xsd + "decimal>"));
  CHECK(has(reading, claim + dkg + "begin> \"54\"^^" + xsd + "integer>"));
  CHECK(has(reading, base + "listing/2025-01-03/2501.00001> " + dkg + "summary> \"The authors present FastNet.\""));
}

TEST_CASE("a Result's claim is said once, not again of each of its edges") {
  const RdfReading reading = read(syntaxes[0], testing::sample_graph());
  CHECK(count_of(reading, dkg + "about> " + base + "result/") == 1);
  CHECK(count_of(reading, rdf + "predicate> " + dkg + "ofMethod>") == 0);
  CHECK(count_of(reading, rdf + "predicate> " + dkg + "introduces>") == 2);  // one fact, two claims
}

TEST_CASE("a lean graph has no claims and all else") {
  ExportOptions lean;
  lean.claims = false;
  const Graph graph = testing::sample_graph(true);
  const RdfReading all = read(syntaxes[0], graph), some = read(syntaxes[0], graph, lean);
  CHECK(count_of(some, "claim/") == 0);
  CHECK(count_of(all, " " + dkg + "Claim>") > 0);
  CHECK(some.triples.size() + count_of(all, base + "claim/") == all.triples.size());
}

TEST_CASE("listings and claims stand in the graph of their digest") {
  for (const char* syntax : {"nquads", "trig"}) {
    const RdfReading reading = read({syntax, syntax}, testing::sample_graph());
    CHECK(reading.graphs == std::set<std::string>{base + "digest/2025-01-02>", base + "digest/2025-01-03>"});
  }
}

TEST_CASE("the base of the data can be another, the ontology's cannot") {
  ExportOptions options;
  options.base = "http://example.org/kg#";
  for (const Syntax& syntax : syntaxes) {
    const RdfReading reading = read(syntax, testing::sample_graph(true), options);
    CHECK(count_of(reading, base + "paper/") == 0);
    CHECK(has(reading, "<http://example.org/kg#paper/2501.00001> " + rdf + "type> " + dkg + "Paper>"));
  }
  for (const char* wrong : {"", "kg/", "http://example.org", "http://exa mple.org/", "http://a:b/", "http://e.org/<x>/"}) {
    options.base = wrong;
    CHECK_THROWS_AS(written("ntriples", testing::sample_graph(), options), Error);
  }
}

TEST_CASE("prefixes can have other names, not two meanings") {
  ExportOptions options;
  options.prefixes = {{"kg", std::string(ontology_namespace)}, {"ex", "http://example.org/"}};
  const std::string text = written("turtle", testing::sample_graph(), options);
  CHECK(text.find("a kg:Paper") != text.npos);
  CHECK(text.find("@prefix ex: <http://example.org/> .") != text.npos);
  CHECK(text.find("dkg:") == text.npos);
  CHECK(testing::read_rdf(text, "turtle").triples == read(syntaxes[0], testing::sample_graph()).triples);
  for (const auto& wrong : {std::pair("paper", "http://example.org/"), std::pair("1a", "http://example.org/"), std::pair("a", "b")}) {
    options.prefixes = {wrong};
    CHECK_THROWS_AS(written("turtle", testing::sample_graph(), options), Error);
  }
}

TEST_CASE("a later listing keeps its own authors in order, and its own links") {
  GraphBuilder b;
  const auto paper = b.node("paper/1", Kind::Paper);
  b.set_node(paper, Key::Title, b.keep("T"));
  const std::vector<std::string_view> authors{"Zoe", "Ann"};
  b.listing({"paper/1", "2025-01-03", b.keep("T"), "", b.keep(authors), "https://arxiv.org/abs/1 2", "javascript:alert(1)"});
  b.set_edge(b.edge(paper, Relation::ListedIn, b.node("digest/2025-01-03", Kind::Digest)), Key::Authors, b.keep(authors));
  const RdfReading reading = read(syntaxes[1], b.finish());
  const std::string listing = base + "listing/2025-01-03/1> ", second = base + "authorship/2025-01-03/1/2> ";
  CHECK(has(reading, second + dkg + "name> \"Ann\""));
  CHECK(has(reading, second + dkg + "listing> " + listing.substr(0, listing.size() - 1)));
  CHECK(has(reading, second + dkg + "position> \"2\"^^" + xsd + "integer>"));
  CHECK(has(reading, listing + dkg + "arxivUrl> <https://arxiv.org/abs/1%202>"));
  CHECK(has(reading, listing + dkg + "huggingFaceUrl> \"javascript:alert(1)\""));  // no IRI of the web: kept as text
  CHECK(count_of(reading, listing + dkg + "title>") == 0);
}

TEST_CASE("what a later day's list has not, its listing says as an empty text") {
  GraphBuilder b;
  const auto paper = b.node("paper/1", Kind::Paper);
  for (const Key key : {Key::Title, Key::Summary, Key::ArxivUrl}) b.set_node(paper, key, b.keep("https://arxiv.org/abs/1"));
  b.listing({"paper/1", "2025-01-03", "https://arxiv.org/abs/1", "", {}, "", ""});
  b.set_edge(b.edge(paper, Relation::ListedIn, b.node("digest/2025-01-03", Kind::Digest)), Key::Authors, std::span<const std::string_view>{});
  const RdfReading reading = read(syntaxes[0], b.finish());
  const std::string listing = base + "listing/2025-01-03/1> ";
  for (const char* key : {"summary", "arxivUrl", "authors"}) CHECK(has(reading, listing + dkg + key + "> \"\""));
  for (const char* key : {"title", "huggingFaceUrl"}) CHECK(count_of(reading, listing + dkg + key) == 0);
}

TEST_CASE("IRIs and texts that no reader takes are mended the same way in every format") {
  GraphBuilder b;
  const auto bad = b.node("entity/a b<\xC3\xA9>\"{|}^`\\%zz[#", Kind::Method);
  b.set_node(bad, Key::Name, b.keep("nul\x01 bad\xFF cut\xC3"));
  const Graph graph = b.finish();
  const RdfReading lines = read(syntaxes[0], graph);
  const std::string iri = base + "entity/a%20b%3C%C3%A9%3E%22%7B%7C%7D%5E%60%5C%25zz%5B%23> ";
  CHECK(has(lines, iri + dkg + "name> \"nul\\uFFFD bad\\uFFFD cut\\uFFFD\""));
  for (const Syntax& syntax : syntaxes) CHECK(difference(read(syntax, graph), lines) == nothing_else);
}

TEST_CASE("JSON-LD has one object a subject, and every term that it uses in its context") {
  const auto document = nlohmann::json::parse(written("jsonld", testing::sample_graph(true)));
  const auto& context = document.at("@context");
  const RdfReading lines = read(syntaxes[0], testing::sample_graph(true));
  std::size_t statements = 0;
  std::set<std::string> ids;
  for (const auto& subject : document.at("@graph"))
    for (const auto& [term, value] : subject.items()) {
      if (term == "@id") CHECK(ids.insert(value).second);
      else statements += value.is_array() ? value.size() : 1;
      if (term[0] != '@') CHECK(context.contains(term));
    }
  CHECK(statements == lines.triples.size());
}

TEST_CASE("the context says of every property what the vocabulary's table says") {
  const auto document = nlohmann::json::parse(written("jsonld", testing::sample_graph()));
  const auto& context = document.at("@context");
  const auto type_of = [&](std::string_view term) {
    const auto& entry = context.at(std::string(term));
    return entry.is_object() ? entry.value("@type", "") : "";
  };
  const std::map<ValueType, std::string> types{{ValueType::Text, ""}, {ValueType::TextList, ""}, {ValueType::Integer, "xsd:integer"},
                                               {ValueType::Real, "xsd:double"}, {ValueType::Decimal, "xsd:decimal"},
                                               {ValueType::Boolean, "xsd:boolean"}, {ValueType::Date, "xsd:date"}, {ValueType::Link, "@id"}};
  for (const KeyInfo& key : keys()) {
    CAPTURE(key.name);
    CHECK(type_of(key.name) == types.at(key.type));
  }
  for (const RelationInfo& relation : relations()) CHECK(type_of(relation.rdf) == "@id");
}

TEST_CASE("the VoID description counts what N-Triples hold") {
  const Graph graph = testing::sample_graph(true);
  const RdfReading lines = read(syntaxes[0], graph), about = read({"void", "turtle"}, graph);
  CHECK(about.messages == "");
  const std::string number = "\"" + std::to_string(lines.triples.size()) + "\"^^" + xsd + "integer>";
  CHECK(has(about, base + "dataset> <http://rdfs.org/ns/void#triples> " + number));
  const std::string papers = std::to_string(count_of(lines, rdf + "type> " + dkg + "Paper>"));
  CHECK(has(about, base + "dataset/class/dkg/Paper> <http://rdfs.org/ns/void#entities> \"" + papers + "\"^^" + xsd + "integer>"));
}
