// make_view and find_named: what a view keeps, what it says it left out, and names that are not there.

#include <digestkg/view.hpp>

#include "support/sample_graph.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace digestkg;
using digestkg::testing::sample_graph;

namespace {

ViewRequest request(ViewKind kind, std::string name = {}) {
  ViewRequest r;
  r.kind = kind;
  r.name = std::move(name);
  return r;
}

std::size_t count(const Graph& graph, Relation relation) {
  return static_cast<std::size_t>(std::ranges::count(graph.edges(), relation, &Edge::relation));
}

/// Papers 1 to n; the authors of each are those named.
Graph papers_by(const std::vector<std::vector<std::string>>& authors) {
  GraphBuilder b;
  int number = 0;
  for (const auto& names : authors) {
    const auto paper = b.node("paper/" + std::to_string(++number), Kind::Paper);
    for (const auto& name : names) {
      const auto author = b.node(make_iri("author", name), Kind::Author);
      b.set_node(author, Key::Name, b.keep(name));
      b.edge(paper, Relation::Author, author);
    }
  }
  return b.finish();
}

Graph chain(std::size_t methods) {
  GraphBuilder b;
  const auto listing = b.listing({"paper/1", "2025-01-02", "T", "One beats another.", {}, "", ""});
  const auto rule = b.rule("pattern");
  for (std::size_t i = 0; i + 1 < methods; ++i) {
    const auto edge = b.edge(b.node("entity/m" + std::to_string(100 + i), Kind::Method), Relation::Outperforms,
                             b.node("entity/m" + std::to_string(101 + i), Kind::Method));
    b.claim_edge(edge, {listing, 0, 18, 0.5F, rule, Field::Summary});
  }
  return b.finish();
}

}  // namespace

TEST_CASE("a view keeps the sentences of the claims it keeps") {
  const View view = make_view(sample_graph(), request(ViewKind::Outperforms));
  REQUIRE(count(view.graph, Relation::Outperforms) == 1);
  const auto edge = std::ranges::find(view.graph.edges(), Relation::Outperforms, &Edge::relation);
  CHECK(view.graph.sentence(view.graph.claims(*edge).front()) == "It beats SlowNet on MMLU with 71.5% accuracy, up from 70.2%.");
}

TEST_CASE("a view over its limit keeps the best connected and says how many there are") {
  const Graph graph = chain(60);
  const View view = make_view(graph, request(ViewKind::Outperforms));
  CHECK(view.graph.nodes().size() <= 32);
  REQUIRE_FALSE(view.notes.empty());
  CHECK(view.notes.front().find("of 60 methods shown") != std::string::npos);
  ViewRequest few = request(ViewKind::Outperforms, "m130");
  few.top = 5;
  const View around = make_view(graph, few);
  REQUIRE(around.graph.nodes().size() == 5);
  CHECK(around.graph.find("entity/m128"));
  CHECK(around.graph.find("entity/m132"));
}

TEST_CASE("authors are joined by the number of their joint papers") {
  const Graph graph = papers_by({{"Ann", "Bo", "Cy"}, {"Ann", "Bo"}, {"Ann", "Bo", "Di"}, {"Cy", "Di"}});
  const View view = make_view(graph, request(ViewKind::Authors));
  REQUIRE(view.graph.edges().size() == 1);
  CHECK(view.graph.edge(0).relation == Relation::CoAuthor);
  CHECK(weight_of(view.graph, view.graph.edge(0)) == 3);
  CHECK(view.graph.nodes().size() == 2);
  ViewRequest all = request(ViewKind::Authors);
  all.min_weight = 1;
  CHECK(make_view(graph, all).graph.edges().size() == 6);
  CHECK(make_view(graph, request(ViewKind::Authors, "Di")).graph.nodes().size() == 4);
}

TEST_CASE("a benchmark's view holds its results with method, metric and paper") {
  const View view = make_view(sample_graph(), request(ViewKind::Benchmark, "mmlu"));
  REQUIRE(view.focus);
  CHECK(view.graph.name(*view.focus) == "MMLU");
  for (const Relation relation : {Relation::OnBenchmark, Relation::OfMethod, Relation::ByMetric, Relation::Reports, Relation::EvaluatedOn})
    CHECK(count(view.graph, relation) == 1);
}

