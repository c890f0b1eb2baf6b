// The site of a number -> the methods and benchmarks that rules attach it to.

#include "extract/attachment.hpp"

#include <algorithm>

namespace digestkg {
namespace {

class Sight {
 public:
  Sight(Sort sort, const Passage& passage, const NumberSite& site) : passage_(passage), site_(site), sort_(sort) {}

  const Item& item(std::int32_t i) const { return passage_.item(static_cast<std::size_t>(i)); }
  /// Whether item i names a thing of the wanted sort.
  bool wanted(std::int32_t i) const {
    return item(i).kind == ItemKind::Name && is_of(sort_, passage_.scene().entities[static_cast<std::size_t>(item(i).index)]);
  }
  std::int32_t last_before(std::int32_t end, std::int32_t first) const {
    for (std::int32_t i = end - 1; i >= first; --i)
      if (wanted(i)) return i;
    return -1;
  }
  std::int32_t first_from(std::int32_t begin, std::int32_t last) const {
    for (std::int32_t i = begin; i < last; ++i)
      if (wanted(i)) return i;
    return -1;
  }
  std::int16_t entity(std::int32_t i) const { return i < 0 ? std::int16_t{-1} : item(i).index; }
  std::int32_t until_next() const { return site_.next >= 0 ? site_.next : site_.last; }

  /// The k-th name for the k-th number: the last names before the numbers, else the first ones behind them.
  std::int16_t respectively() const {
    if (!site_.respectively || site_.same_unit < 2) return -1;
    std::int32_t first_number = -1, last_number = -1;
    for (std::int32_t i = site_.first; i < site_.last; ++i)
      if (item(i).kind == ItemKind::Number) {
        if (first_number < 0) first_number = i;
        last_number = i;
      }
    std::int32_t before = 0, behind = 0;
    for (std::int32_t i = site_.first; i < site_.last; ++i) {
      if (!wanted(i)) continue;
      before += i < first_number;
      behind += i > last_number;
    }
    const std::int32_t skip = before >= site_.same_unit   ? before - site_.same_unit + site_.order
                              : behind >= site_.same_unit ? site_.order
                                                          : -1;
    if (skip < 0) return -1;
    std::int32_t place = 0;
    for (std::int32_t i = before >= site_.same_unit ? site_.first : last_number + 1; i < site_.last; ++i)
      if (wanted(i) && place++ == skip) return entity(i);
    return -1;
  }

 protected:
  const Passage& passage_;
  const NumberSite& site_;
  const Sort sort_;
};

class MethodSight : Sight {
 public:
  MethodSight(const Passage& passage, const NumberSite& site) : Sight(Sort::Method, passage, site) {}

  Proposals propose() const {
    Proposals p;
    p.fill(-1);
    const auto set = [&](MethodRule rule, std::int16_t value) { p[static_cast<std::size_t>(rule)] = value; };
    set(MethodRule::Respectively, respectively());
    set(MethodRule::Versus, versus());
    set(MethodRule::Behind, behind());
    set(MethodRule::Possessive, possessive());
    set(MethodRule::CompareObject, compare_object());
    set(MethodRule::FromBase, from_base());
    set(MethodRule::Subject, subject());
    set(MethodRule::ClauseLast, entity(last_before(site_.item, site_.clause)));
    set(MethodRule::SentenceFirst, entity(first_from(site_.first, site_.last)));
    return p;
  }

 private:
  std::int16_t versus() const {
    if (!site_.versus_next && !site_.versus_previous) return -1;
    const std::int32_t end = site_.versus_next ? site_.item : site_.previous;
    std::int32_t verb = -1;
    for (std::int32_t i = site_.first; i < end; ++i)
      if (item(i).is(WordClass::Outperform)) verb = i;
    if (verb < 0) return -1;
    return entity(site_.versus_next ? last_before(verb, site_.first) : first_from(verb + 1, end));
  }

  std::int16_t behind() const {
    const std::int32_t name = first_from(site_.item + 1, std::min(until_next(), site_.item + 8));
    if (name < 0) return -1;
    std::int32_t i = name - 1;
    while (i > site_.item && item(i).kind == ItemKind::Word &&
           (item(i).is(WordClass::Determiner) || item(i).is_word("baseline") || item(i).is_word("base") || item(i).is_word("standard")))
      --i;
    const bool link = item(i).is_word("for") || item(i).is_word("by") || item(i).is_word("of") || item(i).is_word("from") ||
                      item(i).is_word("using") || item(i).is_mark("(") || item(i).is_word("with");
    return link ? entity(name) : std::int16_t{-1};
  }

  std::int16_t possessive() const {
    const std::int32_t first = std::max(site_.previous + 1, site_.first);
    const std::int32_t name = last_before(site_.item, first);
    if (name < 0 || site_.item - name > 8) return -1;
    const std::int32_t after = name + 1;
    const bool has = (item(after).is_mark("'") || item(after).is_mark("’")) && item(after + 1).is_word("s");
    const bool direct = after == site_.item || name == site_.lead ||
                        ((item(after).is_mark("(") || item(after).is_word("at") || item(after).is_mark(":") || item(after).is_mark("=")) &&
                         site_.item - after <= 2);
    return has || direct ? entity(name) : std::int16_t{-1};
  }

  std::int16_t compare_object() const {
    if (site_.cue < 0) return -1;
    if (const std::int32_t name = last_before(site_.item, site_.cue); name >= 0) return entity(name);
    return entity(first_from(site_.item + 1, std::min(until_next(), site_.item + 6)));
  }

