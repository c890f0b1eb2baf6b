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

TEST_CASE("a paper of more than a thousand authors joins none of them") {
  std::vector<std::string> many{"A", "B"};
  for (int i = 0; i < 1000; ++i) many.push_back("N" + std::to_string(i));
  ViewRequest r = request(ViewKind::Authors);
  r.min_weight = 1;
  CHECK_THROWS_WITH(make_view(papers_by({many}), r), Catch::Contains("no two authors share"));
  CHECK(make_view(papers_by({many, {"A", "B"}}), r).graph.edges().size() == 1);
}

TEST_CASE("a benchmark's view holds its results with method, metric and paper") {
  const View view = make_view(sample_graph(), request(ViewKind::Benchmark, "mmlu"));
  REQUIRE(view.focus);
  CHECK(view.graph.name(*view.focus) == "MMLU");
  for (const Relation relation : {Relation::OnBenchmark, Relation::OfMethod, Relation::ByMetric, Relation::Reports, Relation::EvaluatedOn})
    CHECK(count(view.graph, relation) == 1);
}

TEST_CASE("a benchmark's view of the most important methods leaves out the others with their numbers and papers") {
  GraphBuilder b;
  const auto benchmark = b.node("entity/bench", Kind::Benchmark), metric = b.node("metric/accuracy", Kind::Metric);
  b.set_node(benchmark, Key::Name, b.keep("Bench"));
  for (const std::string name : {"one", "two", "three"}) {
    const auto paper = b.node("paper/" + name, Kind::Paper), method = b.node("entity/" + name, Kind::Method), result = b.node("result/" + name, Kind::Result);
    b.edge(method, Relation::EvaluatedOn, benchmark);
    b.edge(paper, Relation::Reports, result);
    b.edge(result, Relation::OfMethod, method);
    b.edge(result, Relation::OnBenchmark, benchmark);
    b.edge(result, Relation::ByMetric, metric);
    if (name != "two") b.edge(b.node("entity/other", Kind::Method), Relation::Uses, method);
    if (name == "three") b.edge(b.node("entity/another", Kind::Method), Relation::Uses, method);
  }
  ViewRequest r = request(ViewKind::Benchmark, "Bench");
  r.top = 1;
  r.rank = Measure::Degree;
  const View view = make_view(b.finish(), r);
  for (const std::string kind : {"entity/", "result/", "paper/"}) {
    CHECK(view.graph.find(kind + "three"));
    CHECK_FALSE(view.graph.find(kind + "one"));
    CHECK_FALSE(view.graph.find(kind + "two"));
  }
  CHECK(view.graph.find("metric/accuracy"));
  CHECK(std::ranges::any_of(view.notes, [](const std::string& note) { return note.starts_with("1 of 3 methods"); }));
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

TEST_CASE("least weight counts sentences and leaves nothing hanging") {
  ViewRequest r = request(ViewKind::Around, "FastNet");
  r.min_weight = 2;
  const View view = make_view(sample_graph(), r);
  CHECK(count(view.graph, Relation::Introduces) == 1);
  CHECK_FALSE(view.graph.find("entity/webtext"));
  for (NodeId id = 0; id < view.graph.nodes().size(); ++id)
    CHECK(view.graph.out_edges(id).size() + view.graph.in_edges(id).size() > 0);
}

TEST_CASE("a view keeps the kinds that are asked for, or says that it has none of them") {
  ViewRequest r = request(ViewKind::Paper, "2501.00001");
  r.only = {Kind::Method};
  for (const View view = make_view(sample_graph(), r); const Node& node : view.graph.nodes())
    CHECK(node.kinds.any(Kind::Method | Kind::Paper));
  r = request(ViewKind::Authors);
  r.only = {Kind::Method};
  CHECK_THROWS_WITH(make_view(sample_graph(), r), Catch::Contains("authors"));
  r.kind = ViewKind::Outperforms;
  r.only = {Kind::Author};
  CHECK_THROWS_WITH(make_view(sample_graph(), r), Catch::Contains("methods"));
  r.kind = ViewKind::Timeline;
  CHECK_THROWS_WITH(make_view(sample_graph(), r), Catch::Contains("methods and benchmarks and datasets"));
}

namespace {

/// `b` beats many, `a` beats `r`, whose PageRank is the highest.
Graph rivals() {
  GraphBuilder b;
  const auto method = [&](const std::string& name, double rank, std::int64_t degree) {
    const auto node = b.node("entity/" + name, Kind::Method);
    b.set_node(node, Key::PageRank, rank);
    b.set_node(node, Key::Degree, degree);
    return node;
  };
  const auto winner = method("b", 0.1, 4);
  for (const std::string name : {"c", "d", "e"}) b.edge(winner, Relation::Outperforms, method(name, 0.05, 2));
  b.edge(method("a", 0.2, 1), Relation::Outperforms, method("r", 0.5, 1));
  return b.finish();
}

}  // namespace

TEST_CASE("the most important are those of highest PageRank or degree, as the request says") {
  ViewRequest r = request(ViewKind::Outperforms);
  r.top = 2;
  r.rank = Measure::PageRank;
  const View ranked = make_view(rivals(), r);
  CHECK(ranked.graph.find("entity/a"));
  CHECK(ranked.graph.find("entity/r"));
  CHECK(ranked.notes.front().find("highest PageRank") != std::string::npos);
  r.rank = Measure::Degree;
  const View linked = make_view(rivals(), r);
  CHECK(linked.graph.find("entity/b"));
  CHECK(linked.graph.find("entity/c"));
  CHECK(linked.notes.front().find("most links") != std::string::npos);
  r.kind = ViewKind::Whole;
  CHECK(make_view(rivals(), r).graph.find("entity/b"));
  r.rank = Measure::PageRank;
  CHECK_FALSE(make_view(rivals(), r).graph.find("entity/b"));
}

TEST_CASE("at two steps both rings are seen, however large the first is") {
  GraphBuilder b;
  const auto middle = b.node("entity/middle", Kind::Method);
  for (int i = 0; i < 80; ++i) {
    const auto near = b.node("entity/near" + std::to_string(i), Kind::Method);
    b.edge(near, Relation::Uses, middle);
    for (int j = 0; j < 3; ++j) b.edge(b.node("entity/far" + std::to_string(i) + "-" + std::to_string(j), Kind::Method), Relation::Uses, near);
  }
  const Graph graph = b.finish();
  ViewRequest r = request(ViewKind::Around, "middle");
  r.hops = 2;
  const View view = make_view(graph, r);
  const auto named = [&](std::string_view part) {
    return std::ranges::count_if(view.graph.nodes(), [&](const Node& n) { return n.iri.find(part) != std::string_view::npos; });
  };
  CHECK(named("near") == 30);
  CHECK(named("far") == 29);
  CHECK(view.graph.edges().size() == 59);  // each hangs on what is shown
  CHECK(view.notes.front().find("60 of 321 things within 2 steps: 30 of 80 at step 1, 29 of 240 at step 2") == 0);
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
  CHECK(nearest_names(sample_graph(), "2501.0001", 3) == std::vector<std::string>{"2501.00001"});
  CHECK_THROWS_WITH(make_view(sample_graph(), request(ViewKind::Benchmark, "MMLUU")), Catch::Contains("MMLU"));
  CHECK_THROWS_AS(make_view(sample_graph(), request(ViewKind::Around, "nothing like it")), Error);
}
