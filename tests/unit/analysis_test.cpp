// Measures and ways through small graphs whose answers are known.

#include <digestkg/analysis.hpp>
#include <digestkg/topology.hpp>

#include "support/sample_graph.hpp"

#include <boost/graph/page_rank.hpp>
#include <catch2/catch.hpp>
#include <numeric>

using namespace digestkg;

namespace {

/// Nodes `entity/0`, `entity/1`, ... joined by outperforms.
Graph graph_of(std::size_t nodes, const std::vector<std::pair<int, int>>& edges) {
  GraphBuilder b;
  for (std::size_t i = 0; i < nodes; ++i) b.node("entity/" + std::to_string(i), Kind::Method);
  for (const auto& [from, to] : edges)
    b.edge(b.node("entity/" + std::to_string(from), Kind::Method), Relation::Outperforms, b.node("entity/" + std::to_string(to), Kind::Method));
  return b.finish();
}

}  // namespace

TEST_CASE("components and communities are numbered by size") {
  // two squares with diagonals, joined by one edge, and a pair apart
  const Graph graph = graph_of(10, {{0, 1}, {1, 2}, {2, 3}, {3, 0}, {0, 2}, {1, 3}, {4, 5}, {5, 6}, {6, 7}, {7, 4}, {4, 6}, {5, 7}, {3, 4}, {8, 9}});
  const auto part = components(graph);
  CHECK(part == std::vector<std::uint32_t>{0, 0, 0, 0, 0, 0, 0, 0, 1, 1});
  const auto group = communities(graph);
  CHECK(group == std::vector<std::uint32_t>{0, 0, 0, 0, 1, 1, 1, 1, 2, 2});
}

TEST_CASE("betweenness is highest where the paths cross") {
  const auto share = betweenness(graph_of(5, {{0, 2}, {1, 2}, {2, 3}, {3, 4}}));
  CHECK(share[2] == Approx(5.0 / 6));
  CHECK(share[3] == Approx(0.5));
  CHECK(share[0] == 0);
}

TEST_CASE("ranks are those that Boost finds, in circles too") {
  GraphBuilder b;
  const auto node = [&](std::uint32_t i) { return b.node("entity/" + std::to_string(i), Kind::Method); };
  std::uint32_t random = 1;
  for (std::uint32_t i = 0; i < 600; ++i) {  // some reach back and make circles, many have no way out
    random = random * 1664525 + 1013904223;
    b.edge(node(i % 150), i % 3 == 0 ? Relation::Outperforms : Relation::Uses, node((random >> 8) % 400));
  }
  const Graph graph = b.finish_ranked();
  const auto& topology = graph.topology().directed;
  std::vector<double> ranks(graph.nodes().size());
  boost::graph::page_rank(topology, boost::make_iterator_property_map(ranks.begin(), get(boost::vertex_index, topology)), boost::graph::n_iterations(200));
  const double sum = std::accumulate(ranks.begin(), ranks.end(), 0.0);
  for (NodeId id = 0; id < graph.nodes().size(); ++id)
    CHECK(std::get<double>(*graph.value(graph.node(id), Key::PageRank)) == Approx(ranks[id] / sum).epsilon(6e-6));
}

TEST_CASE("ranks and degrees come behind what was told, to nodes that may bear them alone, and replace what was told of them") {
  const auto ranked = [](unsigned jobs) {
    GraphBuilder b;
    const auto method = b.node("entity/net", Kind::Method), result = b.node("result/1", Kind::Result), paper = b.node("paper/1", Kind::Paper);
    b.set_node(method, Key::Degree, std::int64_t{7});
    b.set_node(method, Key::Name, "Net");
    b.set_node(result, Key::Value, "5");
    b.edge(paper, Relation::Reports, result);
    b.edge(result, Relation::OfMethod, method);
    return b.finish_ranked(jobs);
  };
  for (const unsigned jobs : {1u, 2u}) {
    const Graph graph = ranked(jobs);
    const auto keys = [&](std::string_view iri) {
      std::vector<Key> of;
      for (const Property& property : graph.properties(graph.node(*graph.find(iri)))) of.push_back(property.key);
      return of;
    };
    CHECK(keys("entity/net") == std::vector{Key::Name, Key::PageRank, Key::Degree});
    CHECK(keys("paper/1") == std::vector{Key::PageRank, Key::Degree});
    CHECK(keys("result/1") == std::vector{Key::Value});
    CHECK(std::get<std::int64_t>(*graph.value(graph.node(*graph.find("entity/net")), Key::Degree)) == 1);
  }
}

TEST_CASE("two relations between two nodes are one way between them") {
  GraphBuilder b;
  const auto node = [&](const std::string& name) { return b.node("entity/" + name, Kind::Method); };
  // a square: 0-1-2-3-0, of which 0-1 are joined twice
  b.edge(node("0"), Relation::Uses, node("1"));
  b.edge(node("0"), Relation::Outperforms, node("1"));
  b.edge(node("1"), Relation::Uses, node("2"));
  b.edge(node("2"), Relation::Uses, node("3"));
  b.edge(node("3"), Relation::Uses, node("0"));
  for (const double share : betweenness(b.finish())) CHECK(share == Approx(1.0 / 6));
}

TEST_CASE("cycles are the groups that beat one another") {
  const auto groups = cycles(graph_of(6, {{0, 1}, {1, 2}, {2, 0}, {2, 3}, {4, 5}, {5, 4}}), Relation::Outperforms);
  REQUIRE(groups.size() == 2);
  CHECK(groups[0] == std::vector<NodeId>{0, 1, 2});
  CHECK(groups[1] == std::vector<NodeId>{4, 5});
  CHECK(cycles(testing::sample_graph(), Relation::Outperforms).empty());
}

TEST_CASE("importance is PageRank where the graph bears it, else the number of edges") {
  const Graph graph = graph_of(4, {{0, 3}, {1, 3}, {2, 3}});
  CHECK(importance(graph, 3) == 3);
  GraphBuilder b;
  b.set_node(b.node("entity/x", Kind::Method), Key::PageRank, 0.25);
  CHECK(importance(b.finish(), 0) == 0.25);
}

TEST_CASE("a path prefers what is said over what is merely mentioned, and days join nothing") {
  const Graph graph = testing::sample_graph();
  const auto steps = shortest_path(graph, *graph.find("entity/webtext"), *graph.find("entity/mmlu"));
  REQUIRE(steps);
  REQUIRE(steps->size() == 2);
  CHECK(graph.edge((*steps)[0].edge).relation == Relation::TrainedOn);
  CHECK_FALSE((*steps)[0].forward);
  CHECK(graph.edge((*steps)[1].edge).relation == Relation::EvaluatedOn);
  CHECK((*steps)[1].forward);
  CHECK(shortest_path(graph, 0, 0)->empty());
  CHECK_FALSE(shortest_path(graph_of(2, {}), 0, 1));
  const Graph hostile = testing::sample_graph(true);
  CHECK_FALSE(shortest_path(hostile, *hostile.find("digest/2025-01-02"), *hostile.find("entity/mmlu")));
}

TEST_CASE("measures become properties") {
  const Graph graph = measured(graph_of(3, {{0, 1}, {1, 2}}));
  CHECK(std::get<double>(*graph.value(graph.node(1), Key::Betweenness)) == Approx(1));
  CHECK(graph.value(graph.node(0), Key::Community));
}
