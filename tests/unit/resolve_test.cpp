// Resolution: which names are one thing, what kind it is, and what is told about it.

#include "graph/acronyms.hpp"
#include "support/readings.hpp"

#include <digestkg/overrides.hpp>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace digestkg;
using testing::Archive;

namespace {

/// IRI of the `thing`-th thing of the `entry`-th entry.
std::string iri(const Resolution& resolution, std::size_t entry, std::size_t thing) {
  return resolution.entities[resolution.of[entry][thing]].iri;
}

bool has_step(const Resolution& resolution, std::string_view of, std::string_view reason) {
  return std::ranges::any_of(resolution.steps, [&](const ResolutionStep& s) { return s.iri == of && s.reason == reason; });
}

}  // namespace

TEST_CASE("acronyms are told from shortened names") {
  CHECK(abbreviates("GRPO", "Group Relative Policy Optimization"));
  CHECK(abbreviates("CoT", "Chain-of-Thought"));
  CHECK(abbreviates("DAPO", "Decoupled Clip and Dynamic sAmpling Policy Optimization"));
  CHECK(abbreviates("GANs", "Generative Adversarial Networks"));
  CHECK_FALSE(abbreviates("SimpleVLA", "SimpleVLA-RL"));
  CHECK_FALSE(abbreviates("GPT-4", "GPT-4o mini"));
  CHECK_FALSE(abbreviates("BERT", "RoBERTa large"));
  CHECK_FALSE(abbreviates("Seed", "Some Extra Examples Done"));
  CHECK_FALSE(abbreviates("MMLU", "MMLU-Pro"));
}

TEST_CASE("an acronym and its long form are one thing once an entry states both") {
  Archive a;
  a.entry("1", "2025-01-01").with("Group Relative Policy Optimization", Kind::Method, {"GRPO"});
  a.entry("2", "2025-01-01").with("GRPO");
  a.entry("3", "2025-01-01").with("Group-Relative Policy Optimization");
  a.entry("4", "2025-01-01").with("GRPO", Kind::Method, {"Group Relative Policy Optimization"});
  const Resolution r = a.resolved();
  for (std::size_t i = 0; i < 4; ++i) CHECK(iri(r, i, 0) == "entity/grpo");
  REQUIRE(r.entities.size() == 1);
  CHECK(r.entities[0].name == "GRPO");
  CHECK(r.entities[0].aliases == std::vector<std::string>{"Group Relative Policy Optimization", "Group-Relative Policy Optimization"});
  CHECK(has_step(r, "entity/grpo", "acronym"));
}

TEST_CASE("every thing of many is listed with its forms, whatever number of threads looks") {
  constexpr std::size_t things = 2100;
  Archive a;
  for (std::size_t i = 0; i < things; ++i) {
    const std::string name = "Nova" + std::to_string(i) + "Net";
    a.entry(std::to_string(i), "2025-01-01").with(name, i % 2 == 0 ? Kind::Method : Kind::Dataset).with(name + "s");
  }
  const Resolution one = resolve(a.entries, a.extractions, nullptr, 1), three = resolve(a.entries, a.extractions, nullptr, 3);
  CHECK(std::ranges::count(one.steps, "folded", &ResolutionStep::reason) == things);
  CHECK(one.steps == three.steps);
  CHECK(one.of == three.of);
  CHECK(std::ranges::equal(one.entities, three.entities, [](const auto& x, const auto& y) {
    return x.iri == y.iri && x.name == y.name && x.aliases == y.aliases && x.kinds == y.kinds;
  }));
}

TEST_CASE("what the lexicon knows to be one benchmark is one, and only that") {
  Archive a;
  a.entry("1", "2025-01-01").with("AIME24", Kind::Benchmark);
  a.entry("2", "2025-01-01").with("AIME 2024", Kind::Benchmark);
  a.entry("3", "2025-01-01").with("AIME 2025", Kind::Benchmark);
  const Resolution r = a.resolved();
  CHECK(iri(r, 0, 0) == "entity/aime2024");
  CHECK(iri(r, 1, 0) == "entity/aime2024");
  CHECK(iri(r, 2, 0) == "entity/aime2025");
  CHECK(has_step(r, "entity/aime2024", "lexicon"));
}

