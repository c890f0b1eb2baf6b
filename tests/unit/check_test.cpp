// check: each fault is found, and a sound graph has none.

#include "support/readings.hpp"
#include "support/sample_graph.hpp"

#include <digestkg/check.hpp>

#include <catch2/catch.hpp>

using namespace digestkg;
using testing::Archive;

namespace {

std::vector<FaultKind> kinds_of(const std::vector<Fault>& faults) {
  std::vector<FaultKind> kinds;
  for (const Fault& fault : faults) kinds.push_back(fault.kind);
  return kinds;
}

/// A result node that is sound but for what `change` does to it.
template <class Change>
std::vector<Fault> faults_after(Change change) {
  GraphBuilder b;
  const auto paper = b.node("paper/1", Kind::Paper);
  b.set_node(paper, Key::ArxivId, "2501.00001");
  b.set_node(paper, Key::Title, "T");
  b.set_node(paper, Key::Date, "2025-01-02");
  const auto listing = b.listing({"paper/1", "2025-01-02", "T", "Net has 71.5%.", {}, "", ""});
  const Claim claim{listing, 0, 14, 0.5F, b.rule("pattern"), Field::Summary};
  const auto result = b.node("result/1", Kind::Result);
  b.set_node(result, Key::Value, "71.5");
  b.set_node(result, Key::Raw, "71.5%");
  b.claim_node(result, claim);
  b.claim_edge(b.edge(paper, Relation::Reports, result), claim);
  change(b, result, claim);
  return check(b.finish());
}

auto named(GraphBuilder& b, std::string_view iri, Kind kind) {
  const auto node = b.node(iri, kind);
  b.set_node(node, Key::Name, "name");
  return node;
}

}  // namespace

TEST_CASE("sound graphs have no faults") {
  CHECK(check(testing::sample_graph(true)).empty());
  CHECK(faults_after([](auto&, auto, auto) {}).empty());
}

TEST_CASE("each fault of form is found") {
  using Kinds = std::vector<FaultKind>;
  CHECK(kinds_of(faults_after([](auto& b, auto r, Claim c) { c.end = 99, b.claim_node(r, c); })) == Kinds{FaultKind::Range});
  CHECK(kinds_of(faults_after([](auto& b, auto r, Claim c) { c.end = 0, b.claim_node(r, c); })) == Kinds{FaultKind::Range});
  for (const char* value : {"", "71.", "1e3", "+1", "-"})
    CHECK(kinds_of(faults_after([&](auto& b, auto r, Claim) { b.set_node(r, Key::Value, value); })) == Kinds{FaultKind::Number});
  CHECK(kinds_of(faults_after([](auto& b, auto, Claim c) {
          const auto lone = b.node("result/2", Kind::Result);
          b.set_node(lone, Key::Value, "-1");
          b.set_node(lone, Key::Raw, "-1");
          b.claim_node(lone, c);
        })) == Kinds{FaultKind::Paper});
  CHECK(kinds_of(faults_after([](auto& b, auto r, Claim c) {
          for (const char* iri : {"metric/a", "metric/b"}) b.claim_edge(b.edge(r, Relation::ByMetric, named(b, iri, Kind::Metric)), c);
        })) == Kinds{FaultKind::Several});
  CHECK(kinds_of(faults_after([](auto& b, auto r, Claim c) {
          b.claim_edge(b.edge(r, Relation::OfMethod, named(b, "entity/a", Kind::Benchmark)), c);
        })) == Kinds{FaultKind::Ends});
  CHECK(kinds_of(faults_after([](auto& b, auto r, Claim) { b.edge(r, Relation::OfMethod, named(b, "entity/a", Kind::Method)); })) ==
        Kinds{FaultKind::Evidence});
}

