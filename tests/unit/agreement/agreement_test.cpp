// Every export of one graph, read back by another reader, says what the graph says; only what the format declares as lost is missing.

#include "unit/agreement/agree.hpp"

#include "support/sample_graph.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <regex>
#include <sstream>

using namespace digestkg;
using namespace digestkg::testing;

TEST_CASE("all exports of one graph agree with it, fact by fact") {
  for (const bool hostile : {false, true}) {
    INFO((hostile ? "hostile names" : "plain names"));
    View view;
    view.graph = sample_graph(hostile);
    check_agreement(view);
  }
}

TEST_CASE("a number that one sentence tells twice leaves the number and each of its edges their own claims") {
  GraphBuilder b;
  const auto text = [&](auto node, Key key, std::string_view value) { b.set_node(node, key, b.keep(value)); };
  const std::string_view summary = "ANet has 71.5% on MMLU, yes 71.5%, BNet 70%.";
  const auto paper = b.node("paper/1", Kind::Paper), digest = b.node("digest/2025-01-02", Kind::Digest);
  text(paper, Key::Title, "T");
  text(paper, Key::Summary, summary);
  text(digest, Key::Date, "2025-01-02");
  b.edge(paper, Relation::ListedIn, digest);
  const auto day = b.listing({"paper/1", "2025-01-02", "T", b.keep(summary), {}, {}, {}});
  const auto method = b.node("entity/a", Kind::Method), baseline = b.node("entity/b", Kind::Method), result = b.node("result/1", Kind::Result);
  text(method, Key::Name, "ANet");
  text(baseline, Key::Name, "BNet");
  const auto claim = [&](float confidence, std::string_view rule) {
    return Claim{day, 0, static_cast<std::uint32_t>(summary.size()), confidence, b.rule(rule), Field::Summary};
  };
  const Claim sure = claim(0.9F, "result"), unsure = claim(0.6F, "result"), other = claim(1.0F, "pattern");
  const auto reports = b.edge(paper, Relation::Reports, result), of = b.edge(result, Relation::OfMethod, method);
  for (const Claim& reading : {sure, other}) {
    b.claim_node(result, reading);
    b.claim_edge(reports, reading);
  }
  const bool other_everywhere = GENERATE(true, false);
  b.claim_edge(of, other);
  if (other_everywhere) b.claim_edge(of, sure);
  const auto over = b.edge(result, Relation::OverBaseline, baseline);
  b.claim_edge(over, unsure);  // only the less certain reading of the number names what it is compared with
  if (other_everywhere) b.claim_edge(over, other);
  View view;
  view.graph = b.finish();
  check_agreement(view);
}

TEST_CASE("every format writes the same bytes twice and writes an empty graph") {
  View view;
  view.graph = sample_graph(true);
  for (const Format& format : formats()) {
    if (format.carrier == Format::Carrier::Picture) continue;
    INFO(format.name);
    CHECK(write(format, view) == write(format, view));
    const FactReader* const reader = reader_of(format);
    REQUIRE(reader != nullptr);
    CHECK(reader->read(write(format, {})).empty());
  }
}

TEST_CASE("a format that loses something counts it") {
  View view;
  view.graph = sample_graph(true);
  for (const Format& format : formats()) {
    INFO(format.name);
    if (format.losses == nullptr) continue;
    CHECK_FALSE(format.loses.empty());
    for (const Loss& loss : format.losses(view, {})) CHECK(loss.count > 0);
  }
}

TEST_CASE("a format that does not carry all facts says so") {
  for (const FactReader& reader : fact_readers())
    if (reader.lost.contains(Category::Claim) || reader.lost.contains(Category::Property)) CHECK_FALSE(find_format(reader.format)->loses.empty());
}

TEST_CASE("the VoID description counts every class and every property of the N-Triples") {
  View view;
  view.graph = sample_graph(true);
  const std::string type = "22-rdf-syntax-ns#type";
  std::map<std::string, int> expected, found;
  std::istringstream lines(write(*find_format("ntriples"), view).at("graph.nt"));
  for (std::string subject, property, object; lines >> subject >> property && std::getline(lines, object);) {
    const auto local = [](const std::string& iri) { return iri.substr(iri.find_last_of("#/") + 1, iri.find('>') - iri.find_last_of("#/") - 1); };
    ++expected["property " + local(property)];
    if (property.find(type) != property.npos) ++expected["class " + local(object)];
  }
  const std::string text = write(*find_format("void"), view).at("graph.void.ttl");
  static const std::regex partition(R"(void:(class|property) \w+:(\w+) ;\s+void:(entities|triples) (\d+) \.)");
  for (std::sregex_iterator at(text.begin(), text.end(), partition), end; at != end; ++at) found[(*at)[1].str() + " " + (*at)[2].str()] = std::stoi((*at)[4]);
  CHECK(found == expected);
}
