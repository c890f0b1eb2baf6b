// Texts by number, one by one and many at once.

#include "base/text_index.hpp"

#include <catch2/catch.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

using namespace digestkg;

namespace {

std::string_view same(std::string_view text) { return text; }

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
