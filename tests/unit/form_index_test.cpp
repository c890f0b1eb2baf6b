// The table of a lexicon's forms: nothing of it is denied, most else is.

#include "ontology/form_index.hpp"

#include <catch2/catch.hpp>

#include <set>
#include <string>

using namespace digestkg;

namespace {

std::string key(unsigned number) {
  std::string text;
  for (unsigned rest = mix(number); text.size() < 3 + number % 9; rest = mix(rest + 1)) text += static_cast<char>('a' + rest % 26);
  return text;
}

/// 2,000 keys, each with its number as value.
const std::string& lines() {
  static const std::string text = [] {
    std::set<std::string> sorted;
    for (unsigned i = 0; i < 2000; ++i) sorted.insert(key(i) + '\t' + std::to_string(i) + '\n');
    std::string all;
    for (const std::string& line : sorted) all += line;
    return all;
  }();
  return text;
}

}  // namespace

TEST_CASE("every key is found, and every beginning of it may go on as it does") {
  const FormIndex index(lines());
  for (unsigned i = 0; i < 2000; ++i) {
    const std::string text = key(i);
    RunningHash hash;
    for (std::size_t at = 0; at < text.size(); ++at) {
      const std::uint32_t before = word_hash(text.substr(0, at));
      CHECK(hash.word() == before);
      CHECK(index.may_go_on(before, text[at]));
      CHECK(index.may_go_on(before, text[at], at + 1 < text.size() ? text[at + 1] : 's'));
      hash.push(text[at]);
    }
    CHECK(index.may_be(word_hash(text)));
    CHECK(index.may_be(word_hash(text + 's')));
    REQUIRE(index.find(hash).has_value());
    if (i > 500) CHECK(*index.find(hash) == std::to_string(i));  // shorter ones may be there twice
  }
}

TEST_CASE("most texts that are no key and begin none are told by a look") {
  const FormIndex index(lines());
  int taken = 0, going_on = 0;
  for (unsigned i = 0; i < 10'000; ++i) {
    const std::uint32_t other = word_hash('-' + key(i));
    taken += index.may_be(other);
    going_on += index.may_go_on(other, 'x') + index.may_go_on(other, 'x', 'y');
  }
  CHECK(taken < 800);
  CHECK(going_on < 1600);
}
