// build_graph: everything that was read stands in the graph, with its evidence.

#include "base/memory.hpp"
#include "support/readings.hpp"

#include <digestkg/merge.hpp>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace digestkg;
using testing::Archive;

namespace {

const Edge* edge_between(const Graph& graph, std::string_view source, Relation relation, std::string_view target) {
  const auto from = graph.find(source), to = graph.find(target);
  if (!from || !to) return nullptr;
  const auto edges = graph.out_edges(*from);
  const auto at = std::ranges::find_if(edges, [&](const Edge& e) { return e.relation == relation && e.target == *to; });
  return at == edges.end() ? nullptr : &*at;
}

}  // namespace

TEST_CASE("a paper on two days keeps both texts, and claims point into their own") {
  Archive a;
  a.entry("1", "2025-01-02", "Net is new here.", {"Ann Lee", "bob42"}).introduces("Net");
  a.entry("1", "2025-01-05", "Net.", {"Ann Lee", "Cy Doe"}).introduces("Net");
  const Graph graph = a.graph();
  const Node& paper = graph.node(*graph.find("paper/1"));
  CHECK(graph.text(paper, Key::Summary) == "Net is new here.");
  CHECK(graph.text(paper, Key::Date) == "2025-01-02");
  CHECK(graph.text(paper, Key::Doi) == "10.48550/arXiv.1");
  REQUIRE(graph.listings().size() == 2);
  CHECK(graph.listings()[1].summary == "Net.");
  CHECK(graph.listings()[1].title == "Title of 1");
  const Edge* const introduces = edge_between(graph, "paper/1", Relation::Introduces, "entity/net");
  REQUIRE(introduces);
  REQUIRE(graph.claims(*introduces).size() == 2);
  CHECK(graph.sentence(graph.claims(*introduces)[0]) == "Net is new here.");
  CHECK(graph.sentence(graph.claims(*introduces)[1]) == "Net.");
  const Edge* const third = edge_between(graph, "paper/1", Relation::Author, "author/Cy%20Doe");
  REQUIRE(third);
  CHECK(std::get<std::int64_t>(*graph.value(*third, Key::Position)) == 3);
  CHECK(std::get<bool>(*graph.value(graph.node(*graph.find("author/bob42")), Key::IsHandle)));
}

TEST_CASE("a result's IRI says what it is and its edges carry its claims") {
  Archive a;
  a.entry("2501.1", "2025-01-02").result("Net", "pass@k Bench", "Accuracy", "71.5").result("", "", "", "3", "x").result("", "", "accuracies", "1", "%");
  const Graph graph = a.graph();
  const std::string iri = "result/2501.1/net/pass%40kbench/accuracy/71.5/%25/level";
  REQUIRE(graph.find(iri));
  CHECK(graph.find("result/2501.1/_/_/_/3/x/level"));
  const Node& result = graph.node(*graph.find(iri));
  CHECK(graph.claims(result).size() == 1);
  for (const Edge& edge : graph.out_edges(*graph.find(iri))) CHECK(graph.claims(edge).size() == 1);
  CHECK(edge_between(graph, iri, Relation::ByMetric, "metric/accuracy"));
  CHECK(graph.find("metric/accuracie"));
  CHECK(graph.text(graph.node(*graph.find("metric/accuracy")), Key::Direction).empty());
  CHECK(graph.text(graph.node(*graph.find("metric/accuracy")), Key::Unit) == "%");
}

TEST_CASE("each paper reports its own results, also those that another reports in the same words") {
  Archive a;
  a.entry("1", "2025-01-02").result("Net", "MMLU", "Accuracy", "71.5");
  a.entry("2", "2025-01-02").result("Net", "MMLU", "Accuracy", "71.5");
  const Graph graph = a.graph();
  for (const std::string id : {"1", "2"}) {
    const std::string iri = "result/" + id + "/net/mmlu/accuracy/71.5/%25/level";
    REQUIRE(graph.find(iri));
    CHECK(graph.in_edges(*graph.find(iri)).size() == 1);
    CHECK(edge_between(graph, "paper/" + id, Relation::Reports, iri));
  }
}