  std::int16_t from_base() const {
    if (!site_.from) return -1;
    std::int16_t only = -1;
    for (std::int32_t i = site_.first; i < site_.last; ++i)
      if (wanted(i) && passage_.role(static_cast<std::size_t>(item(i).index)) == Role::Other) {
        if (only >= 0 && only != item(i).index) return -1;
        only = item(i).index;
      }
    return only;
  }

  /// The last name of the clause that does something: not an object, and a verb follows.
  std::int16_t subject() const {
    for (std::int32_t name = last_before(site_.item, site_.clause); name >= 0; name = last_before(name, site_.clause)) {
      if (!oblique(name) && verb_follows(name)) return entity(name);
    }
    return -1;
  }

  bool oblique(std::int32_t name) const {
    std::int32_t i = name - 1;
    for (int n = 0; n < 3 && i >= site_.first && item(i).kind == ItemKind::Word &&
                    (item(i).is(WordClass::Determiner) || item(i).is(WordClass::MethodHead) || item(i).is(WordClass::Novelty));
         ++n)
      --i;
    if (i < site_.first) return false;
    const Item& before = item(i);
    if (before.is_word("that") || before.is_word("where") || before.is_word("while")) return false;
    return before.is(WordClass::Preposition) || before.is(WordClass::Outperform) || before.is(WordClass::Compare) ||
           before.is(WordClass::Use) || before.is(WordClass::Evaluate) || before.is(WordClass::Improve) || before.is(WordClass::Hedge) ||
           before.is(WordClass::Example);
  }

  bool verb_follows(std::int32_t name) const {
    std::int32_t depth = 0;
    for (std::int32_t i = name + 1; i < std::min(site_.item, name + 9); ++i) {
      depth += item(i).is_mark("(") ? 1 : item(i).is_mark(")") ? -1 : 0;
      if (depth > 0) continue;
      if (item(i).is_mark(";") || item(i).kind == ItemKind::Number) return false;
      if (is_report_verb(item(i))) return true;
    }
    return false;
  }
};

class BenchmarkSight : Sight {
 public:
  BenchmarkSight(const Passage& passage, const NumberSite& site) : Sight(Sort::Benchmark, passage, site) {}

  Proposals propose() const {
    Proposals p;
    p.fill(-1);
    const auto set = [&](BenchmarkRule rule, std::int16_t value) { p[static_cast<std::size_t>(rule)] = value; };
    const std::int32_t after = first_from(site_.item + 1, until_next());
    const bool apart = after >= 0 && other_clause(after);
    const std::int32_t before = last_before(site_.item, site_.first);
    set(BenchmarkRule::Respectively, respectively());
    set(BenchmarkRule::Before, direct(before) ? entity(before) : std::int16_t{-1});
    set(BenchmarkRule::After, apart ? std::int16_t{-1} : entity(after));
    set(BenchmarkRule::AfterClause, apart ? entity(after) : std::int16_t{-1});
    if (after < 0) set(BenchmarkRule::OnLater, entity(later()));
    set(BenchmarkRule::LastBefore, entity(before));
    set(BenchmarkRule::SentenceFirst, entity(first_from(site_.first, site_.last)));
    set(BenchmarkRule::Earlier, entity(last_before(site_.first, passage_.first(1))));
    set(BenchmarkRule::Introduced, introduced());
    return p;
  }

 private:
  /// "..., surpassing Y on X": the name belongs to another statement.
  bool other_clause(std::int32_t name) const {
    for (std::int32_t i = site_.item + 1; i < name; ++i) {
      if (item(i).is_mark(";")) return true;
      if (item(i).is_mark(",") && i + 1 < name && item(i + 1).kind == ItemKind::Word &&
          (item(i + 1).is(WordClass::Outperform) || item(i + 1).is(WordClass::Achieve) || item(i + 1).is(WordClass::Improve) ||
           item(i + 1).is_word("while") || item(i + 1).is_word("and")))
        return true;
    }
    return false;
  }

  bool direct(std::int32_t name) const {
    if (name < 0 || site_.item - name > 5) return false;
    for (std::int32_t i = name + 1; i < site_.item; ++i) {
      const Item& between = item(i);
      const bool light = between.is_mark("(") || between.is_mark(":") || between.is_mark("=") || between.is(WordClass::Preposition) ||
                         between.is(WordClass::BenchmarkHead) || between.is(WordClass::DatasetHead) || between.is(WordClass::Auxiliary) ||
                         is_hedge(between) || between.is(WordClass::MetricHead);
      if (!light) return false;
    }
    return true;
  }

  std::int32_t later() const {
    bool on = false;
    for (std::int32_t i = site_.item + 1; i < site_.last; ++i) {
      if (item(i).is_mark(";")) return -1;
      on |= item(i).is_word("on") || item(i).is_word("across") || item(i).is_word("in");
      if (on && wanted(i)) return i;
    }
    return -1;
  }

  std::int16_t introduced() const {
    const auto& entities = passage_.scene().entities;
    for (std::size_t e = 0; e < entities.size(); ++e)
      if (entities[e].introduced && is_of(sort_, entities[e])) return static_cast<std::int16_t>(e);
    return -1;
  }
};

}  // namespace

Proposals propose_names(Sort sort, const Passage& passage, const NumberSite& site) {
  return sort == Sort::Method ? MethodSight(passage, site).propose() : BenchmarkSight(passage, site).propose();
}

}  // namespace digestkg
