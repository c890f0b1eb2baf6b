// The place of a chosen name -> the list it stands in, and what tells whether a number holds for all of the list.

#include "extract/shared_numbers.hpp"

#include <algorithm>
#include <cstdlib>

namespace digestkg {
namespace {

bool is_joint(const Item& item) {
  return item.is_mark(",") || item.is_mark("/") || item.is_mark("&") || item.is_word("and") || item.is_word("or");
}

bool is_name_of(Sort sort, const Passage& p, std::int32_t i) {
  const Item& item = p.item(static_cast<std::size_t>(i));
  return item.kind == ItemKind::Name && is_of(sort, p.scene().entities[static_cast<std::size_t>(item.index)]);
}

/// The next name of the list in direction `step`, behind one or two joints and a determiner; -1 at its end.
std::int32_t next_name(Sort sort, const Passage& p, const NumberSite& s, std::int32_t from, std::int32_t step) {
  bool joint = false;
  int passed = 0;
  for (std::int32_t i = from + step; i >= s.first && i < s.last && passed < 4; i += step, ++passed) {
    if (is_name_of(sort, p, i)) return joint ? i : -1;
    const Item& item = p.item(static_cast<std::size_t>(i));
    joint |= is_joint(item);
    if (!is_joint(item) && !item.is(WordClass::Determiner) && !item.is(WordClass::BenchmarkHead) && !item.is(WordClass::DatasetHead)) return -1;
  }
  return -1;
}

}  // namespace

void find_list(Sort sort, const Passage& p, const NumberSite& s, std::int16_t chosen, NameList& list) {
  list = {};
  if (chosen < 0) return;
  std::int32_t place = -1;
  for (const std::uint16_t m : p.mentions(static_cast<std::size_t>(chosen)))
    if (p.item(m).sentence == s.sentence && (place < 0 || std::abs(m - s.item) < std::abs(place - s.item))) place = m;
  if (place < 0) return;
  list.first = place;
  list.last = place + 1;
  constexpr std::int32_t longest = 4 * 32;  // items; more names than that share no number, and each of many numbers would look through them
  for (std::int32_t i = place; i >= 0 && place - i <= longest; i = next_name(sort, p, s, i, -1)) list.first = i;
  for (std::int32_t i = place; i >= 0 && i - place <= longest; i = next_name(sort, p, s, i, 1)) list.last = i + 1;
  if (list.last - list.first > longest) return;
  for (std::int32_t i = list.first; i < list.last; ++i) {
    if (!is_name_of(sort, p, i)) continue;
    const std::int16_t entity = p.item(static_cast<std::size_t>(i)).index;
    if (entity != chosen && std::ranges::find(list.others, entity) == list.others.end()) list.others.push_back(entity);
  }
}

template <class Sink>
void sharing_features(Sort sort, const Passage& p, const NumberSite& s, const NameList& list, bool change, Sink& sink) {
  const int which = static_cast<int>(sort);
  const Number& n = p.numbers()[s.number];
  const int names = std::min<int>(5, static_cast<int>(list.others.size()) + 1);
  const bool left = list.first < s.item;
  const auto stem = [&](std::int32_t i) { return p.stem(i, s.sentence); };
  sink.add("bias", which);
  sink.add("names", which, names);
  sink.add("numbers", which, std::min<int>(4, s.same_unit));
  sink.add("names,numbers", which, std::min<int>(4, s.same_unit) - names);
  sink.add("respectively", which, s.respectively);
  sink.add("left", which, left, change);
  sink.add("ahead", which, stem(list.first - 1));
  sink.add("ahead2", which, stem(list.first - 2), stem(list.first - 1));
  sink.add("behind", which, stem(list.last));
  sink.add("behind2", which, stem(list.last), stem(list.last + 1));
  sink.add("joint", which, stem(list.last - 2), names);
  const int distance = left ? s.item - list.last : list.first - s.item;
  sink.add("distance", which, left, bucket(distance, 1, 2, 3, 5, 8, 13));
  sink.add("number left", stem(s.item - 1));
  sink.add("number right", stem(s.item + 1));
  sink.add("unit", n.unit.empty() ? Part("none") : Part(n.unit), which);
  for (std::int32_t i = std::min(s.item, list.last); i < std::max(s.item, list.first); ++i) sink.add("between", left, stem(i));
  for (std::int32_t i = std::max(s.first, list.first - 6); i < list.first; ++i) sink.add("before", which, stem(i));
  for (std::int32_t i = std::max(s.first, s.item - 8); i < std::min(s.last, s.item + 8); ++i)
    if (p.item(static_cast<std::size_t>(i)).is_word("average") || p.item(static_cast<std::size_t>(i)).is_word("across"))
      sink.add("average", which, stem(i));
}

template void sharing_features(Sort, const Passage&, const NumberSite&, const NameList&, bool, HashedFeatures&);
template void sharing_features(Sort, const Passage&, const NumberSite&, const NameList&, bool, NamedFeatures&);

}  // namespace digestkg
