// Texts -> their order, with few looks at the texts themselves, which lie all over memory.

#include "graph/text_order.hpp"

#include "base/parallel.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstring>
#include <numeric>

namespace digestkg {
namespace {

/// Sixteen bytes behind what the group shares, compared as numbers, decide most comparisons.
struct Place {
  std::uint64_t first, second;
  std::uint32_t index;
};

/// Texts with one first byte: IRIs of one kind, which all begin alike.
struct Group {
  std::string_view shared;
  std::size_t begin = 0, end = 0;  ///< among the places

  void take(std::string_view text) {
    if (end++ == 0) shared = text;
    else if (!text.starts_with(shared)) shared = shared.substr(0, std::ranges::mismatch(shared, text).in1 - shared.begin());
  }
};
using Groups = std::array<Group, 256>;

std::size_t group_of(std::string_view text) { return text.empty() ? 0 : static_cast<unsigned char>(text.front()); }

/// Eight bytes of `text` as a number in the order of texts; zeros behind its end.
std::uint64_t number_at(std::string_view text, std::size_t at) {
  std::uint64_t number = 0;
  if (at < text.size()) std::memcpy(&number, text.data() + at, std::min(sizeof number, text.size() - at));
  return std::endian::native == std::endian::little ? __builtin_bswap64(number) : number;
}

Groups grouped(std::span<const std::string_view> texts) {
  Groups groups;
  for (const std::string_view text : texts) groups[group_of(text)].take(text);
  std::size_t begin = 0;
  for (Group& group : groups) begin = (group.end += group.begin = begin);
  return groups;
}

std::vector<Place> placed(std::span<const std::string_view> texts, const Groups& groups) {
  std::array<std::size_t, 256> next{};
  std::ranges::transform(groups, next.begin(), &Group::begin);
  std::vector<Place> places(texts.size());
  for (std::uint32_t i = 0; i < texts.size(); ++i) {
    const std::size_t group = group_of(texts[i]), at = groups[group].shared.size();
    places[next[group]++] = {number_at(texts[i], at), number_at(texts[i], at + 8), i};
  }
  return places;
}

}  // namespace

std::vector<std::uint32_t> text_order(std::span<const std::string_view> texts, unsigned jobs) {
  std::vector<std::uint32_t> order(texts.size());
  std::iota(order.begin(), order.end(), 0u);
  if (std::ranges::is_sorted(texts)) return order;
  const Groups groups = grouped(texts);
  std::vector<Place> places = placed(texts, groups);
  const auto before = [&](const Place& a, const Place& b) {
    if (a.first != b.first) return a.first < b.first;
    return a.second != b.second ? a.second < b.second : texts[a.index] < texts[b.index];
  };
  parallel_for(groups.size(), jobs, 1, [&](std::size_t number) {
    const std::span group = std::span(places).subspan(groups[number].begin, groups[number].end - groups[number].begin);
    if (!std::ranges::is_sorted(group, before)) std::ranges::sort(group, before);
  });
  std::ranges::transform(places, order.begin(), &Place::index);
  return order;
}

}  // namespace digestkg
