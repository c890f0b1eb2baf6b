// Two names at all their places -> features of the models of relations.

#include "extract/relation_features.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace digestkg {
namespace {

constexpr std::size_t most_mentions = 4;

int step(float probability) { return bucket(probability, .05F, .15F, .3F, .45F, .6F, .75F, .88F, .95F); }

template <class Sink>
class PairFeatures {
 public:
  PairFeatures(const PairContext& context, std::size_t subject, std::size_t object, Sink& sink)
      : c_(context),
        p_(context.passage),
        a_(subject),
        b_(object),
        sink_(sink),
        roles_(static_cast<int>(p_.role(subject)) * 3 + static_cast<int>(p_.role(object))),
        kind_(static_cast<int>(p_.scene().entities[object].kind)) {}

  void add() {
    whole();
    names();
    claimed();
    scored();
    std::size_t seen = 0;
    for (const std::uint16_t m : p_.mentions(b_)) {
      if (p_.item(m).sentence == 0) {
        both("title", 1);
        continue;
      }
      if (p_.sentence(p_.item(m).sentence).question) continue;
      if (seen++ == most_mentions) break;
      place(m);
    }
    both("places", static_cast<int>(seen));
  }

 private:
  /// A feature by itself and together with the roles of the pair.
  template <class... Parts>
  void both(FeatureName name, const Parts&... parts) {
    sink_.add(name, kind_, parts...);
    sink_.add(name, kind_, parts..., roles_ + 100);
  }

  bool is_method(std::size_t e) const { return p_.is_method(e); }

  void whole() {
    int introduced_methods = 0, introduced_data = 0, methods = 0, data = 0;
    for (std::size_t e = 0; e < p_.scene().entities.size(); ++e) {
      const bool introduced = p_.scene().entities[e].introduced;
      (is_method(e) ? methods : data) += 1;
      (is_method(e) ? introduced_methods : introduced_data) += introduced;
    }
    sink_.add("bias", kind_);
    sink_.add("roles", kind_, roles_);
    sink_.add("roles,main", kind_, roles_, p_.scene().main >= 0);
    sink_.add("roles,introduced", kind_, roles_, std::min(3, introduced_methods));
    sink_.add("roles,introduced data", kind_, roles_, std::min(2, introduced_data));
    sink_.add("roles,methods", kind_, roles_, std::min(5, methods));
    sink_.add("roles,data", kind_, roles_, std::min(4, data));
  }

  /// What the names themselves tell: one inside the other, sizes, the title's.
  void names() {
    const Entity& a = p_.scene().entities[a_];
    const Entity& b = p_.scene().entities[b_];
    const std::string& x = a.forms.front();
    const std::string& y = b.forms.front();
    const bool inside = x.size() > 2 && y.find(x) != std::string::npos, around = y.size() > 2 && x.find(y) != std::string::npos;
    if (inside || around) both("inside", inside, around);
    const bool digit = std::ranges::any_of(y, [](char c) { return c >= '0' && c <= '9'; });
    const bool lower = std::ranges::none_of(y, [](char c) { return c >= 'A' && c <= 'Z'; });
    both("shape", digit, lower, std::min<int>(3, static_cast<int>(std::ranges::count(y, ' '))));
    both("known", static_cast<int>(b.known_kinds));
    sink_.add("certain", kind_, std::min(9, static_cast<int>(b.name_probability * 10)), roles_);
    sink_.add("intro", kind_, std::min(4, static_cast<int>(a.intro_probability * 5)),
              std::min(4, static_cast<int>(b.intro_probability * 5)));
    if (b.also) both("also", static_cast<int>(*b.also));
    const auto first = [&](std::size_t e) { return p_.mentions(e).empty() ? std::uint16_t{0xFFFF} : p_.mentions(e).front(); };
    both("order", first(a_) < first(b_));
  }

  void claimed() {
    bool any = false, reverse = false, other = false;
    for (const Claimed& claim : c_.claims) {
      const bool winner = claim.winner == static_cast<std::int16_t>(a_), loser = claim.loser == static_cast<std::int16_t>(b_);
      if (winner && loser && !std::exchange(any, true)) {
        both("claim", static_cast<int>(claim.wording), claim.direct, claim.measured);
        both("claim wording", static_cast<int>(claim.wording));
      }
      reverse |= claim.winner == static_cast<std::int16_t>(b_) && claim.loser == static_cast<std::int16_t>(a_);
      other |= loser && !winner;
    }
    both("claims", any, reverse, other);
  }

