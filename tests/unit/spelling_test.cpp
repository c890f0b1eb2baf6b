#include "base/spelling.hpp"

#include <catch2/catch.hpp>

#include <array>

using digestkg::did_you_mean;
using digestkg::edit_distance;
using digestkg::nearest_words;

TEST_CASE("edit distance counts insertions, deletions, replacements and swaps") {
  CHECK(edit_distance("", "") == 0);
  CHECK(edit_distance("", "abc") == 3);
  CHECK(edit_distance("build", "build") == 0);
  CHECK(edit_distance("biuld", "build") == 1);
  CHECK(edit_distance("bild", "build") == 1);
  CHECK(edit_distance("kitten", "sitting") == 3);
}

TEST_CASE("only near words are proposed, the nearest first") {
  constexpr std::array<std::string_view, 5> words{"stats", "build", "export", "extract", "leaderboard"};
  CHECK(nearest_words("stat", words, 3) == std::vector<std::string_view>{"stats"});
  CHECK(nearest_words("lead", words, 3) == std::vector<std::string_view>{"leaderboard"});
  CHECK(nearest_words("extrat", words, 1) == std::vector<std::string_view>{"extract"});
  CHECK(nearest_words("zzz", words, 3).empty());
  CHECK(nearest_words("", words, 3).empty());
  CHECK(did_you_mean("exprot", words) == "; did you mean 'export'?");
  CHECK(did_you_mean("zzz", words).empty());
}
