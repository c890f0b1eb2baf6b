// Texts -> their order, whatever they share.

#include "graph/text_order.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

using namespace digestkg;

namespace {

std::vector<std::string_view> in_order(const std::vector<std::string_view>& texts, unsigned jobs) {
  std::vector<std::string_view> ordered;
  for (const std::uint32_t number : text_order(texts, jobs)) ordered.push_back(texts[number]);
  return ordered;
}

}  // namespace

TEST_CASE("texts are ordered by their bytes, whatever they share") {
  const std::vector<std::string_view> texts{
      "paper/2", "author/\xC3\xA9", "author/b", "",  "author/", "a", "paper/2509.00001/level/accuracy/9", "paper/2509.00001/level/accuracy/10",
      "\xFFz",   "xbaaaaaaaa",      "xaaaaaaaab", "xaaaaaaaaaaaaaaab", "xaaaaaaaaaaaaaaac", "author/a",        "author",   "b", "paper/2", "",  "paper/2509.00001/level/accuracy"};
  std::vector<std::string_view> expected = texts;
  std::ranges::sort(expected);
  CHECK(in_order(texts, 1) == expected);
  CHECK(in_order(texts, 2) == expected);
  CHECK(in_order(expected, 1) == expected);
}