  /// What the results say: who is scored on what, and in which sentence beside whom.
  void scored() {
    int own = 0, others = 0, change = 0, baseline = 0;
    const bool object_is_method = is_method(b_);
    for (const ReportedResult& r : c_.results) {
      const bool mine = r.method == static_cast<std::int16_t>(a_);
      const bool on_object = object_is_method ? r.method == static_cast<std::int16_t>(b_) : r.benchmark == static_cast<std::int16_t>(b_);
      if (object_is_method) {
        own += mine;
        others += on_object;
        change += mine && r.delta;
        baseline += mine && r.baseline == static_cast<std::int16_t>(b_);
      } else if (on_object) {
        own += mine;
        others += !mine;
        change += mine && r.delta;
      }
    }
    both("scored", std::min(2, own), std::min(2, others), std::min(1, change));
    if (!object_is_method) scored_pair();
    if (baseline > 0) both("baseline", std::min(2, baseline));
  }

  /// How likely some number is the subject's score on the object, beside its scores elsewhere and others' scores there.
  void scored_pair() {
    float own = 0, elsewhere = 0, others = 0;
    for (const ScoredPair& p : c_.scored) {
      const bool mine = p.method == static_cast<std::int16_t>(a_), here = p.benchmark == static_cast<std::int16_t>(b_);
      float* const which = mine && here ? &own : mine ? &elsewhere : here ? &others : nullptr;
      if (which) *which = std::max(*which, p.probability);
    }
    both("scored pair", step(own));
    sink_.add("scored pair beside", kind_, step(own), step(elsewhere) / 2, step(others) / 2);
  }

  void place(std::int32_t m) {
    const std::size_t s = p_.item(m).sentence;
    const int section = static_cast<int>(p_.sentence(s).section);
    std::int32_t mine = -1;
    for (const std::uint16_t i : p_.mentions(a_))
      if (p_.item(i).sentence == s && (mine < 0 || std::abs(i - m) < std::abs(mine - m))) mine = i;
    both("section", section, mine >= 0);
    around(m, s);
    triggers(m, s);
    if (mine >= 0)
      path(mine, m, s);
    else
      absent(m, s);
  }

  void around(std::int32_t m, std::size_t s) {
    const auto at = [&](std::int32_t o) { return p_.stem(m + o, s); };
    both("l1", at(-1));
    both("l2", at(-2), at(-1));
    sink_.add("l3", kind_, at(-3), at(-2), at(-1));
    both("r1", at(1));
    both("r2", at(1), at(2));
    sink_.add("l1r1", kind_, at(-1), at(1));
    for (std::int32_t o = 1; o <= 4; ++o) both("lw", at(-o));
    for (std::int32_t o = 1; o <= 3; ++o) both("rw", at(o));
    for (std::int32_t o = 1; o <= 2; ++o)
      for (std::uint32_t rest = m - o >= p_.first(s) ? p_.item(static_cast<std::size_t>(m - o)).classes & trigger_classes : 0; rest != 0;
           rest &= rest - 1)
        sink_.add("lc", kind_, std::countr_zero(rest), roles_);
  }

  static bool is_trigger(const Item& item) {
    return (item.classes & trigger_classes) != 0 && !item.is(WordClass::Preposition) && !item.is(WordClass::Determiner);
  }

  void triggers(std::int32_t m, std::size_t s) {
    int kept = 0;
    for (std::int32_t i = m - 1; i >= std::max<std::int32_t>(p_.first(s), m - 30) && kept < 3; --i) {
      const Item& item = p_.item(static_cast<std::size_t>(i));
      if (is_trigger(item)) {
        both("left trigger", kept, item.stem);
        if (kept == 0) {
          sink_.add("left trigger near", kind_, bucket(m - i, 3, 5, 9), item.stem);
          for (std::uint32_t rest = item.classes & trigger_classes; rest != 0; rest &= rest - 1)
            both("left trigger class", std::countr_zero(rest), bucket(m - i, 3, 6));
        }
        ++kept;
      } else if (item.kind == ItemKind::Word && item.is(WordClass::Preposition)) {
        sink_.add("left preposition", kind_, item.stem, roles_);
      }
    }
    for (std::int32_t i = m + 1; i < std::min<std::int32_t>(p_.last(s), m + 15); ++i)
      if (is_trigger(p_.item(static_cast<std::size_t>(i)))) {
        both("right trigger", p_.item(static_cast<std::size_t>(i)).stem);
        break;
      }
    std::uint32_t all = 0;
    bool number = false;
    for (std::int32_t i = p_.first(s); i < p_.last(s); ++i) {
      all |= p_.item(static_cast<std::size_t>(i)).classes;
      number |= p_.item(static_cast<std::size_t>(i)).kind == ItemKind::Number;
    }
    for (std::uint32_t rest = all & trigger_classes; rest != 0; rest &= rest - 1)
      sink_.add("sentence class", kind_, std::countr_zero(rest), roles_);
    both("number", number);
  }

