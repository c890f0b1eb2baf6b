// A name and a number -> features of whether the number belongs to the name.

#include "extract/feature_parts.hpp"
#include "extract/result_features.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace digestkg {
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
  /// Mentions of names of the sort among items [from, to).
  int wanted_in(std::int32_t from, std::int32_t to) const {
    const auto a = static_cast<std::size_t>(from), b = static_cast<std::size_t>(to);
    return sort_ == Sort::Method ? p_.methods_before(b) - p_.methods_before(a) : p_.data_before(b) - p_.data_before(a);
  }
  /// Mentions of the entity itself in the number's sentence.
  int own() const {
    if (entity_ < 0) return 0;
    const auto mentions = p_.mentions(static_cast<std::size_t>(entity_));
    return static_cast<int>(std::ranges::lower_bound(mentions, s_.last) - std::ranges::lower_bound(mentions, s_.first));
  }
  bool wanted(std::int32_t i) const { return p_.item(i).kind == ItemKind::Name && of_sort(static_cast<std::size_t>(p_.item(i).index)); }

  void situation() {
    others_ = std::min(3, wanted_in(s_.first, s_.last) - own());
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
    constexpr std::int32_t furthest = 256;  // longer than sentences are; so that many numbers of a list do not look through it for each name
    std::int32_t from = std::min(mention, s_.item) + 1, to = std::max(mention, s_.item);
    if (left) from = std::max(from, to - furthest);
    else to = std::min(to, from + furthest);
    const int names = between(from, to, left);
    beside(mention, from, to, left);
    if (left) subject(mention, names);
    parentheses(from, to, left);
    align(mention);
  }

  /// What stands between the name and the number; returns how many names do.
  int between(std::int32_t from, std::int32_t to, bool left) {
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
    return names;
  }

  /// The words at both ends.
  void beside(std::int32_t mention, std::int32_t from, std::int32_t to, bool left) {
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
    if (wanted_in(s_.first, s_.last) == s_.same_unit) sink_.add("align", wanted_in(s_.first, mention) - s_.order, s_.respectively);
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

template void attachment_features(Sort, const Passage&, const NumberSite&, const Proposals&, std::int16_t, Before, Part, HashedFeatures&);
template void attachment_features(Sort, const Passage&, const NumberSite&, const Proposals&, std::int16_t, Before, Part, NamedFeatures&);

}  // namespace digestkg