TEST_CASE("a paper's view holds what this paper says and nothing else") {
  const View view = make_view(sample_graph(true), request(ViewKind::Paper, "2501.00001"));
  CHECK(view.graph.find("entity/fastnet"));
  CHECK(view.graph.find("author/bob42"));
  CHECK_FALSE(view.graph.find("paper/2501.00002"));
  for (const Edge& e : view.graph.edges())
    for (const Claim& c : view.graph.claims(e)) CHECK(view.graph.listing(c).paper == "paper/2501.00001");
}

TEST_CASE("around a name stands what is linked to it, further with more hops") {
  const View one = make_view(sample_graph(), request(ViewKind::Around, "WebText"));
  CHECK(one.graph.find("entity/fastnet"));
  CHECK_FALSE(one.graph.find("entity/mmlu"));
  ViewRequest two = request(ViewKind::Around, "WebText");
  two.hops = 2;
  CHECK(make_view(sample_graph(), two).graph.find("entity/mmlu"));
}

TEST_CASE("the timeline shows introductions with their papers") {
  const View view = make_view(sample_graph(), request(ViewKind::Timeline));
  CHECK(count(view.graph, Relation::Introduces) == 1);
  CHECK(view.graph.find("paper/2501.00001"));
}

TEST_CASE("days, confidence, weight and kinds narrow a view") {
  ViewRequest r = request(ViewKind::Whole);
  r.since = "2025-01-03";
  const View late = make_view(sample_graph(), r);
  CHECK(count(late.graph, Relation::Outperforms) == 0);
  CHECK(count(late.graph, Relation::Introduces) == 1);
  CHECK_FALSE(late.graph.find("entity/webtext"));

  r = request(ViewKind::Whole);
  r.min_confidence = 0.85;
  CHECK(count(make_view(sample_graph(), r).graph, Relation::Outperforms) == 0);
  r.min_confidence = 0.75;
  CHECK(count(make_view(sample_graph(), r).graph, Relation::Outperforms) == 1);

  r = request(ViewKind::Whole);
  r.min_weight = 2;
  CHECK(count(make_view(sample_graph(), r).graph, Relation::Introduces) == 1);
  CHECK(count(make_view(sample_graph(), r).graph, Relation::TrainedOn) == 0);

  r = request(ViewKind::Whole);
  r.only = {Kind::Method};
  for (const View view = make_view(sample_graph(), r); const Node& node : view.graph.nodes()) CHECK(node.kinds.has(Kind::Method));
}

TEST_CASE("names are found by name, folded name, alias, arXiv id and IRI") {
  const Graph graph = sample_graph();
  const auto found = [&](std::string_view name) {
    const auto nodes = find_named(graph, name);
    return nodes.empty() ? std::string_view{} : graph.node(nodes.front()).iri;
  };
  CHECK(found("FastNet") == "entity/fastnet");
  CHECK(found("fast-net") == "entity/fastnet");
  CHECK(found("FN") == "entity/fastnet");
  CHECK(found("2501.00001") == "paper/2501.00001");
  CHECK(found("https://arxiv.org/abs/2501.00001v3") == "paper/2501.00001");
  CHECK(found("entity/mmlu") == "entity/mmlu");
  CHECK(found("FastNet2").empty());
  CHECK(find_named(graph, "FastNet", Kind::Benchmark).empty());
}

TEST_CASE("a name that is not there gets the nearest ones") {
  CHECK(nearest_names(sample_graph(), "Fastnte", 3).front() == "FastNet");
  CHECK(nearest_names(sample_graph(), "Zyzzyva", 3).empty());
  CHECK_THROWS_WITH(make_view(sample_graph(), request(ViewKind::Benchmark, "MMLUU")), Catch::Contains("MMLU"));
  CHECK_THROWS_AS(make_view(sample_graph(), request(ViewKind::Around, "nothing like it")), Error);
}
