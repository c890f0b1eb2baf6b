// Overrides: what the user says holds, and mistakes are told with their place.

#include "support/readings.hpp"

#include <digestkg/overrides.hpp>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace digestkg;
using testing::Archive;

namespace {

std::string iri(const Archive& archive, const Overrides& overrides, std::size_t entry) {
  const Resolution r = archive.resolved(&overrides);
  return r.entities[r.of[entry][0]].iri;
}

std::string error_of(std::string_view toml) {
  try {
    parse_overrides("o.toml", toml);
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

}  // namespace

TEST_CASE("names are joined and parted as told") {
  Archive a;
  a.entry("1", "2025-01-01").with("LiveCodeBench");
  a.entry("2", "2025-01-01").with("LCBench");
  a.entry("3", "2025-01-01").with("LENS");
  a.entry("4", "2025-01-01").with("Lens");
  a.entry("5", "2025-01-01").with("Adaptive Retrieval Tuning", Kind::Method, {"ART"});
  a.entry("6", "2025-01-01").with("ART");
  const Overrides o = parse_overrides("o.toml", R"(
[[same]]
names = ["LiveCodeBench", "LC-Bench"]
[[apart]]
names = ["LENS", "Lens"]
[[apart]]
names = ["ART", "Adaptive Retrieval Tuning"])");
  CHECK(iri(a, o, 0) == "entity/livecodebench");
  CHECK(iri(a, o, 1) == "entity/livecodebench");
  CHECK(iri(a, o, 2) == "entity/LENS");
  CHECK(iri(a, o, 3) == "entity/Lens");
  CHECK(iri(a, o, 4) == "entity/adaptiveretrievaltuning");
  CHECK(iri(a, o, 5) == "entity/art");
  const auto steps = a.resolved(&o).steps;
  CHECK(std::ranges::any_of(steps, [](const auto& s) { return s.iri == "entity/livecodebench" && s.reason == "override"; }));
}

TEST_CASE("a name is not split by paper when the user says that it is one thing") {
  Archive a;
  a.entry("1", "2025-01-01").introduces("FLAME");
  a.entry("2", "2025-01-02").introduces("FLAME");
  CHECK(iri(a, {}, 0) == "entity/flame~1");
  CHECK(iri(a, parse_overrides("o", "[[same]]\nnames = ['flame']"), 0) == "entity/flame");
}

TEST_CASE("kinds are set and facts rejected") {
  Archive a;
  a.entry("1", "2025-01-01").with("WebShop").result("Net", "MMLU", "accuracy", "71").fact("Net", Relation::Outperforms, "OldNet");
  const Overrides o = parse_overrides("o.toml", R"(
[[kind]]
name = "Web Shop"
kinds = ["benchmark", "Dataset"]
[[reject]]
paper = "1"
relation = "outperforms"
object = "oldnet"
[[reject]]
relation = "reports"
value = "71")");
  const Graph graph = a.graph(&o);
  CHECK(graph.node(*graph.find("entity/webshop")).kinds == (Kind::Benchmark | Kind::Dataset));
  CHECK(std::ranges::none_of(graph.edges(), [](const Edge& e) { return e.relation == Relation::Outperforms; }));
  CHECK(std::ranges::none_of(graph.nodes(), [](const Node& n) { return n.kinds.has(Kind::Result); }));
  CHECK(graph.find("entity/oldnet"));
}

TEST_CASE("mentions, tasks and ends of results are rejected, and the ledger says so") {
  Archive a;
  a.entry("1", "2025-01-01").with("Mist").task("parsing").task("reading").result("Net", "MMLU", "accuracy", "71");
  const Overrides o = parse_overrides("o.toml", R"(
[[reject]]
relation = "mentions"
object = "mist"
[[reject]]
relation = "addresses"
object = "Parsing"
[[reject]]
relation = "on-benchmark"
object = "mmlu")");
  const Graph graph = a.graph(&o);
  const auto has = [&](Relation relation, std::string_view target) {
    return std::ranges::any_of(graph.edges(), [&](const Edge& e) { return e.relation == relation && graph.node(e.target).iri == target; });
  };
  CHECK_FALSE(has(Relation::Mentions, "entity/mist"));
  CHECK_FALSE(has(Relation::Addresses, "task/parsing"));
  CHECK(has(Relation::Addresses, "task/reading"));
  CHECK_FALSE(has(Relation::OnBenchmark, "entity/mmlu"));
  CHECK(has(Relation::OfMethod, "entity/net"));
  const auto steps = a.resolved(&o).steps;
  CHECK(std::ranges::count_if(steps, [](const auto& s) { return s.reason == "override"; }) == 3);
}

TEST_CASE("mistakes are told with their place") {
  CHECK(error_of("[[joined]]\nnames = ['a']") == "o.toml:1:3: unknown table `joined`: there are same, apart, kind and reject\n");
  CHECK_THAT(error_of("[[apart]]\nnames = ['a']"), Catch::StartsWith("o.toml:2:9: expected names = [...] with at least 2"));
  CHECK_THAT(error_of("[[kind]]\nname = 'a'\nkinds = ['metric']"), Catch::StartsWith("o.toml:3:9: `metric` is none of"));
  CHECK_THAT(error_of("[[reject]]\nrelation = 'beats'"), Catch::StartsWith("o.toml:2:12: `beats` is no relation"));
  CHECK_THAT(error_of("[[reject]]\n"), Catch::Contains("would reject everything"));
  CHECK_THAT(error_of("[[same]]\nnames = [1]"), Catch::StartsWith("o.toml:2:10: expected a text"));
  CHECK_THAT(error_of("[[same]]\nname = 'a'"), Catch::StartsWith("o.toml:2:1: unknown member `name`"));
  CHECK_THAT(error_of("same = 3"), Catch::StartsWith("o.toml:1:8: expected a list of tables"));
  CHECK_THAT(error_of("[[same"), Catch::StartsWith("o.toml:1:7: "));
  CHECK_THROWS_WITH(read_overrides("/nonexistent.toml"), Catch::StartsWith("cannot read /nonexistent.toml"));
}
