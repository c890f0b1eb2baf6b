// GraphBuilder: order, folding and lookup.

#include <digestkg/topology.hpp>

#include "support/sample_graph.hpp"

#include <catch2/catch.hpp>

using namespace digestkg;

namespace {

Graph small(bool reversed) {
  GraphBuilder builder;
  const auto add_b = [&] { return builder.node("entity/b", Kind::Method); };
  const auto add_a = [&] { return builder.node("entity/a", Kind::Benchmark); };
  if (reversed) add_b(), add_a(); else add_a(), add_b();
  const auto listing = builder.listing({"paper/1", "2025-01-02", "A title", "One. Two.", {}, "", ""});
  const auto rule = builder.rule("pattern");
  const auto edge = builder.edge(add_b(), Relation::EvaluatedOn, add_a());
  builder.claim_edge(edge, {listing, 0, 4, 0.5F, rule, Field::Summary});
  builder.claim_edge(edge, {listing, 0, 4, 0.7F, rule, Field::Summary});
  builder.set_node(add_a(), Key::Name, builder.keep("A"));
  builder.node("entity/a", Kind::Dataset);
  return builder.finish();
}

}  // namespace

TEST_CASE("a graph is sorted by content whatever the order of insertion") {
  for (const bool reversed : {false, true}) {
    const Graph graph = small(reversed);
    REQUIRE(graph.nodes().size() == 2);
    CHECK(graph.node(0).iri == "entity/a");
    CHECK(graph.node(0).kinds == (Kind::Benchmark | Kind::Dataset));
    CHECK(graph.name(0) == "A");
    CHECK(graph.name(1) == "b");
    REQUIRE(graph.edges().size() == 1);
    CHECK(graph.out_edges(1).size() == 1);
    CHECK(graph.out_edges(0).empty());
    REQUIRE(graph.in_edges(0).size() == 1);
    CHECK(graph.in_edges(1).empty());
    CHECK(graph.find("entity/b") == NodeId{1});
    CHECK_FALSE(graph.find("entity/c"));
    CHECK(num_vertices(graph.topology().directed) == 2);
    CHECK(num_edges(graph.topology().directed) == 1);
  }
}

TEST_CASE("equal claims fold into the more confident one and give their sentence") {
  const Graph graph = small(false);
  const auto claims = graph.claims(graph.edge(0));
  REQUIRE(claims.size() == 1);
  CHECK(claims[0].confidence == 0.7F);
  CHECK(graph.sentence(claims[0]) == "One.");
  CHECK(graph.rule(claims[0]) == "pattern");
}

TEST_CASE("edges that another builder was told come with their claims, behind those that are there") {
  GraphBuilder builder, edges;
  const auto a = builder.node("entity/a", Kind::Method), b = builder.node("entity/b", Kind::Method), c = builder.node("entity/c", Kind::Method);
  const auto listing = builder.listing({"paper/1", "2025-01-02", "A title", "One. Two.", {}, "", ""});
  builder.claim_edge(builder.edge(a, Relation::Uses, b), {listing, 0, 4, 0.5F, builder.rule("one"), Field::Summary});
  edges.claim_edge(edges.edge(b, Relation::Uses, c), {listing, 5, 9, 0.5F, edges.rule("two"), Field::Summary});
  edges.claim_edge(edges.edge(c, Relation::Uses, a), {listing, 0, 4, 0.5F, edges.rule("one"), Field::Summary});
  builder.take_edges(edges);
  CHECK(edges.finish().edges().empty());
  builder.claim_edge(builder.edge(c, Relation::Uses, b), {listing, 5, 9, 0.5F, builder.rule("one"), Field::Summary});
  const Graph graph = builder.finish();
  REQUIRE(graph.edges().size() == 4);
  std::vector<std::string> told;
  for (const Edge& edge : graph.edges())
    for (const Claim& claim : graph.claims(edge))
      told.push_back(std::string(graph.name(edge.source)) + std::string(graph.name(edge.target)) + " " + std::string(graph.rule(claim)) + " " + std::string(graph.sentence(claim)));
  CHECK(told == std::vector<std::string>{"ab one One.", "bc two Two.", "ca one One.", "cb one Two."});
}

TEST_CASE("an IRI keeps every byte of the name apart") {
  CHECK(make_iri("entity", "pass@1") == "entity/pass%401");
  CHECK(make_iri("entity", "c++") == "entity/c%2B%2B");
  CHECK(make_iri("paper", "cs/0112017") == "paper/cs%2F0112017");
  CHECK(make_iri("entity", "..") == "entity/%2E%2E");
}

TEST_CASE("the sample graph's claims stand in their sentences") {
  const Graph graph = testing::sample_graph(true);
  CHECK(graph.listings().size() == 3);
  for (const Edge& edge : graph.edges()) {
    CHECK(info(edge.relation).from_text == !graph.claims(edge).empty());
    for (const Claim& claim : graph.claims(edge)) CHECK_FALSE(graph.sentence(claim).empty());
  }
}
