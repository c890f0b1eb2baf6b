// Numbers, phrases and names at their places -> features of the models of results.

#include "extract/result_features.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace digestkg {
namespace {

constexpr std::uint32_t shown_classes = ~(static_cast<std::uint32_t>(WordClass::TaskHead) | static_cast<std::uint32_t>(WordClass::Suffix) |
                                          static_cast<std::uint32_t>(WordClass::Result) | static_cast<std::uint32_t>(WordClass::Aim));

template <class Sink>
void add_classes(Sink& sink, FeatureName name, std::uint32_t classes) {
  for (std::uint32_t rest = classes & shown_classes; rest != 0; rest &= rest - 1) sink.add(name, std::countr_zero(rest));
}

Part unit_part(const Number& number) { return number.unit.empty() ? Part("none") : Part(number.unit); }

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

}  // namespace

namespace {

/// Whether the figure stood in a sentence before: 2 with a decimal point, which is hardly chance.
int repeated(const Passage& p, const NumberSite& s) {
  const Number& n = p.numbers()[s.number];
  for (std::size_t k = 0; k < s.number; ++k) {
    const Number& other = p.numbers()[k];
    if (other.value == n.value && other.unit == n.unit && p.item(p.item_of(k)).sentence != s.sentence) return n.has(kDecimalPoint) ? 2 : 1;
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
  bool method = false, benchmark = false, metric = false;
  for (std::int32_t i = s.first; i < s.last; ++i) {
    const Item& item = p.item(i);
    if (item.kind == ItemKind::Name) (p.is_method(item.index) ? method : benchmark) = true;
    metric |= item.is(WordClass::MetricHead);
  }
  sink.add("names", method, benchmark, metric);
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
  sink.add("last", last.stem);
  sink.add("last,unit", last.stem, unit);
  sink.add("first", p.item(phrase.begin).stem);
  sink.add("length", std::min(5, phrase.end - phrase.begin), head);
  sink.add("distance", left, distance);
  sink.add("distance,head", left, distance, head);
  sink.add("ahead", p.stem(phrase.begin - 1, p.item(phrase.begin).sentence), left);
  sink.add("behind", p.stem(phrase.end, p.item(phrase.begin).sentence), left);
  sink.add("lead", s.lead >= 0 ? p.item(s.lead).stem : Part("^"), left, distance);
  if (p.item(phrase.begin).sentence != s.sentence) {
    sink.add("elsewhere");
    return;
  }
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

namespace {

/// The proposals stand in falling order of trust.
template <class Sink>
class AttachmentFeatures {
 public:
  AttachmentFeatures(Sort sort, const Passage& passage, const NumberSite& site, const Proposals& rules, std::int16_t entity, Before before,
                     Part metric, Sink& sink)
      : p_(passage),
        s_(site),
        rules_(rules),
        entity_(entity),
        before_(before),
        metric_(metric),
        sort_(sort),
        sink_(sink),
        role_(entity < 0 ? 3 : static_cast<int>(passage.role(static_cast<std::size_t>(entity)))),
        unit_(unit_part(passage.numbers()[site.number])) {}

  void add() {
    situation();
    proposals();
    if (before_.present) {
      sink_.add("before", before_.entity == entity_, before_.entity < 0, role_);
      sink_.add("before,pattern", before_.entity == entity_, pattern());
      sink_.add("before,role,pattern", before_.entity == entity_, role_, pattern());
      sink_.add("before,link", before_.entity == entity_, p_.stem(s_.item - 1, s_.sentence));
      sink_.add("before,path", before_.entity == entity_, p_.stem(s_.previous + 1, s_.sentence), std::min(6, s_.item - s_.previous));
    }
    if (entity_ < 0)
      nobody();
    else
      somebody();
  }

 private:
  int pattern() const {
    return (p_.numbers()[s_.number].has(kRangeEnd) ? 32 : 0) | (s_.from ? 1 : 0) | (s_.to ? 2 : 0) | (s_.versus_next ? 4 : 0) |
           (s_.versus_previous ? 8 : 0) | (s_.cue >= 0 ? 16 : 0);
  }
  bool of_sort(std::size_t e) const { return is_of(sort_, p_.scene().entities[e]); }
  bool wanted(std::int32_t i) const { return p_.item(i).kind == ItemKind::Name && of_sort(static_cast<std::size_t>(p_.item(i).index)); }

  void situation() {
    int others = 0;
    for (std::int32_t i = s_.first; i < s_.last; ++i) others += wanted(i) && p_.item(i).index != entity_;
    others_ = std::min(3, others);
    sink_.add("bias", role_);
    sink_.add("pattern", pattern(), role_);
    sink_.add("change", s_.change_before, s_.change_after, role_);
    sink_.add("unit", unit_, role_);
    sink_.add("lead", s_.lead >= 0 ? p_.item(s_.lead).stem : Part("^"), role_);
    sink_.add("left", p_.stem(s_.item - 1, s_.sentence), role_);
    sink_.add("left2", p_.stem(s_.item - 2, s_.sentence), p_.stem(s_.item - 1, s_.sentence), role_);
    sink_.add("left3", p_.stem(s_.item - 3, s_.sentence), p_.stem(s_.item - 2, s_.sentence), p_.stem(s_.item - 1, s_.sentence), role_);
    sink_.add("right", p_.stem(s_.item + 1, s_.sentence), role_);
    sink_.add("right2", p_.stem(s_.item + 1, s_.sentence), p_.stem(s_.item + 2, s_.sentence), role_);
    sink_.add("section", static_cast<int>(p_.sentence(s_.sentence).section), role_);
    sink_.add("main", p_.scene().main >= 0, role_);
    sink_.add("metric", metric_, role_);
    sink_.add("metric,unit", metric_, unit_, role_);
    if (s_.lead >= 0) classes("lead class", p_.item(s_.lead).classes, role_);
    if (s_.follow >= 0) classes("right class", p_.item(s_.follow).classes, role_);
    sink_.add("others", others_, role_);
    if (s_.cue >= 0) sink_.add("cue", p_.item(s_.cue).stem, role_);
  }

  void classes(FeatureName name, std::uint32_t bits, int with) {
    for (std::uint32_t rest = bits & shown_classes; rest != 0; rest &= rest - 1) sink_.add(name, std::countr_zero(rest), with);
  }

  void proposals() {
    bool any = false;
    for (std::size_t r = 0; r < rules_.size(); ++r) {
      const int rule = static_cast<int>(r);
      if (rules_[r] < 0) continue;
      const bool mine = rules_[r] == entity_;
      sink_.add("rule", rule, mine);
      sink_.add("rule,role", rule, mine, role_);
      sink_.add("rule,pattern", rule, mine, pattern());
      if (!any) sink_.add("choice", rule, mine, role_);
      any = true;
    }
    if (!any) sink_.add("no rule", role_);
  }

  /// "across all benchmarks", "on average": no single name is meant.
  void average() {
    for (std::int32_t i = std::max(s_.clause, s_.item - 10); i < std::min(s_.last, s_.item + 12); ++i) {
      const Item& item = p_.item(i);
      if (item.is_word("across") || item.is_word("average") || item.is_word("averaged") || item.is_word("overall") || item.is_word("all")) {
        sink_.add("none: average", item.stem, i < s_.item, others_);
        if (!item.is_word("average")) sink_.add("none: across", p_.stem(i + 1, s_.sentence), p_.stem(i + 2, s_.sentence));
      }
    }
  }

  /// What speaks for a name that is not given.
  void nobody() {
    bool introduced = false;
    for (std::size_t e = 0; e < p_.scene().entities.size(); ++e) introduced |= of_sort(e) && p_.scene().entities[e].introduced;
    sink_.add("none: introduced", introduced, others_);
    for (std::int32_t o = 1; o <= 4; ++o) {
      sink_.add("none: l", p_.stem(s_.item - o, s_.sentence));
      sink_.add("none: r", p_.stem(s_.item + o, s_.sentence));
    }
    if (s_.cue >= 0) sink_.add("none: cue", p_.stem(s_.cue + 1, s_.sentence), p_.stem(s_.cue + 2, s_.sentence), p_.stem(s_.cue + 3, s_.sentence));
    average();
    for (std::int32_t i = std::max(s_.clause, s_.item - 12); i < s_.item; ++i)
      if (p_.item(i).kind == ItemKind::Word && (p_.item(i).is(WordClass::MethodHead) || p_.item(i).is(WordClass::Pronoun) ||
                                                p_.item(i).is(WordClass::BenchmarkHead) || p_.item(i).is(WordClass::Compare)))
        sink_.add("none: head", p_.item(i).stem, introduced);
    for (std::int32_t i = s_.item + 1; i < std::min(s_.last, s_.item + 9); ++i)
      if (p_.item(i).kind == ItemKind::Word && (p_.item(i).is(WordClass::MethodHead) || p_.item(i).is(WordClass::BenchmarkHead) ||
                                                p_.item(i).is(WordClass::DatasetHead) || p_.item(i).is(WordClass::Compare)))
        sink_.add("none: object", p_.item(i).stem, introduced);
  }

  void somebody() {
    const Entity& e = p_.scene().entities[static_cast<std::size_t>(entity_)];
    const int kind = static_cast<int>(e.kind);
    sink_.add("kind", kind, role_);
    std::int32_t nearest = -1;
    for (const std::uint16_t m : p_.mentions(static_cast<std::size_t>(entity_))) {
      if (p_.item(m).sentence != s_.sentence) continue;
      if (nearest < 0 || std::abs(m - s_.item) < std::abs(nearest - s_.item)) nearest = m;
    }
    sink_.add("here", nearest >= 0, role_, others_);
    if (nearest >= 0)
      near(nearest);
    else
      elsewhere();
  }

  void near(std::int32_t mention) {
    const bool left = mention < s_.item;
    const std::int32_t from = std::min(mention, s_.item) + 1, to = std::max(mention, s_.item);
    const int distance = bucket(to - from, 1, 2, 3, 5, 8, 13, 21);
    int numbers = 0, names = 0;
    bool semicolon = false;
    std::int32_t verb = -1;
    for (std::int32_t i = from; i < to; ++i) {
      const Item& item = p_.item(i);
      numbers += item.kind == ItemKind::Number;
      names += wanted(i);
      semicolon |= item.is_mark(";") || item.is_word("while") || item.is_word("whereas");
      if (item.classes & trigger_classes) verb = i;
      if (i - from < 10) {
        sink_.add("between", left, item.stem);
        sink_.add("between,role", left, item.stem, role_);
      }
    }
    sink_.add("side", left, role_);
    sink_.add("distance", left, distance);
    sink_.add("distance,role", left, distance, role_);
    sink_.add("numbers", left, std::min(3, numbers), std::min(2, names));
    sink_.add("names", left, std::min(2, names), role_);
    sink_.add("semicolon", left, semicolon, role_);
    if (verb >= 0) {
      sink_.add("verb", left, p_.item(verb).stem, role_);
      classes("verb class", p_.item(verb).classes, role_ + (left ? 10 : 0));
    }
    if (mention > s_.first) classes("ahead class", p_.item(mention - 1).classes, role_ + (left ? 10 : 0));
    if (mention + 1 < s_.last) classes("behind class", p_.item(mention + 1).classes, role_ + (left ? 10 : 0));
    std::uint32_t all = 0;
    for (std::int32_t i = from; i < to; ++i) all |= p_.item(i).classes;
    classes("between class", all, role_ + (left ? 10 : 0));
    if (to - from <= 4) {
      const auto at = [&](std::int32_t i) { return i < to ? p_.item(i).stem : Part("."); };
      sink_.add("path", left, at(from), at(from + 1), at(from + 2), at(from + 3));
    }
    if (from < to) {
      sink_.add("near name", left, p_.item(left ? from : to - 1).stem, role_);
      sink_.add("near number", left, p_.item(left ? to - 1 : from).stem, role_);
    }
    sink_.add("ahead", left, p_.stem(mention - 1, s_.sentence));
    sink_.add("ahead,role", left, p_.stem(mention - 1, s_.sentence), role_);
    sink_.add("ahead2", left, p_.stem(mention - 2, s_.sentence), p_.stem(mention - 1, s_.sentence));
    sink_.add("behind", left, p_.stem(mention + 1, s_.sentence), role_);
    sink_.add("behind2", left, p_.stem(mention + 1, s_.sentence), p_.stem(mention + 2, s_.sentence));
    if (left) subject(mention, names);
    parentheses(from, to, left);
    align(mention);
  }

  /// "X, trained on Y, achieves": whether the name opens an aside, closes one or is the antecedent of "which".
  void subject(std::int32_t mention, int names) {
    std::int32_t i = mention + 1;
    while (i < s_.item && (p_.item(i).is_mark(")") || p_.item(i).is(WordClass::MethodHead))) ++i;
    if (i >= s_.item) return;
    const bool comma = p_.item(i).is_mark(",");
    if (comma && i + 1 < s_.item) ++i;
    const Item& next = p_.item(i);
    const int how = next.is_word("which") || next.is_word("that") || next.is_word("who") ? 1 : is_report_verb(next) ? 2 : 0;
    sink_.add("then", comma, how, std::min(2, names));
    sink_.add("then,ahead", comma, how, p_.stem(mention - 1, s_.sentence));
    sink_.add("then,role", comma, how, role_);
  }

  /// Parentheses that close and open between the name and the number.
  void parentheses(std::int32_t from, std::int32_t to, bool left) {
    int closed = 0, open = 0;
    for (std::int32_t i = from; i < to; ++i) {
      if (p_.item(i).is_mark("(")) ++open;
      if (p_.item(i).is_mark(")")) open > 0 ? --open : ++closed;
    }
    sink_.add("parentheses", left, std::min(2, closed), std::min(2, open));
    sink_.add("parentheses,role", left, std::min(1, closed), std::min(1, open), role_, others_);
  }

  /// Place of the name among names against the number's place among numbers.
  void align(std::int32_t mention) {
    int place = 0, count = 0;
    for (std::int32_t i = s_.first; i < s_.last; ++i) {
      if (!wanted(i)) continue;
      place += i < mention;
      ++count;
    }
    if (count == s_.same_unit) sink_.add("align", place - s_.order, s_.respectively);
  }

  void elsewhere() {
    int back = 9;
    for (const std::uint16_t m : p_.mentions(static_cast<std::size_t>(entity_)))
      if (p_.item(m).sentence < s_.sentence && p_.item(m).sentence > 0) back = std::min(3, s_.sentence - p_.item(m).sentence);
    sink_.add("back", back, role_, others_);
    int earlier = 0;
    for (std::size_t e = 0; e < p_.scene().entities.size(); ++e) earlier += static_cast<std::int16_t>(e) != entity_ && of_sort(e);
    sink_.add("rivals", std::min(4, earlier), role_);
  }

  const Passage& p_;
  const NumberSite& s_;
  const Proposals& rules_;
  const std::int16_t entity_;
  const Before before_;
  const Part metric_;
  const Sort sort_;
  Sink& sink_;
  const int role_;
  const Part unit_;
  int others_ = 0;
};

}  // namespace

template <class Sink>
void attachment_features(Sort sort, const Passage& p, const NumberSite& s, const Proposals& proposals, std::int16_t entity, Before before,
                         Part metric, Sink& sink) {
  AttachmentFeatures<Sink>(sort, p, s, proposals, entity, before, metric, sink).add();
}

template void number_features(const Passage&, const NumberSite&, Before, HashedFeatures&);
template void number_features(const Passage&, const NumberSite&, Before, NamedFeatures&);
template void metric_features(const Passage&, const NumberSite&, const MetricPhrase&, std::span<const MetricPhrase>, HashedFeatures&);
template void metric_features(const Passage&, const NumberSite&, const MetricPhrase&, std::span<const MetricPhrase>, NamedFeatures&);
template void attachment_features(Sort, const Passage&, const NumberSite&, const Proposals&, std::int16_t, Before, Part, HashedFeatures&);
template void attachment_features(Sort, const Passage&, const NumberSite&, const Proposals&, std::int16_t, Before, Part, NamedFeatures&);

}  // namespace digestkg
