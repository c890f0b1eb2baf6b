// A phrase near a number -> features of whether the number measures it.

#include "extract/feature_parts.hpp"
#include "extract/result_features.hpp"

#include <algorithm>
#include <bit>

namespace digestkg {
namespace {

/// What stands between the phrase and the number, and which rivals stand beside it, all in one sentence.
template <class Sink>
void metric_surroundings(const Passage& p, const NumberSite& s, const MetricPhrase& phrase, std::span<const MetricPhrase> rivals, int head,
                         Sink& sink) {
  const bool left = phrase.begin < s.item;
  int numbers = 0, names = 0, better = 0, nearer = 0;
  const std::int32_t from = left ? phrase.end : s.item + 1, to = left ? s.item : phrase.begin;
  for (std::int32_t i = from; i < to; ++i) {
    numbers += p.item(i).kind == ItemKind::Number;
    names += p.item(i).kind == ItemKind::Name;
    if (i - from < 8) sink.add("between", left, p.item(i).stem);
  }
  const auto at = [&](std::int32_t i) { return i < to ? p.item(static_cast<std::size_t>(i)).stem : Part("."); };
  if (to - from <= 3) sink.add("path", left, at(from), at(from + 1), at(from + 2));
  for (const MetricPhrase& rival : rivals) {
    if (rival == phrase) continue;
    const bool strong = is_metric_head(p, static_cast<std::size_t>(rival.end - 1));
    const bool rival_left = rival.begin < s.item;
    const int rival_distance = rival_left ? s.item - rival.end : rival.begin - s.item - 1;
    better += strong;
    nearer += strong && rival_distance < (left ? s.item - phrase.end : phrase.begin - s.item - 1);
  }
  sink.add("numbers", left, std::min(2, numbers));
  sink.add("names", left, std::min(2, names));
  sink.add("rivals", std::min(2, better), head);
  if (s.respectively && s.same_unit > 1) {
    int place = 0, count = 1;
    for (const MetricPhrase& rival : rivals)
      if (rival.end != phrase.end && is_metric_head(p, static_cast<std::size_t>(rival.end - 1)) && p.item(rival.begin).sentence == s.sentence)
        place += rival.end < phrase.end, ++count;
    sink.add("align", std::clamp(place - s.order, -3, 3), count == s.same_unit, left);
  }
  sink.add("nearer", std::min(2, nearer), head, left);
  bool inside = false;
  for (std::int32_t i = phrase.begin; i < phrase.end; ++i) inside |= p.item(i).kind == ItemKind::Name;
  if (inside) sink.add("name inside", head);
}

/// The phrase's own words and those beside it.
template <class Sink>
void phrase_words(const Passage& p, const MetricPhrase& phrase, int head, Part unit, bool left, Sink& sink) {
  const std::size_t sentence = p.item(phrase.begin).sentence;
  const Part last = p.item(phrase.end - 1).stem, before_last = p.stem(phrase.end - 2, sentence);
  sink.add("last", last);
  sink.add("last,unit", last, unit);
  if (phrase.end - phrase.begin == 1) sink.add("only", last, before_last);
  else sink.add("last two", last, before_last);
  sink.add("first", p.item(phrase.begin).stem);
  sink.add("length", std::min(5, phrase.end - phrase.begin), head);
  sink.add("ahead", p.stem(phrase.begin - 1, sentence), left);
  sink.add("behind", p.stem(phrase.end, sentence), left);
}

}  // namespace

template <class Sink>
void metric_features(const Passage& p, const NumberSite& s, const MetricPhrase& phrase, std::span<const MetricPhrase> rivals, Sink& sink) {
  const Number& n = p.numbers()[s.number];
  const Part unit = unit_part(n);
  const bool left = phrase.begin < s.item;
  const Item& last = p.item(phrase.end - 1);
  const int head = last.is(WordClass::MetricHead)                                ? 1
                   : last.is(WordClass::WeakMetricHead)                          ? 2
                   : last.is(WordClass::Gain)                                    ? 3
                   : last.is(WordClass::Comparative)                             ? 4
                   : is_metric_head(p, static_cast<std::size_t>(phrase.end - 1)) ? 5
                   : last.kind == ItemKind::Name                                 ? 6
                   : last.classes != 0                                           ? 7
                                                                                 : 0;
  const int distance = bucket(left ? s.item - phrase.end : phrase.begin - s.item - 1, 0, 1, 2, 3, 4, 6, 9, 14, 22);
  const bool change = s.change_before || s.change_after;
  sink.add("bias");
  for (std::uint32_t rest = phrase.rules; rest != 0; rest &= rest - 1) {
    const int rule = std::countr_zero(rest);
    sink.add("rule", rule);
    sink.add("rule,head", rule, head);
    sink.add("rule,change", rule, change, s.from || s.to);
    sink.add("rule,unit", rule, unit);
  }
  sink.add("rules", static_cast<int>(phrase.rules));
  sink.add("head", head, left);
  sink.add("head,unit", head, unit);
  sink.add("head,change", head, change);
  phrase_words(p, phrase, head, unit, left, sink);
  sink.add("distance", left, distance);
  sink.add("distance,head", left, distance, head);
  sink.add("lead", s.lead >= 0 ? p.item(s.lead).stem : Part("^"), left, distance);
  if (p.item(phrase.begin).sentence != s.sentence) {
    sink.add("elsewhere");
    return;
  }
  metric_surroundings(p, s, phrase, rivals, head, sink);
}

template void metric_features(const Passage&, const NumberSite&, const MetricPhrase&, std::span<const MetricPhrase>, HashedFeatures&);
template void metric_features(const Passage&, const NumberSite&, const MetricPhrase&, std::span<const MetricPhrase>, NamedFeatures&);

}  // namespace digestkg
