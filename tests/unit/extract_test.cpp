// One entry as the compiled-in rules and weights read it.

#include "extract/entities.hpp"
#include "extract/results.hpp"
#include "support/documents.hpp"

#include <digestkg/extract.hpp>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace digestkg;
using digestkg::testing::document_of;

namespace {

Extraction read(std::string title, std::string summary) {
  static const Extractor extractor;
  return extractor.read({"2501.00001", "2025-01-01", std::move(title), {}, std::move(summary), "", ""});
}

/// A scene of these names, whatever else stands in the text.
Scene scene_of(const Document& document, const std::vector<std::string>& names) {
  const auto span = [&](std::string_view name) {
    for (std::uint16_t i = 0; i < document.tokens().size(); ++i)
      for (std::uint16_t end = static_cast<std::uint16_t>(i + 1); end <= document.tokens().size(); ++end)
        if (document.text(Span{i, end}) == name) return Span{i, end};
    return Span{};
  };
  std::vector<Candidate> candidates(names.size());
  std::vector<ChosenName> chosen(names.size());
  for (std::size_t i = 0; i < names.size(); ++i) {
    candidates[i].spans = {span(names[i])};
    chosen[i].candidate = i;
    chosen[i].places = {span(names[i])};
  }
  return join_names(document, candidates, {}, chosen);
}

/// First forms of the things that names of a text are.
std::vector<std::string> joined(const std::string& text, const std::vector<std::string>& names) {
  const Document document = document_of(text);
  std::vector<std::string> forms;
  for (const Entity& entity : scene_of(document, names).entities) forms.push_back(entity.forms.front());
  return forms;
}

/// Names that stand in one list with the first of `count`, ahead of a number that all may share.
std::size_t listed_with_first(int count) {
  std::vector<std::string> names;
  std::string text;
  for (int i = 0; i < count; ++i) text += (i ? ", " : "") + names.emplace_back("ZephNet" + std::to_string(i));
  const Document document = document_of(text + " reach 71.5% accuracy.");
  const Scene scene = scene_of(document, names);
  Passage passage;
  passage.read(scene);
  std::vector<NumberSite> sites;
  find_sites(passage, sites);
  REQUIRE(sites.size() == 1);
  NameList list;
  find_list(Sort::Method, passage, sites[0], 0, list);
  return list.others.size();
}

}  // namespace

TEST_CASE("a name with a head noun behind it is the name itself") {
  CHECK(joined("ZephNet parses graphs. The ZephNet model is fast.", {"ZephNet", "ZephNet model"}) == std::vector<std::string>{"ZephNet"});
}

TEST_CASE("a short form is joined with the one name whose initials it is, wherever they stand") {
  const std::string text = "Fast Neural Parser is one and Fine Net Pruner another. FNP is fast.";
  CHECK(joined(text, {"Fast Neural Parser", "FNP"}) == std::vector<std::string>{"Fast Neural Parser"});
  CHECK(joined(text, {"Fast Neural Parser", "Fine Net Pruner", "FNP"}).size() == 3);
}

TEST_CASE("a number far down a list of many names holds for the name beside it") {
  std::string summary;
  for (int i = 0; i < 90; ++i) summary += "ZephNet" + std::to_string(i) + " achieves an accuracy of " + std::to_string(i) + ".5% on GSM8K. ";
  const Extraction e = read("ZephNets: Faster Parsing of Graphs", summary.c_str());
  const auto last = std::ranges::find(e.results, "89.5", &ReportedResult::value);
  REQUIRE(last != e.results.end());
  REQUIRE(last->method != nothing);
  CHECK(e.things[static_cast<std::size_t>(last->method)].name == "ZephNet89");
}

TEST_CASE("praise is no part of what a number measures") {
  const Extraction e = read("ZephNet: Faster Parsing of Graphs", "The paper introduces ZephNet. ZephNet achieves the highest accuracy of 91.2% on GSM8K.");
  REQUIRE(e.results.size() == 1);
  CHECK(e.results[0].metric == "accuracy");
  CHECK(e.results[0].value == "91.2");
  CHECK(e.things[static_cast<std::size_t>(e.results[0].method)].name == "ZephNet");
}

TEST_CASE("a parenthesis that opens before what a number measures is no part of it") {
  const Extraction e = read("ZephNet: Faster Parsing of Graphs", "We introduce ZephNet. ZephNet (8B) scores are 71.5 on GSM8K.");
  REQUIRE(e.results.size() == 1);
  CHECK(e.results[0].metric.find(')') == std::string::npos);
}

