// Text -> tokens: where words are cut and what they look like.

#include "support/documents.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace digestkg;
using digestkg::testing::document_of;

namespace {

/// Of the summary.
std::vector<std::string> words(const std::string& summary) {
  const Document document = document_of(summary);
  std::vector<std::string> all;
  for (std::size_t i = document.title_tokens(); i < document.tokens().size(); ++i) all.emplace_back(document.text(i));
  return all;
}

constexpr unsigned looks = kInitialUpper | kInnerUpper | kAllUpper | kHasLower | kHasDigit | kHasHyphen | kNumber | kNonAscii | kPlain;

unsigned looks_of(const std::string& word) {
  const Document document = document_of("so " + word + " is");
  REQUIRE(document.text(document.title_tokens() + 1) == word);
  return document.token(document.title_tokens() + 1).flags & looks;
}

}  // namespace

TEST_CASE("words are cut at blanks and marks, and go on over what joins their parts", "[document]") {
  using Words = std::vector<std::string>;
  CHECK(words("It beats GPT-4o, by 1,234.5 points") == Words{"It", "beats", "GPT-4o", ",", "by", "1,234.5", "points"});
  CHECK(words("Node.js and C++ at pass@1.") == Words{"Node.js", "and", "C++", "at", "pass@1", "."});
  CHECK(words("it's the model's A\xC2\xB2" "B") == Words{"it", "'", "s", "the", "model", "'", "s", "A\xC2\xB2" "B"});
  CHECK(words("end.Next snake_case 3\xC3\x97" "4") == Words{"end", ".", "Next", "snake_case", "3", "\xC3\x97", "4"});
  CHECK(words("an X-based tool") == Words{"an", "X", "based", "tool"});
  CHECK(words("a+b HumanEval+") == Words{"a", "+", "b", "HumanEval+"});
}

TEST_CASE("a token tells what its word looks like", "[document]") {
  CHECK(looks_of("model") == (kHasLower | kPlain));
  CHECK(looks_of("Model") == (kInitialUpper | kHasLower | kPlain));
  CHECK(looks_of("X") == (kInitialUpper | kPlain));
  CHECK(looks_of("LLM") == (kInitialUpper | kInnerUpper | kAllUpper | kPlain));
  CHECK(looks_of("LLaVA") == (kInitialUpper | kInnerUpper | kHasLower | kPlain));
  CHECK(looks_of("eBay") == (kInnerUpper | kHasLower | kPlain));
  CHECK(looks_of("Long-Context") == (kInitialUpper | kHasLower | kHasHyphen));  // a capital behind a hyphen is no inner one
  CHECK(looks_of("A-B") == (kInitialUpper | kAllUpper | kHasHyphen));
  CHECK(looks_of("snake_Case") == kHasLower);
  CHECK(looks_of("T5") == (kInitialUpper | kHasDigit | kPlain));
  CHECK(looks_of("7B") == (kInnerUpper | kHasDigit | kPlain));
  CHECK(looks_of("1,234.5") == (kHasDigit | kNumber));
  CHECK(looks_of("42") == (kHasDigit | kNumber | kPlain));
  CHECK(looks_of("3-4") == (kHasDigit | kHasHyphen));
  CHECK(looks_of("caf\xC3\xA9") == (kHasLower | kNonAscii));
}

TEST_CASE("sentences begin behind marks that end one, and in the title", "[document]") {
  const auto begins = [](const std::string& summary) {
    const Document document = document_of(summary);
    std::vector<std::string> first;
    for (const Sentence& sentence : document.sentences()) first.emplace_back(document.text(sentence.first));
    return first;
  };
  using Words = std::vector<std::string>;
  CHECK(begins("One comes. Two follows! Three? Four") == Words{"Parsing", "One", "Two", "Three", "Four"});
  CHECK(begins("It is e.g. Three vs. Four, by J. Smith; no more.") == Words{"Parsing", "It"});
  CHECK(begins("(It ends.) Then another, i) first, ii) second") == Words{"Parsing", "(", "Then", "i", "ii"});
}