TEST_CASE("metrics take their direction from any form that is known") {
  Archive a;
  a.entry("1", "2025-01-02").result("Net", "MMLU", "Accuracy", "1").result("Net", "MMLU", "Accuracy", "2").result("Net", "MMLU", "accuracy", "3");
  const Graph graph = a.graph();
  const Node& metric = graph.node(*graph.find("metric/accuracy"));
  CHECK(graph.text(metric, Key::Name) == "Accuracy");
  CHECK(graph.text(metric, Key::Direction) == "higher");
}

TEST_CASE("nodes are ranked and counted") {
  Archive a;
  for (const char* id : {"1", "2", "3"}) a.entry(id, "2025-01-02").with("Hub").with(std::string("Leaf") + id);
  const Graph graph = a.graph();
  const auto rank = [&](std::string_view iri) { return std::get<double>(*graph.value(graph.node(*graph.find(iri)), Key::PageRank)); };
  CHECK(rank("entity/hub") > rank("entity/leaf1"));
  CHECK(rank("entity/leaf1") == rank("entity/leaf2"));
  CHECK(std::get<std::int64_t>(*graph.value(graph.node(*graph.find("entity/hub")), Key::Degree)) == 3);
  CHECK_FALSE(graph.value(graph.node(*graph.find("digest/2025-01-02")), Key::PageRank));
}

TEST_CASE("two halves merged give the bytes of one build") {
  Archive a;
  a.entry("1", "2025-01-02").with("Group Relative Policy Optimization", Kind::Method, {"GRPO"}).introduces("Flame");
  a.entry("2", "2025-01-03").with("GRPO").introduces("FLAME").result("GRPO", "MMLU", "accuracy", "70");
  a.entry("1", "2025-01-04", "Listed again.").with("MMLU", Kind::Dataset);
  const auto half = [&](std::ptrdiff_t first, std::ptrdiff_t last) {
    Archive part;
    part.entries.assign(a.entries.begin() + first, a.entries.begin() + last);
    part.extractions.assign(a.extractions.begin() + first, a.extractions.begin() + last);
    return read_graph_jsonl("part", testing::jsonl(part.graph()));
  };
  Archive merged;
  merged.entries = merge_entries({entries_of(half(1, 3)), entries_of(half(0, 1))});
  for (const Entry& entry : merged.entries)
    merged.extractions.push_back(a.extractions[static_cast<std::size_t>(std::ranges::find(a.entries, entry) - a.entries.begin())]);
  CHECK(testing::jsonl(merged.graph()) == testing::jsonl(a.graph()));
}

TEST_CASE("an archive that is resolved and built at once is the same graph, and of a large one nothing is left behind") {
  for (const std::size_t papers : {std::size_t{2}, large_archive}) {
    Archive a;
    for (std::size_t i = 1; i < papers; ++i)
      a.entry(std::to_string(i), "2025-01-02", "Net is new here and reaches 9.5% accuracy on Bench, a name of some length.", {"Ann Lee", "bob42"})
          .introduces("Net").result("Net", "Bench", "accuracy", "9.5").task("image captioning");
    a.entry("2501.2", "2025-01-02", "Words.", {"annlee", "Jiaqi Wang"}).entry("2501.3", "2025-01-02", "Words.", {"Ann Lee", "Jiaqi Wang"});
    a.entry("2501.1", "2025-01-03", "Net once more.", {"Ann Lee"}).result("Net", "Bench", "accuracies", "8.5", "points");
    const std::string apart = testing::jsonl(a.graph());
    const MetricDirection direction = [](std::string_view metric) { return metric == "accuracy" ? std::optional(true) : std::nullopt; };
    const Resolution resolution = a.resolved();
    const Built built = build_archive(a.entries, a.extractions, direction, nullptr, 2);
    CHECK(testing::jsonl(built.graph) == apart);
    CHECK(built.resolution.steps == resolution.steps);
    CHECK(std::ranges::find(built.resolution.steps, "proposed-person", &ResolutionStep::reason) != built.resolution.steps.end());
    CHECK(a.entries.empty());
    CHECK(a.extractions.empty() == (papers == large_archive));
  }
}