TEST_CASE("what many papers name is not split by two that seem to introduce it") {
  Archive a;
  a.entry("1", "2025-01-01").introduces("GRPO");
  a.entry("2", "2025-01-01").introduces("GRPO");
  for (const char* id : {"3", "4", "5", "6", "7", "8"}) a.entry(id, "2025-01-01").with("GRPO");
  const Resolution r = a.resolved();
  CHECK(iri(r, 0, 0) == "entity/grpo");
  CHECK(iri(r, 1, 0) == "entity/grpo");
}

TEST_CASE("a zero for the letter o in a name that the lexicon knows is a slip") {
  Archive a;
  a.entry("1", "2025-01-01").with("GPT-40").with("L40");
  a.entry("2", "2025-01-01").with("GPT-40");
  a.entry("3", "2025-01-01").with("GPT-4o");
  a.entry("4", "2025-01-01").with("01-mini");
  a.entry("5", "2025-01-01").with("01 mini");
  const Resolution r = a.resolved();
  CHECK(iri(r, 0, 0) == "entity/gpt4o");
  CHECK(iri(r, 1, 0) == "entity/gpt4o");
  CHECK(iri(r, 2, 0) == "entity/gpt4o");
  CHECK(iri(r, 3, 0) == "entity/o1mini");
  CHECK(iri(r, 0, 1) == "entity/l40");
  const auto& gpt = r.entities[r.of[0][0]];
  CHECK(gpt.name == "GPT-4o");
  CHECK(gpt.aliases == std::vector<std::string>{"GPT-40"});
  REQUIRE(iri(r, 4, 0) == "entity/o1mini");
  CHECK(r.entities[r.of[4][0]].name == "o1 mini");
  CHECK(has_step(r, "entity/gpt4o", "lexicon"));
  Overrides overrides;
  overrides.apart.push_back({{"GPT-4o", "GPT-40"}});
  CHECK(iri(a.resolved(&overrides), 0, 0) != iri(a.resolved(&overrides), 2, 0));
}

TEST_CASE("a user keeps apart what the lexicon joins") {
  Archive a;
  a.entry("1", "2025-01-01").with("AIME24", Kind::Benchmark);
  a.entry("2", "2025-01-01").with("AIME 2024", Kind::Benchmark);
  Overrides overrides;
  overrides.apart.push_back({{"AIME24", "AIME 2024"}});
  const Resolution r = a.resolved(&overrides);
  CHECK(iri(r, 0, 0) != iri(r, 1, 0));
}

TEST_CASE("an acronym of several things joins none of them") {
  Archive a;
  a.entry("1", "2025-01-01").with("Adaptive Retrieval Tuning", Kind::Method, {"ART"});
  a.entry("2", "2025-01-01").with("Abstract Reasoning Test", Kind::Benchmark, {"ART"});
  a.entry("3", "2025-01-01").with("ART");
  const Resolution r = a.resolved();
  CHECK(iri(r, 0, 0) == "entity/adaptiveretrievaltuning");
  CHECK(iri(r, 1, 0) == "entity/abstractreasoningtest");
  CHECK(iri(r, 2, 0) == "entity/art");
  CHECK(has_step(r, "entity/art", "homonym"));
}

TEST_CASE("a long form stated twice as often as all others has the acronym") {
  Archive a;
  for (const char* id : {"1", "2", "3", "4"}) a.entry(id, "2025-01-01").with("Direct Preference Optimization", Kind::Method, {"DPO"});
  a.entry("5", "2025-01-01").with("Decoupled Policy Oracle", Kind::Method, {"DPO"});
  a.entry("6", "2025-01-01").with("Dynamic Prompt Order", Kind::Method, {"DPO"});
  a.entry("7", "2025-01-01").with("DPO");
  const Resolution r = a.resolved();
  CHECK(iri(r, 0, 0) == "entity/dpo");
  CHECK(iri(r, 6, 0) == "entity/dpo");
  CHECK(iri(r, 4, 0) == "entity/decoupledpolicyoracle");
}

TEST_CASE("aliases that are no acronyms hold in their entry alone") {
  Archive a;
  a.entry("1", "2025-01-01").with("SimpleVLA-RL", Kind::Method, {"SimpleVLA"});
  a.entry("2", "2025-01-01").with("SimpleVLA");
  a.entry("3", "2025-01-01").with("OtherNet", Kind::Method, {"SimpleVLA"});
  const Resolution r = a.resolved();
  CHECK(iri(r, 0, 0) == "entity/simplevlarl");
  CHECK(iri(r, 1, 0) == "entity/simplevla");
  CHECK(iri(r, 2, 0) == "entity/othernet");
  CHECK(has_step(r, "entity/simplevlarl", "alias"));
}