TEST_CASE("what lacks or bears wrongly a property is found") {
  const auto message = [](auto change) {
    const auto faults = faults_after(change);
    return faults.size() == 1 && faults[0].kind == FaultKind::Property ? faults[0].subject + ": " + faults[0].message : std::to_string(faults.size());
  };
  for (const Kind kind : {Kind::Method, Kind::Author, Kind::Benchmark, Kind::Dataset, Kind::Metric, Kind::Task})
    CHECK(message([&](auto& b, auto, auto) { b.node("entity/a", kind); }) == "entity/a: no name");
  CHECK(message([](auto& b, auto, auto) { b.node("digest/a", Kind::Digest); }) == "digest/a: no date");
  const auto paper = [](Key key, std::string_view value) {
    return [key, value](auto& b, auto, auto) { b.set_node(b.node("paper/1", Kind::Paper), key, value); };
  };
  CHECK(message(paper(Key::Title, "")) == "paper/1: no title");
  CHECK(message(paper(Key::ArxivId, "")) == "paper/1: no arxivId");
  CHECK(message(paper(Key::ArxivUrl, "arxiv.org")) == "paper/1: `arxiv.org` is no link");
  CHECK(message(paper(Key::HuggingFaceUrl, "https://a b")) == "paper/1: `https://a b` is no link");
  CHECK(message([](auto& b, auto, auto) { b.set_node(named(b, "metric/a", Kind::Metric), Key::Direction, "up"); }) == "metric/a: `up` is no direction");
  const std::vector<std::string_view> aliases{"A", ""};
  CHECK(message([&](auto& b, auto, auto) { b.set_node(named(b, "entity/a", Kind::Method), Key::Aliases, b.keep(aliases)); }) == "entity/a: an alias is empty");
  CHECK(message([](auto& b, auto r, Claim c) { c.confidence = 1.5F, b.claim_node(r, c); }) == "result/1: a claim's confidence is not between 0 and 1");
  CHECK(message([](auto& b, auto, auto) {
          b.set_edge(b.edge(b.node("paper/1", Kind::Paper), Relation::Author, named(b, "author/a", Kind::Author)), Key::Position, std::int64_t{0});
        }) == "paper/1: the place of author/a among the authors is not 1 or more");
}

TEST_CASE("a method does not outperform itself") {
  const auto faults = faults_after([](auto& b, auto, Claim c) {
    const auto method = named(b, "entity/a", Kind::Method);
    b.claim_edge(b.edge(method, Relation::Outperforms, method), c);
  });
  CHECK(kinds_of(faults) == std::vector{FaultKind::Ends});
}

TEST_CASE("papers that contradict each other on one benchmark and metric are told with their sentences") {
  Archive a;
  a.entry("1", "2025-01-01", "Ours beats Theirs on MMLU: 71% accuracy.").fact("Ours", Relation::Outperforms, "Theirs");
  a.result("Ours", "MMLU", "accuracy", "71");
  a.entry("2", "2025-01-02", "Theirs beats Ours on MMLU: 72% accuracy.").fact("Theirs", Relation::Outperforms, "Ours");
  a.result("Theirs", "MMLU", "accuracy", "72");
  a.entry("3", "2025-01-03", "Third beats Ours on GPQA: 50% accuracy.").fact("Third", Relation::Outperforms, "Ours");
  a.result("Third", "GPQA", "accuracy", "50");
  a.entry("4", "2025-01-03", "Ours beats Third.").fact("Ours", Relation::Outperforms, "Third");
  const auto faults = check(a.graph());
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].kind == FaultKind::Cycle);
  CHECK(faults[0].subject == "entity/mmlu");
  CHECK(faults[0].message == "Ours outperforms Theirs outperforms Ours on MMLU by accuracy");
  CHECK(faults[0].sentences == std::vector<std::string>{"paper/1: Ours beats Theirs on MMLU: 71% accuracy.",
                                                       "paper/2: Theirs beats Ours on MMLU: 72% accuracy."});
}

TEST_CASE("a change must be what lies between the levels") {
  const auto faults_of = [](std::string change, std::string unit, std::string level, std::string baseline) {
    Archive a;
    a.entry("1", "2025-01-01").result("Net", "MMLU", "accuracy", level).result("Net", "MMLU", "accuracy", change, unit);
    a.extractions.back().results.back().delta = true;
    a.extractions.back().results.back().baseline_value = baseline;
    return kinds_of(check(a.graph()));
  };
  CHECK(faults_of("4.3", "%", "71.5", "67.2").empty());
  CHECK(faults_of("4.3", "%", "71.52", "67.2").empty());
  CHECK(faults_of("-4.3", "%", "67.2", "71.5").empty());
  CHECK(faults_of("50", "%", "30", "20").empty());
  CHECK(faults_of("2", "x", "40", "20").empty());
  CHECK(faults_of("4.9", "%", "71.5", "67.2") == std::vector{FaultKind::Delta});
  CHECK(faults_of("3", "x", "40", "20") == std::vector{FaultKind::Delta});
  CHECK(faults_of("4.9", "%", "71.5", "").empty());
}
