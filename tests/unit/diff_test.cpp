// diff: what a new day brought.

#include "support/readings.hpp"

#include <digestkg/diff.hpp>

#include <catch2/catch.hpp>

using namespace digestkg;
using testing::Archive;

TEST_CASE("a graph brings nothing to itself") {
  Archive a;
  a.entry("1", "2025-01-01").result("Net", "MMLU", "accuracy", "71");
  CHECK(diff(a.graph(), a.graph()).empty());
  CHECK(diff(a.graph(), a.graph()).new_bests.empty());
}

TEST_CASE("papers, names, results and new bests are listed") {
  Archive a;
  a.entry("1", "2025-01-01").result("Net", "MMLU", "accuracy", "71").result("Net", "MMLU", "perplexity", "9");
  const Graph older = a.graph();
  a.entry("2", "2025-01-02", "Newer has 9.5.").result("Newer", "MMLU", "accuracy", "9.5").result("Newer", "MMLU", "accuracy", "72.5");
  a.result("Newer", "MMLU", "perplexity", "3").result("Newer", "GPQA", "accuracy", "50").result("Newer", "MMLU", "accuracy", "99", "points");
  const Graph newer = a.graph();
  const GraphDiff found = diff(older, newer);
  REQUIRE(found.papers_added.size() == 1);
  CHECK(found.papers_added[0].iri == "paper/2");
  REQUIRE(found.names_added.size() == 2);
  CHECK(found.names_added[0].name == "GPQA");
  CHECK(found.names_added[1] == GraphDiff::Named{"entity/newer", "Newer", Kind::Method});
  CHECK(found.results_added.size() == 5);
  REQUIRE(found.new_bests.size() == 3);
  CHECK(found.new_bests[0].now.benchmark == "GPQA");
  CHECK(found.new_bests[0].before.iri.empty());
  CHECK(found.new_bests[1].now.value == "72.5");
  CHECK(found.new_bests[1].before.value == "71");
  CHECK(found.new_bests[1].now.sentence == "Newer has 9.5.");
  CHECK(found.new_bests[2].now.unit == "points");

  const GraphDiff back = diff(newer, older);
  CHECK(back.papers_removed == found.papers_added);
  CHECK(back.results_removed == found.results_added);
  CHECK(back.papers_added.empty());
  CHECK(back.new_bests.empty());
}