TEST_CASE("one name introduced by several papers is several things") {
  Archive a;
  a.entry("1", "2025-01-01").introduces("FLAME");
  a.entry("2", "2025-01-02").introduces("Flame");
  a.entry("3", "2025-01-03").with("FLAME");
  a.entry("2", "2025-01-04").introduces("Flame");
  const Resolution r = a.resolved();
  CHECK(iri(r, 0, 0) == "entity/flame~1");
  CHECK(iri(r, 1, 0) == "entity/flame~2");
  CHECK(iri(r, 2, 0) == "entity/flame");
  CHECK(iri(r, 3, 0) == "entity/flame~2");
  CHECK(has_step(r, "entity/flame~1", "homonym"));
}

TEST_CASE("one paper on two days introduces one thing") {
  Archive a;
  a.entry("1", "2025-01-01").introduces("FLAME");
  a.entry("1", "2025-01-02").introduces("FLAME");
  CHECK(iri(a.resolved(), 0, 0) == "entity/flame");
}

TEST_CASE("kinds are voted on, and roles vote too") {
  Archive a;
  a.entry("1", "2025-01-01").with("MMLU", Kind::Benchmark);
  a.entry("2", "2025-01-01").with("MMLU", Kind::Benchmark);
  a.entry("3", "2025-01-01").with("MMLU", Kind::Method);
  a.entry("4", "2025-01-01").with("COCO", Kind::Benchmark);
  a.entry("5", "2025-01-01").with("COCO", Kind::Dataset);
  a.entry("6", "2025-01-01").with("QuietSet", Kind::Dataset).fact("Net", Relation::TrainedOn, "QuietSet");
  const Resolution r = a.resolved();
  const auto kinds = [&](std::size_t entry) { return r.entities[r.of[entry][0]].kinds; };
  CHECK(kinds(0) == Kind::Benchmark);
  CHECK(kinds(2) == Kind::Benchmark);
  CHECK(kinds(3) == (Kind::Benchmark | Kind::Dataset));
  CHECK(kinds(5) == Kind::Dataset);
}

TEST_CASE("facts that do not fit are left out and told") {
  Archive a;
  for (const char* id : {"1", "2", "3"}) a.entry(id, "2025-01-01").with("MMLU", Kind::Benchmark);
  a.entry("4", "2025-01-01").with("MMLU", Kind::Benchmark).fact("Net", Relation::Outperforms, "MMLU").fact("Net", Relation::Uses, "NET");
  const Resolution r = a.resolved();
  CHECK(r.left_out == std::vector<LeftOut>{{3, LeftOut::Part::Fact, 0}, {3, LeftOut::Part::Fact, 1}});
  CHECK(has_step(r, "entity/net", "kind"));
  CHECK(has_step(r, "entity/net", "itself"));
}

TEST_CASE("the order of entries does not matter") {
  Archive a;
  a.entry("1", "2025-01-01").with("Group Relative Policy Optimization", Kind::Method, {"GRPO"}).introduces("Net");
  a.entry("2", "2025-01-02").with("GRPO").fact("NET", Relation::Outperforms, "GRPO").introduces("NET");
  a.entry("3", "2025-01-02").with("ViTs").with("ViT").result("Net", "MMLU", "accuracy", "71.5");
  const Archive b = a.reversed();
  CHECK(a.resolved().steps == b.resolved().steps);
  CHECK(testing::jsonl(a.graph()) == testing::jsonl(b.graph()));
}

TEST_CASE("a handle that spells a co-author's friend is proposed, not merged") {
  Archive a;
  a.entry("1", "2025-01-01", "Words.", {"yuhangzang", "Jiaqi Wang"});
  a.entry("2", "2025-01-02", "Words.", {"Yuhang Zang", "Jiaqi Wang"});
  a.entry("3", "2025-01-02", "Words.", {"zangyuhang7", "Someone Else"});
  const Resolution r = a.resolved();
  REQUIRE(r.steps.size() == 1);
  CHECK(r.steps[0] == ResolutionStep{"author/yuhangzang", {"yuhangzang", "Yuhang Zang"}, "proposed-person", "joint co-authors: Jiaqi Wang"});
  CHECK(a.graph().find("author/Yuhang%20Zang"));
}
