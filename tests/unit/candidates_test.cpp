// What may be a name, and what a name may be scored on.

#include "base/word_hash.hpp"
#include "extract/candidates.hpp"
#include "extract/initials.hpp"
#include "extract/scored_pairs.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

using namespace digestkg;

namespace {

Document document_of(const std::string& summary) {
  static const Vocabulary vocabulary;
  Document document;
  document.read({"2501.00001", "2025-01-01", "Parsing", {}, summary, "", ""}, vocabulary);
  return document;
}

/// Whether something proposed as `form` is noted as a metric.
bool is_metric(const std::string& summary, std::string_view form) {
  const Document document = document_of(summary);
  std::vector<KnownSpan> known;
  find_known(document, Lexicon::built_in(), known);
  std::vector<AcronymPair> pairs;
  find_acronyms(document, pairs);
  std::vector<Candidate> candidates;
  propose_candidates(document, known, Lexicon::built_in(), pairs, candidates);
  const auto found = std::ranges::find(candidates, form, [&](const Candidate& c) { return document.text(c.spans.front()); });
  REQUIRE(found != candidates.end());
  return found->known.metric;
}

}  // namespace

TEST_CASE("a hyphen in front of `and` breaks no long form") {
  const Document document = document_of("We train it by a Task- and Agent-aware GRPO (TA-GRPO) with few samples.");
  std::vector<AcronymPair> pairs;
  find_acronyms(document, pairs);
  REQUIRE(pairs.size() == 1);
  CHECK(document.text(pairs[0].long_form) == "Task- and Agent-aware GRPO");
  CHECK(document.text(pairs[0].acronym) == "TA-GRPO");
}

TEST_CASE("a long form with its acronym that is scored is a metric, known or not") {
  const std::string scored = "ZephNet reaches a Contour Fit (CF) score of 0.71 on faces.";
  CHECK(is_metric(scored, "Contour Fit"));
  CHECK(is_metric(scored, "CF"));
  CHECK(is_metric("ZephNet reaches a Contour Fit (CF) score 0.71 on faces.", "CF"));
  CHECK_FALSE(is_metric("ZephNet extends the Contour Fit (CF) score with 12 layers of experts.", "CF"));
  CHECK_FALSE(is_metric("The Contour Fit (CF) framework has 12 layers.", "CF"));
  CHECK_FALSE(is_metric("We present the Contour Fit (CF)", "CF"));
}

TEST_CASE("a title before a name ends no sentence") {
  CHECK(document_of("It is trained by Dr. GRPO alone. That is all.").sentences().size() == 3);  // the title is one
}

TEST_CASE("a pair that several numbers may score counts by the clearest of them") {
  std::vector<ScoredPair> pairs{{2, 7, 0.1F}, {1, 9, 0.4F}, {2, 7, 0.6F}, {2, 7, 0.3F}};
  settle(pairs);
  REQUIRE(pairs.size() == 2);
  CHECK(probability_of(pairs, 2, 7) == 0.6F);
  CHECK(probability_of(pairs, 1, 9) == 0.4F);
  CHECK(probability_of(pairs, 1, 7) == 0);
  CHECK(probability_of({}, 1, 9) == 0);
}

TEST_CASE("the initials of a capitalised name are its short form, with or without small words and second parts") {
  const auto spells = [](std::string_view name, std::string_view form) {
    const auto hashes = initials_of(name);
    return may_be_initials(form) && std::ranges::find(hashes, word_hash(form)) != hashes.end();
  };
  CHECK(spells("Tree of Thoughts", "ToT"));
  CHECK(spells("Agentic Reasoning and Tool Integration in Self-improving Transformers", "ARTIST"));
  CHECK(spells("Autoregressive Adversarial Post-Training", "AAPT"));
  CHECK_FALSE(spells("fine-grained Direct Preference Optimization", "DPO"));
  CHECK_FALSE(spells("Dense Synthetic Captions", "DSC+"));
  CHECK_FALSE(spells("Thoughts", "T"));
  CHECK_FALSE(spells("Tree of Thoughts", "tot"));
  CHECK(initials_of("").empty());
  CHECK(initials_of("A- B-").size() == 1);
}
