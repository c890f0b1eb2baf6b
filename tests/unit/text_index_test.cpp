#include "base/text_index.hpp"
#include "graph/text_order.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

using namespace digestkg;

namespace {

std::string_view same(std::string_view text) { return text; }

std::vector<std::string_view> in_order(const std::vector<std::string_view>& texts, unsigned jobs) {
  std::vector<std::string_view> ordered;
  for (const std::uint32_t number : text_order(texts, jobs)) ordered.push_back(texts[number]);
  return ordered;
}

}  // namespace

TEST_CASE("texts get the same numbers one by one and all at once") {
  std::vector<std::string> owned;
  for (int i = 0; i < 1000; ++i) owned.push_back("name " + std::to_string(i * i % 300));
  const std::vector<std::string_view> texts(owned.begin(), owned.end());
  TextIndex one_by_one, at_once;
  std::vector<std::uint32_t> expected, numbers;
  for (const std::string_view text : texts) expected.push_back(one_by_one.add(text, same));
  at_once.add_all(texts, numbers, same);
  CHECK(numbers == expected);
  CHECK(at_once.texts() == one_by_one.texts());
  CHECK(at_once.find("name 9") == std::optional(expected[3]));
}

TEST_CASE("what was appended has a number and is not found; after clear() nothing is") {
  TextIndex index;
  CHECK(index.append("a") == 0);
  CHECK_FALSE(index.find("a"));
  CHECK(index.add("a", same) == 1);
  for (const int count : {3, 2000}) {
    std::vector<std::string> owned;
    for (int i = 0; i < count; ++i) owned.push_back(std::to_string(i));
    for (const std::string& text : owned) index.add(text, same);
    index.clear();
    CHECK(index.size() == 0);
    CHECK_FALSE(index.find("1"));
    CHECK(index.add("2", same) == 0);
  }
}

TEST_CASE("texts are ordered by their bytes, whatever they share") {
  const std::vector<std::string_view> texts{
      "paper/2", "author/\xC3\xA9", "author/b", "",  "author/", "a", "paper/2509.00001/level/accuracy/9", "paper/2509.00001/level/accuracy/10",
      "\xFFz",   "author/a",        "author",   "b", "paper/2", "",  "paper/2509.00001/level/accuracy"};
  std::vector<std::string_view> expected = texts;
  std::ranges::sort(expected);
  CHECK(in_order(texts, 1) == expected);
  CHECK(in_order(texts, 2) == expected);
  CHECK(in_order(expected, 1) == expected);
}
