// What may be a name, and what a name may be scored on.

#include "base/word_hash.hpp"
#include "extract/candidates.hpp"
#include "extract/initials.hpp"
#include "extract/names.hpp"
#include "extract/scored_pairs.hpp"
#include "support/documents.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

using namespace digestkg;
using digestkg::testing::document_of;

namespace {

struct Proposed {
  Document document;
  std::vector<KnownSpan> known;
  std::vector<AcronymPair> pairs;
  std::vector<Candidate> candidates;

  explicit Proposed(const std::string& summary) : document(document_of(summary)) {
    find_known(document, Lexicon::built_in(), known);
    find_acronyms(document, pairs);
    propose_candidates(document, known, Lexicon::built_in(), pairs, candidates);
  }
  /// Where the candidate of this form stands, or the number of candidates.
  std::size_t find(std::string_view form) const {
    const auto found = std::ranges::find(candidates, form, [&](const Candidate& c) { return document.text(c.spans.front()); });
    return static_cast<std::size_t>(found - candidates.begin());
  }
  bool has(std::string_view form) const { return find(form) < candidates.size(); }
};

/// Whether something proposed as `form` is noted as a metric.
bool is_metric(const std::string& summary, std::string_view form) {
  const Proposed proposed(summary);
  REQUIRE(proposed.has(form));
  return proposed.candidates[proposed.find(form)].known.metric;
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

TEST_CASE("an everyday word with a capital is no candidate by itself, a rarer one is") {
  const Proposed proposed("These results are new. Mamba reads them. The Mamba model is small.");
  CHECK_FALSE(proposed.has("These"));
  CHECK_FALSE(proposed.has("The"));
  CHECK(proposed.has("Mamba"));
  CHECK(proposed.has("The Mamba"));
}

TEST_CASE("no name of the lexicon begins with a small word in lower case") {
  const auto knows = [](const std::string& summary, std::string_view form) {
    const Proposed proposed(summary);
    return std::ranges::any_of(proposed.known, [&](const KnownSpan& k) { return proposed.document.text(k.span) == form; });
  };
  CHECK(knows("It has a LLaVA module.", "LLaVA"));
  CHECK_FALSE(knows("It has a LLaVA module.", "a LLaVA"));
  CHECK(knows("ALLaVA is a dataset.", "ALLaVA"));
}

TEST_CASE("a candidate that is no name by itself is not looked at further") {
  const Proposed proposed("ZephNet reaches 71.5% on GSM8K. Extensive Experiments And Further Analysis show that.");
  HashedFeatures features;
  std::vector<float> probabilities;
  weigh_candidates(proposed.document, proposed.candidates, proposed.pairs, LinearModel::embedded("names"), features, probabilities);
  REQUIRE(probabilities.size() == proposed.candidates.size());
  CHECK(probabilities[proposed.find("ZephNet")] > 0.7F);
  CHECK(std::ranges::count(probabilities, 0.0F) > 0);
}

TEST_CASE("the candidates around one are those that overlap its reach or touch it") {
  const Proposed proposed("Lorem Model 7B beats GPT-4 (OpenAI) on Ipsum Dolor Bench. Both Lorem Model 7B and Sit Amet are small, and GPT-4 is not. "
                          "Dolor Bench and the Ipsum Set of Tests (IST) are new.");
  const std::vector<Candidate>& all = proposed.candidates;
  REQUIRE(all.size() > 10);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::span<const Candidate> around = near(all, i), expected = near(all, all[i].reach);
    CHECK(around.data() == expected.data());
    CHECK(around.size() == expected.size());
    CHECK(around.size() < all.size());
  }
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
