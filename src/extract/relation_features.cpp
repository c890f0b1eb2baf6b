// Two names at all their places -> features of the models of relations.

#include "extract/relation_features.hpp"

#include "extract/pair_sink.hpp"

#include <algorithm>
#include <utility>

namespace digestkg {
namespace {

int step(float probability) { return bucket(probability, .05F, .15F, .3F, .45F, .6F, .75F, .88F, .95F); }

template <class Sink>
class PairFeatures {
 public:
  PairFeatures(const PairContext& context, std::size_t subject, std::size_t object, Sink& sink)
      : c_(context),
        p_(context.passage),
        a_(subject),
        b_(object),
        out_(p_, p_.role(subject), object, sink) {}

  void add() {
    names();
    claimed();
    scored();
    each_telling_mention(p_, b_, [&](std::int32_t m, std::size_t s) { place(m, s); });
  }

 private:
  bool is_method(std::size_t e) const { return p_.is_method(e); }

  /// What the names tell of each other.
  void names() {
    const Entity& a = p_.scene().entities[a_];
    const Entity& b = p_.scene().entities[b_];
    const std::string& x = a.forms.front();
    const std::string& y = b.forms.front();
    const bool inside = x.size() > 2 && y.find(x) != std::string::npos, around = y.size() > 2 && x.find(y) != std::string::npos;
    if (inside || around) out_.both("inside", inside, around);
    out_.add("intro", std::min(4, static_cast<int>(a.intro_probability * 5)),
              std::min(4, static_cast<int>(b.intro_probability * 5)));
    const auto first = [&](std::size_t e) { return p_.mentions(e).empty() ? std::uint16_t{0xFFFF} : p_.mentions(e).front(); };
    out_.both("order", first(a_) < first(b_));
  }

  void claimed() {
    bool any = false, reverse = false, other = false;
    for (const Claimed& claim : c_.claims) {
      const bool winner = claim.winner == static_cast<std::int16_t>(a_), loser = claim.loser == static_cast<std::int16_t>(b_);
      if (winner && loser && !std::exchange(any, true)) {
        out_.both("claim", static_cast<int>(claim.wording), claim.direct, claim.measured);
        out_.both("claim wording", static_cast<int>(claim.wording));
      }
      reverse |= claim.winner == static_cast<std::int16_t>(b_) && claim.loser == static_cast<std::int16_t>(a_);
      other |= loser && !winner;
    }
    out_.both("claims", any, reverse, other);
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
    out_.both("scored", std::min(2, own), std::min(2, others), std::min(1, change));
    if (!object_is_method) scored_pair();
    if (baseline > 0) out_.both("baseline", std::min(2, baseline));
  }

  /// How likely some number is the subject's score on the object, beside its scores elsewhere and others' scores there.
  void scored_pair() {
    float own = 0, elsewhere = 0, others = 0;
    for (const ScoredPair& p : c_.scored) {
      const bool mine = p.method == static_cast<std::int16_t>(a_), here = p.benchmark == static_cast<std::int16_t>(b_);
      float* const which = mine && here ? &own : mine ? &elsewhere : here ? &others : nullptr;
      if (which) *which = std::max(*which, p.probability);
    }
    out_.both("scored pair", step(own));
    out_.add("scored pair beside", step(own), step(elsewhere) / 2, step(others) / 2);
  }

  void place(std::int32_t m, std::size_t s) {
    const int section = static_cast<int>(p_.sentence(s).section);
    std::int32_t mine = -1;
    for (const std::uint16_t i : p_.mentions(a_))
      if (p_.item(i).sentence == s && (mine < 0 || std::abs(i - m) < std::abs(mine - m))) mine = i;
    out_.both("section", section, mine >= 0);
    if (mine >= 0)
      path(mine, m, s);
    else
      absent(m, s);
  }

  void path(std::int32_t a, std::int32_t b, std::size_t s) {
    const bool before = a < b;
    const std::int32_t from = std::min(a, b) + 1, to = std::max(a, b);
    const auto at = [&](std::int32_t i) { return i < to ? p_.item(static_cast<std::size_t>(i)).stem : Part("."); };
    out_.both("distance", before, bucket(to - from, 1, 2, 3, 5, 8, 13, 21));
    int names = 0, shown = 0;
    Part last_trigger("-"), first_trigger("-");
    for (std::int32_t i = from; i < to; ++i) {
      const Item& item = p_.item(static_cast<std::size_t>(i));
      names += item.kind == ItemKind::Name;
      if (shown++ < 16) out_.add("between", before, item.stem);
      if (!is_trigger(item)) continue;
      if (first_trigger.text == "-") first_trigger = item.stem;
      last_trigger = item.stem;
    }
    out_.both("between names", before, std::min(3, names));
    out_.both("first trigger", before, first_trigger);
    out_.both("last trigger", before, last_trigger);
    out_.add("two triggers", before, first_trigger, last_trigger);
    if (to - from <= 4) out_.both("path", before, at(from), at(from + 1), at(from + 2), at(from + 3));
    if (from < to) {
      out_.both("path start", before, at(from));
      out_.both("path end", before, at(to - 1));
    }
    out_.add("ahead", before, p_.stem(from - 2, s));
    out_.add("ahead2", before, p_.stem(from - 3, s), p_.stem(from - 2, s));
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
    out_.both("absent", std::min(2, others), main);
    out_.both("absent,pronoun", pronoun, main);
  }

  const PairContext& c_;
  const Passage& p_;
  const std::size_t a_;
  const std::size_t b_;
  PairSink<Sink> out_;
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
