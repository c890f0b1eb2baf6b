// Sets of words that are laid out when the program is compiled.

#include "base/word_hash.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace digestkg;

namespace {

constexpr std::string_view many[] = {"than", "over", "versus", "vs", "to", "compared", "relative", "against", "up", "at", "an", "a", "as", "high", "low", "mean",
                                     "than", "new", "state-of-the-art", "approx", "also", "even", "per", "only", "due", "then", "so", "it", "we", "who"};

}  // namespace

TEST_CASE("a set has its words in any case and no others", "[words]") {
  constexpr WordSet set(many);
  for (const std::string_view word : many) CHECK(set.has(word_hash(word)));
  CHECK(set.has(word_hash("State-of-the-Art")));
  for (int i = 0; i < 10'000; ++i) CHECK_FALSE(set.has(word_hash("no" + std::to_string(i))));
  CHECK_FALSE(set.has(0));  // the hash that an empty slot holds
}

TEST_CASE("a set of one word has it", "[words]") {
  constexpr WordSet set({"than"});
  CHECK(set.has(word_hash("Than")));
  CHECK_FALSE(set.has(word_hash("then")));
}
