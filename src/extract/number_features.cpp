// A number at its place -> features of whether it is a result, and whether a change.

#include "extract/feature_parts.hpp"
#include "extract/result_features.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace digestkg {
namespace {

template <class Sink>
void add_classes(Sink& sink, FeatureName name, std::uint32_t classes) {
  for (std::uint32_t rest = classes & shown_classes; rest != 0; rest &= rest - 1) sink.add(name, std::countr_zero(rest));
}

int magnitude(double value) {
  return value < 1      ? 0
         : value < 2    ? 1
         : value < 5    ? 2
         : value < 10   ? 3
         : value < 20   ? 4
         : value < 50   ? 5
         : value <= 100 ? 6
         : value < 1000 ? 7
                        : 8;
}

/// The words on both sides.
template <class Sink>
void number_context(const Passage& p, const NumberSite& s, Sink& sink) {
  const Number& n = p.numbers()[s.number];
  const auto at = [&](std::int32_t offset) { return p.stem(s.item + offset, s.sentence); };
  const Part unit = unit_part(n);
  sink.add("l1", at(-1));
  sink.add("l2", at(-2));
  sink.add("l12", at(-2), at(-1));
  sink.add("l13", at(-3), at(-2), at(-1));
  sink.add("r1", at(1));
  sink.add("r2", at(2));
  sink.add("r12", at(1), at(2));
  sink.add("r13", at(1), at(2), at(3));
  sink.add("l1r1", at(-1), at(1));
  sink.add("ul1", unit, at(-1));
  sink.add("ur1", unit, at(1));
  sink.add("ulead", unit, s.lead >= 0 ? p.item(s.lead).stem : Part("^"));
  for (std::int32_t o = 1; o <= 6; ++o) {
    sink.add("lw", at(-o));
    sink.add("rw", at(o));
  }
  for (std::int32_t o = 1; o <= 3; ++o) {
    if (s.item - o >= s.first) add_classes(sink, "lc", p.item(s.item - o).classes);
    if (s.item + o < s.last) add_classes(sink, "rc", p.item(s.item + o).classes);
  }
  if (s.lead >= 0) add_classes(sink, "leadc", p.item(s.lead).classes);
  if (s.follow >= 0) add_classes(sink, "r1c", p.item(s.follow).classes);
}

template <class Sink>
void number_shape(const Passage& p, const NumberSite& s, Sink& sink) {
  const Number& n = p.numbers()[s.number];
  const Part unit = unit_part(n);
  const bool decimal = n.has(kDecimalPoint);
  const int section = static_cast<int>(p.sentence(s.sentence).section);
  sink.add("bias");
  sink.add("unit", unit);
  sink.add("section", section);
  sink.add("unit,section", unit, section);
  sink.add("unit,decimal", unit, decimal);
  sink.add("magnitude", magnitude(n.value), decimal);
  sink.add("unit,magnitude", unit, magnitude(n.value), decimal);
  sink.add("flags", static_cast<int>(n.flags & ~kDecimalPoint));
  sink.add("unit,flags", unit, static_cast<int>(n.flags & ~kDecimalPoint));
  sink.add("numbers", std::min<int>(5, s.same_unit));
  sink.add("sentence", std::min<int>(6, s.sentence));
  if (p.sentence(s.sentence).question) sink.add("question");
  const Token& token = p.document().token(n.span.begin);
  sink.add("parenthesis", token.has(kParenthesis), unit);
  const int pattern = (s.from ? 1 : 0) | (s.to ? 2 : 0) | (s.versus_next ? 4 : 0) | (s.versus_previous ? 8 : 0);
  sink.add("pattern", pattern, unit);
  sink.add("change", s.change_before, s.change_after, s.from || s.to);
  sink.add("change,unit", s.change_before, s.change_after, unit);
}

/// Whether the figure stood in a sentence before: 2 with a decimal point, which is hardly chance.
int repeated(const Passage& p, const NumberSite& s) {
  const Number& n = p.numbers()[s.number];
  for (std::size_t k = 0; k < s.number && p.item(p.item_of(k)).sentence != s.sentence; ++k) {
    const Number& other = p.numbers()[k];
    if (other.value == n.value && other.unit == n.unit) return n.has(kDecimalPoint) ? 2 : 1;
  }
  return 0;
}

}  // namespace

template <class Sink>
void number_features(const Passage& p, const NumberSite& s, Before before, Sink& sink) {
  number_shape(p, s, sink);
  number_context(p, s, sink);
  if (s.previous >= 0) {
    const Number& n = p.numbers()[s.number];
    const bool same_unit = n.unit == p.numbers()[s.number - 1u].unit;
    bool verb = false;
    for (std::int32_t i = s.previous + 1; i < s.item; ++i) verb |= is_report_verb(p.item(i));
    const int state = before.present ? 1 + before.change : 0;
    sink.add("before", state, verb, same_unit);
    sink.add("before,range", state, n.has(kRangeEnd) || (s.item - s.previous == 2 && !s.to));
    sink.add("before,pattern", state, (s.from ? 1 : 0) | (s.to ? 2 : 0) | (s.versus_next ? 4 : 0) | (s.versus_previous ? 8 : 0), same_unit);
    sink.add("before,change", state, s.change_before, s.change_after);
    sink.add("before,link", state, p.stem(s.item - 1, s.sentence), s.item - s.previous <= 3);
  }
  sink.add("repeated", repeated(p, s));
  sink.add("names", s.names_method, s.names_data, s.names_metric);
  int kept = 0;
  for (std::int32_t i = s.item - 1; i >= std::max(s.first, s.item - 20) && kept < 2; --i)
    if (p.item(i).kind == ItemKind::Word && (p.item(i).classes & trigger_classes) && !p.item(i).is(WordClass::Preposition))
      sink.add("trigger", kept++, p.item(i).stem);
  int nearest = 9;
  for (std::int32_t i = std::max(s.first, s.item - 10); i < std::min(s.last, s.item + 8); ++i)
    if (is_metric_head(p, static_cast<std::size_t>(i))) nearest = std::min(nearest, bucket(std::abs(i - s.item), 2, 3, 4, 6, 9));
  sink.add("metric", nearest, unit_part(p.numbers()[s.number]));
  if (s.previous >= 0 && s.item - s.previous <= 4)
    sink.add("since", p.stem(s.previous + 1, s.sentence), p.stem(s.previous + 2, s.sentence), s.item - s.previous);
  if (s.next >= 0 && s.next - s.item <= 4)
    sink.add("until", p.stem(s.item + 1, s.sentence), p.stem(s.item + 2, s.sentence), s.next - s.item);
}

template void number_features(const Passage&, const NumberSite&, Before, HashedFeatures&);
template void number_features(const Passage&, const NumberSite&, Before, NamedFeatures&);

}  // namespace digestkg
