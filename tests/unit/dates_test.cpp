// Days that are none: a saved graph made by others is read with them, and every export stays what its readers take.

#include "exporters/dates.hpp"

#include "support/raptor_reader.hpp"
#include "support/xml_reader.hpp"
#include "unit/agreement/agree.hpp"

#include <digestkg/export.hpp>

#include <catch2/catch.hpp>

using namespace digestkg;
using exporters::is_date;

namespace {

constexpr std::string_view odd_days[] = {"20&5-03-03", "2025-02-30", "2025-0\xC3\xA9-1", "<b>-01-0\"", "'\\", "2025-3-3|", "'); //-03-03"};

/// Papers of one odd day each, and two of a day; each introduces a method, which has a score on one benchmark.
Graph of_days(std::vector<std::string_view> days) {
  GraphBuilder b;
  const auto board = b.node("entity/board", Kind::Benchmark);
  b.set_node(board, Key::Name, "Board");
  for (std::size_t i = 0; i < days.size(); ++i) {
    const std::string number = std::to_string(i);
    const std::string_view iri = b.keep("paper/" + number);
    const auto paper = b.node(iri, Kind::Paper), digest = b.node("digest/" + number, Kind::Digest), method = b.node("entity/m" + number, Kind::Method);
    const auto result = b.node("result/" + number, Kind::Result), metric = b.node("entity/metric", Kind::Metric);
    const Claim claim{b.listing({iri, days[i], "T.", "M.", {}, {}, {}}), 0, 2, 0.5F, b.rule("r"), Field::Summary};
    b.set_node(paper, Key::Date, days[i]);
    b.set_node(digest, Key::Date, days[i]);
    b.set_node(method, Key::Name, b.keep("M" + number));
    b.set_node(result, Key::Value, b.keep("5" + number));
    b.claim_node(result, claim);
    b.claim_edge(b.edge(paper, Relation::Introduces, method), claim);
    b.edge(paper, Relation::ListedIn, digest);
    b.edge(paper, Relation::Reports, result);
    b.edge(result, Relation::OfMethod, method);
    b.edge(result, Relation::OnBenchmark, board);
    b.edge(result, Relation::ByMetric, metric);
  }
  return b.finish();
}

Graph of_odd_days() { return of_days({std::begin(odd_days), std::end(odd_days)}); }

std::string written(const View& view, std::string_view format) {
  StringOutput out;
  find_format(format)->write(view, {}, out);
  return out.text();
}

}  // namespace

TEST_CASE("dates are days of the calendar") {
  for (const char* day : {"2024-02-29", "2025-12-31"}) CHECK(is_date(day));
  for (const char* wrong : {"", "2025-02-29", "2025-13-01", "2025-1-01", "2025/01/01", "2025-01-00", "-025-01-01", "20&5-03-03", "0000-01-01"})
    CHECK_FALSE(is_date(wrong));
}

TEST_CASE("XML with days that are none is well-formed and has them as they are") {
  const Graph graph = of_odd_days();
  for (const char* format : {"graphml", "gexf", "rdfxml"}) CHECK_NOTHROW(testing::read_xml(written(whole(graph), format)));
  CHECK(written(whole(graph), "gexf").find("<spell ") == std::string::npos);
}

TEST_CASE("only days are typed as days in RDF") {
  const std::string all = written(whole(of_odd_days()), "ntriples");
  CHECK(all.find("XMLSchema#date>") == std::string::npos);
  CHECK(all.find("\"20&5-03-03\" .") != std::string::npos);
  CHECK(written(whole(of_days({"2025-03-03"})), "ntriples").find("\"2025-03-03\"^^<http://www.w3.org/2001/XMLSchema#date> .") != std::string::npos);
  for (const char* syntax : {"ntriples", "turtle", "rdfxml"}) CHECK(testing::read_rdf(written(whole(of_odd_days()), syntax), syntax).messages.empty());
}

TEST_CASE("Neo4j gets days as texts when one of them is none") {
  for (const auto& [days, typed] : {std::pair{std::vector<std::string_view>{"2025-03-03", "2025-03-04"}, true}, {{"2025-03-03", "20&5-03-03"}, false}}) {
    const View view = whole(of_days(days));
    const testing::Files files = testing::write(*find_format("neo4j"), view);
    CHECK((files.at("Digest-header.csv") == "iri:ID,:LABEL,date:date\n") == typed);
    CHECK((files.at("Digest-header.csv") == "iri:ID,:LABEL,date:string\n") != typed);
    CHECK((files.at("INTRODUCES-header.csv").find("claimDate:date[]") != std::string::npos) == typed);
    CHECK((written(view, "cypher").find("date(") != std::string::npos) == typed);
  }
}

TEST_CASE("pictures show days that are none, and cut no character of them") {
  const Graph graph = of_odd_days();
  for (const ViewKind kind : {ViewKind::Timeline, ViewKind::Benchmark, ViewKind::Paper}) {
    ViewRequest request;
    request.kind = kind;
    if (kind == ViewKind::Benchmark) request.name = "Board";
    if (kind == ViewKind::Paper) request.name = "paper/2";
    CHECK_NOTHROW(testing::read_xml(written(make_view(graph, request), "svg")));
  }
}