  void path(std::int32_t a, std::int32_t b, std::size_t s) {
    const bool before = a < b;
    const std::int32_t from = std::min(a, b) + 1, to = std::max(a, b);
    const auto at = [&](std::int32_t i) { return i < to ? p_.item(static_cast<std::size_t>(i)).stem : Part("."); };
    both("distance", before, bucket(to - from, 1, 2, 3, 5, 8, 13, 21));
    int names = 0, shown = 0;
    Part last_trigger("-"), first_trigger("-");
    for (std::int32_t i = from; i < to; ++i) {
      const Item& item = p_.item(static_cast<std::size_t>(i));
      names += item.kind == ItemKind::Name;
      if (shown++ < 16) sink_.add("between", kind_, before, item.stem);
      if (!is_trigger(item)) continue;
      if (first_trigger.text == "-") first_trigger = item.stem;
      last_trigger = item.stem;
    }
    both("between names", before, std::min(3, names));
    both("first trigger", before, first_trigger);
    both("last trigger", before, last_trigger);
    sink_.add("two triggers", kind_, before, first_trigger, last_trigger);
    if (to - from <= 4) both("path", before, at(from), at(from + 1), at(from + 2), at(from + 3));
    if (from < to) {
      both("path start", before, at(from));
      both("path end", before, at(to - 1));
    }
    sink_.add("ahead", kind_, before, p_.stem(from - 2, s));
    sink_.add("ahead2", kind_, before, p_.stem(from - 3, s), p_.stem(from - 2, s));
  }

  /// The subject stands elsewhere: who else could be meant here?
  void absent(std::int32_t m, std::size_t s) {
    int others = 0;
    bool main = false, pronoun = false;
    for (std::int32_t i = p_.first(s); i < p_.last(s); ++i) {
      const Item& item = p_.item(static_cast<std::size_t>(i));
      if (item.kind == ItemKind::Name && i != m && is_method(static_cast<std::size_t>(item.index)) &&
          static_cast<std::size_t>(item.index) != b_) {
        ++others;
        main |= item.index == p_.scene().main;
      }
      pronoun |= i < m && item.kind == ItemKind::Word && (item.is(WordClass::Pronoun) || item.is(WordClass::MethodHead));
    }
    both("absent", std::min(2, others), main);
    both("absent,pronoun", pronoun, main);
  }

  const PairContext& c_;
  const Passage& p_;
  const std::size_t a_;
  const std::size_t b_;
  Sink& sink_;
  const int roles_;
  const int kind_;
};

}  // namespace

bool is_candidate_pair(const PairContext& context, std::size_t subject, std::size_t object) {
  const Passage& p = context.passage;
  if (subject == object || !p.is_method(subject)) return false;
  if (p.role(subject) != Role::Other) return true;
  for (const std::uint16_t a : p.mentions(subject))
    for (const std::uint16_t b : p.mentions(object))
      if (p.item(a).sentence == p.item(b).sentence && p.item(a).sentence > 0) return true;
  if (p.is_method(object)) return false;
  // models scored on a new benchmark, or by numbers of other sentences
  return p.role(object) == Role::Introduced ||
         probability_of(context.scored, static_cast<std::int16_t>(subject), static_cast<std::int16_t>(object)) > 0;
}

template <class Sink>
void pair_features(const PairContext& context, std::size_t subject, std::size_t object, Sink& sink) {
  PairFeatures<Sink>(context, subject, object, sink).add();
}

template void pair_features(const PairContext&, std::size_t, std::size_t, HashedFeatures&);
template void pair_features(const PairContext&, std::size_t, std::size_t, NamedFeatures&);

}  // namespace digestkg