TEST_CASE("a number on both of two benchmarks is a result on each, respective numbers are not shared") {
  const auto benchmarks = [](const Extraction& e, std::string_view value) {
    std::vector<std::string> names;
    for (const ReportedResult& r : e.results)
      if (r.value == value && r.benchmark != nothing) names.push_back(e.things[static_cast<std::size_t>(r.benchmark)].name);
    std::ranges::sort(names);
    return names;
  };
  const Extraction both = read("ZephNet: Faster Graphs",
                               "This paper introduces ZephNet, a graph transformer. ZephNet achieves 91.5% accuracy on both the GraphBench and "
                               "MolBench benchmarks.");
  CHECK(benchmarks(both, "91.5") == std::vector<std::string>{"GraphBench", "MolBench"});
  const Extraction apart = read("ZephNet: Faster Graphs",
                                "This paper introduces ZephNet, a graph transformer. ZephNet achieves 91.5% and 71.2% accuracy on GraphBench and "
                                "MolBench, respectively.");
  CHECK(benchmarks(apart, "91.5") == std::vector<std::string>{"GraphBench"});
  CHECK(benchmarks(apart, "71.2") == std::vector<std::string>{"MolBench"});
}

TEST_CASE("a change that its levels contradict is told, one that follows from them is not") {
  const auto rule_of_change = [](const std::string& change) {
    const Extraction e = read("ZephNet: Faster Parsing of Graphs", "We introduce ZephNet, a parser of graphs. ZephNet improves accuracy by " + change +
                                                                       " (from 70.0% to 81.0%) on GSM8K over GPT-4.");
    const auto found = std::ranges::find(e.results, true, &ReportedResult::delta);
    REQUIRE(found != e.results.end());
    return std::string(found->evidence.rule);
  };
  CHECK(rule_of_change("5.0%") == disagreeing_levels);
  CHECK(rule_of_change("11.0%") == "result");  // the difference
  CHECK(rule_of_change("15.7%") == "result");  // of the first
}

TEST_CASE("a list of more names than anyone compares shares no number") {
  CHECK(listed_with_first(20) == 19);
  CHECK(listed_with_first(200) == 0);
}

TEST_CASE("what of a text is not read is said") {
  const auto words = [](std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += (i == 0 ? "word" : " word");
    return text;
  };
  const auto sentences = [](std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += (i == 0 ? "So." : " So.");
    return text;
  };
  CHECK(read("Title", words(8191)).unread == TextRange{});
  CHECK(read("Title", words(8193)).unread == TextRange{Field::Summary, 8191 * 5, 8193 * 5 - 1});
  CHECK(read("Title", sentences(254)).unread == TextRange{});
  CHECK(read("Title", sentences(256)).unread == TextRange{Field::Summary, 254 * 4, 256 * 4 - 1});
  CHECK(read(words(8200), "Summary.").unread == TextRange{Field::Title, 8192 * 5, 8200 * 5 - 1});
}

TEST_CASE("a number whose method and benchmark are unsaid is trusted less") {
  const Extraction e = read("ZephNet: Parsing", "We introduce ZephNet. ZephNet achieves 71.5% accuracy on GSM8K, while with shorter runs 60.1% came out.");
  REQUIRE(e.results.size() == 2);
  CHECK(e.results[0].evidence.confidence > e.results[1].evidence.confidence + 0.1F);
}

TEST_CASE("a result that is more likely wrong than worth keeping is dropped") {
  const Entry entry{"2501.00001", "2025-01-01", "ZephNet: Parsing", {}, "ZephNet achieves 71.5% accuracy on GSM8K.", "", ""};
  Vocabulary vocabulary;
  Document document;
  document.read(entry, vocabulary);
  Scene scene;
  scene.document = &document;
  scene.lay();
  Passage passage;
  passage.read(scene);
  ResultModels models = ResultModels::embedded();
  const auto read_with = [&](const char* weights) {
    models.trust = LinearModel(weights);
    ResultWorkspace workspace;
    std::vector<ReportedResult> results;
    read_results(passage, {}, models, workspace, results);
    return results;
  };
  CHECK(read_with("classes\tright\nbias\t-5\n").empty());
  const std::vector<ReportedResult> kept = read_with("classes\tright\nbias\t5\n");
  REQUIRE(kept.size() == 1);
  CHECK(kept[0].value == "71.5");
  CHECK(kept[0].evidence.confidence > 0.99F);
}
