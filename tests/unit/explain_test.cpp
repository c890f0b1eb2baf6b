// What one entry says, for people.

#include <digestkg/explain.hpp>

#include <catch2/catch.hpp>

using namespace digestkg;

namespace {

Entry entry() { return {"2501.00001", "2025-01-02", "FastNet", {}, "FastNet beats SlowNet. It has 71.5% on MMLU.", "", ""}; }

Extraction extraction() {
  const TextRange title{Field::Title, 0, 7}, first{Field::Summary, 0, 22}, second{Field::Summary, 23, 43};
  Extraction all;
  all.things.resize(3);
  all.things[0] = {.name = "FastNet", .aliases = {"FN"}, .kind = Kind::Method, .also = {}, .evidence = {first, "name", 0.996F}};
  all.things[1] = {.name = "SlowNet", .aliases = {}, .kind = Kind::Method, .also = {}, .evidence = {first, "name", 0.5F}};
  all.things[2] = {.name = "MMLU", .aliases = {}, .kind = Kind::Benchmark, .also = Kind::Dataset, .evidence = {second, "name", 1}};
  all.mentions = {{0, title}, {0, {Field::Summary, 0, 7}}, {1, {Field::Summary, 14, 21}}, {2, {Field::Summary, 39, 43}}};
  all.facts = {{Relation::Introduces, nothing, 0, {title, "introduces", 0.25F}}, {Relation::Outperforms, 0, 1, {first, "outperforms", 0.75F}}};
  all.results.push_back({0, 2, 1, "accuracy", "71.5", "%", "71.5%", false, "70", {Field::Summary, 30, 34}, {second, "result", 0.9F}});
  all.results.push_back({nothing, nothing, nothing, "", "2", "x", "2x", true, "", {Field::Summary, 30, 31}, {second, "result", 0.005F}});
  all.tasks = {{"reading", {first, "task", 0.5F}}};
  return all;
}

}  // namespace

TEST_CASE("an entry is explained with its mentions in brackets, and each claim with its rule and sentence") {
  CHECK(explain(entry(), extraction(), false) ==
        "2501.00001  2025-01-02\n\n[FastNet]\n\n[FastNet] beats [SlowNet]. It has 71.5% on [MMLU].\n\n"
        "Names\n"
        "  FastNet (method) = FN\n      1.00 by name: FastNet beats SlowNet.\n"
        "  SlowNet (method)\n      0.50 by name: FastNet beats SlowNet.\n"
        "  MMLU (benchmark, dataset)\n      1.00 by name: It has 71.5% on MMLU\n\n"
        "Relations\n"
        "  the paper introduces FastNet\n      0.25 by introduces: FastNet\n"
        "  FastNet outperforms SlowNet\n      0.75 by outperforms: FastNet beats SlowNet.\n\n"
        "Results\n"
        "  FastNet: 71.5% accuracy on MMLU, over SlowNet at 70\n      0.90 by result: It has 71.5% on MMLU\n"
        "  (unnamed): change of 2x\n      0.01 by result: It has 71.5% on MMLU\n\n"
        "Tasks\n"
        "  reading\n      0.50 by task: FastNet beats SlowNet.\n");
}

TEST_CASE("colours of an explanation change nothing else") {
  std::string text = explain(entry(), extraction(), true);
  CHECK(text.find("\033[1;33m[MMLU]\033[0m") != std::string::npos);
  for (std::size_t at = text.find('\033'); at != std::string::npos; at = text.find('\033')) text.erase(at, text.find('m', at) + 1 - at);
  CHECK(text == explain(entry(), extraction(), false));
}
