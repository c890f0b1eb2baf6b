// Numbers of a passage -> their sites.

#include "extract/number_site.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace digestkg {
namespace {

template <std::size_t size>
bool contains(const WordSet<size>& words, const Item& item) {
  return item.kind == ItemKind::Word && words.has(item.word.hash);
}

constexpr WordSet hedges({"up", "to", "over", "approximately", "around", "about", "below", "above", "only", "just", "nearly", "roughly",
                          "least", "at", "an", "a", "average", "more", "than", "as", "high", "much", "low", "mean", "almost", "under",
                          "maximum", "absolute", "relative", "impressive", "further", "additional", "new", "peak", "substantial",
                          "significant", "remarkable", "notable", "overall", "total", "exceeding", "strong", "state-of-the-art",
                          "approx"});

constexpr WordSet phrase_stops({"only", "per", "also", "even", "up", "respectively", "significantly", "consistently", "approximately",
                                "around", "about", "where", "model", "models", "method", "approach", "experiments", "results",
                                "resulting", "leading", "requiring", "observed", "having", "given", "used", "trained", "new",
                                "state-of-the-art", "due", "then", "however", "compared", "versus", "vs", "relative", "so", "indicating",
                                "indicates", "reveal", "reveals", "enabling", "enables", "providing", "provides", "showing", "scoring",
                                "outperforming", "surpassing", "exceeding", "while", "both", "each", "i.e", "e.g", "out", "when", "which",
                                "who", "it", "we", "respectively"});

constexpr WordSet clause_starts({"while", "whereas", "but", "although", "though"});
constexpr WordSet comparisons({"compared", "versus", "vs", "than", "relative", "over", "against", "baseline", "whereas", "while"});

class SiteFinder {
 public:
  SiteFinder(const Passage& passage, std::vector<NumberSite>& sites) : passage_(passage), sites_(sites) {}

  void run() {
    sites_.clear();
    for (std::size_t k = 0; k < passage_.numbers().size(); ++k) sites_.push_back(place(k));
    count_units();
    for (std::size_t k = 0; k < sites_.size(); ++k) compare_with_previous(k);
    for (NumberSite& site : sites_) {
      find_lead(site);
      find_cue(site);
      site.change_before = change_before(site);
      site.change_after = change_after(site);
    }
  }

 private:
  const Item& item(std::int32_t i) const { return passage_.item(static_cast<std::size_t>(i)); }

  NumberSite place(std::size_t k) const {
    NumberSite site;
    site.number = static_cast<std::uint16_t>(k);
    site.item = passage_.item_of(k);
    site.sentence = item(site.item).sentence;
    site.first = passage_.first(site.sentence);
    site.last = passage_.last(site.sentence);
    const auto in_sentence = [&](std::size_t other) { return item(passage_.item_of(other)).sentence == site.sentence; };
    const NumberSite* const before = k > 0 && in_sentence(k - 1) ? &sites_[k - 1] : nullptr;
    if (before) site.previous = before->item;
    site.clause = before ? before->clause : site.first;
    for (std::int32_t i = site.item; i > (before ? before->item : site.first); --i)
      if (item(i - 1).is_mark(";") || contains(clause_starts, item(i - 1))) {
        site.clause = i;
        break;
      }
    look_at_sentence(site, before);
    if (k + 1 < passage_.numbers().size() && in_sentence(k + 1)) site.next = passage_.item_of(k + 1);
    if (site.item + 1 < site.last) site.follow = site.item + 1;
    return site;
  }

  /// What the whole sentence holds: looked for once.
  void look_at_sentence(NumberSite& site, const NumberSite* before) const {
    if (before) {
      site.respectively = before->respectively;
      site.names_method = before->names_method;
      site.names_data = before->names_data;
      site.names_metric = before->names_metric;
      return;
    }
    for (std::int32_t i = site.first; i < site.last; ++i) {
      if (item(i).kind == ItemKind::Name) (is_method(i) ? site.names_method : site.names_data) = true;
      site.names_metric |= item(i).is(WordClass::MetricHead);
      site.respectively |= item(i).is_word("respectively");
    }
  }
  bool is_method(std::int32_t i) const { return passage_.is_method(static_cast<std::size_t>(item(i).index)); }

  void count_units() {
    std::vector<std::pair<std::string_view, std::uint16_t>> counts;  // of the units of one sentence, which are few
    for (std::size_t begin = 0, end = 0; begin < sites_.size(); begin = end) {
      counts.clear();
      const auto count_of = [&](std::size_t k) -> std::uint16_t& {
        const std::string_view unit = passage_.numbers()[k].unit;
        const auto known = std::ranges::find(counts, unit, &std::pair<std::string_view, std::uint16_t>::first);
        return known != counts.end() ? known->second : counts.emplace_back(unit, std::uint16_t{0}).second;
      };
      for (; end < sites_.size() && sites_[end].sentence == sites_[begin].sentence; ++end) sites_[end].order = count_of(end)++;
      for (std::size_t k = begin; k < end; ++k) sites_[k].same_unit = count_of(k);
    }
  }

  /// "from A to B", "A vs. B", "A compared to B".
  void compare_with_previous(std::size_t k) {
    NumberSite& site = sites_[k];
    if (site.previous < 0) return;
    NumberSite& before = sites_[k - 1];
    bool to = false, comma = false, versus = false;
    for (std::int32_t i = site.previous + 1; i < site.item; ++i) {
      to |= item(i).is_word("to");
      comma |= item(i).is_mark(",") || item(i).is_mark(";");
      versus |= (contains(comparisons, item(i)) && !item(i).is_word("while")) || item(i).is(WordClass::Outperform);
    }
    const std::int32_t gap = site.item - site.previous;
    bool from = false;
    for (std::int32_t i = before.item - 1; i >= std::max(before.first, before.item - 4); --i) {
      if (item(i).is_word("from")) from = true;
      if (!is_hedge(item(i))) break;
    }
    if (from && to && gap <= 9) before.from = site.to = true;
    if (versus && gap <= 14 && !(comma && gap > 9)) before.versus_next = site.versus_previous = true;
  }

  void find_lead(NumberSite& site) const {
    std::int32_t i = site.item - 1;
    while (i >= site.first &&
           (is_hedge(item(i)) || item(i).is_mark("~") || item(i).is_mark("≈") || item(i).is_mark("<") || item(i).is_mark(">"))) {
      const bool directional = i == site.item - 1 && (item(i).is_word("at") || item(i).is_word("to"));
      if (directional && !(i > site.first && (item(i - 1).is_word("up") || item(i - 1).is_word("close")))) break;
      --i;
    }
    site.lead = i >= site.first ? i : -1;
  }

  void find_cue(NumberSite& site) const {
    const std::int32_t from = std::max({site.first, site.previous + 1, site.item - 12});
    for (std::int32_t i = site.item - 1; i >= from; --i) {
      if (item(i).is_mark(";")) return;
      const bool compares = contains(comparisons, item(i)) || (item(i).is(WordClass::Outperform) && !item(i).is_word("best"));
      if (compares && !(item(i).is_word("over") && i + 1 == site.item)) {
        site.cue = i;
        return;
      }
    }
  }

  bool change_before(const NumberSite& site) const {
    if (passage_.numbers()[site.number].has(kPlus)) return true;
    if (site.lead < 0) return false;
    if (item(site.lead).is_word("by")) return true;
    std::int32_t i = site.lead;
    if (item(i).is_word("of") || item(i).is_word("by") || item(i).is_mark(",") || item(i).is_word("reaching")) --i;
    for (std::int32_t n = 0; n < 4 && i >= site.first; ++n, --i) {
      if (item(i).is(WordClass::Gain)) return true;
      if (item(i).kind == ItemKind::Number || item(i).kind == ItemKind::Mark) return false;
    }
    return false;
  }

  bool change_after(const NumberSite& site) const {
    std::int32_t i = site.item + 1;
    for (std::int32_t n = 0; n < 6 && i < site.last; ++n, ++i) {
      if (item(i).is(WordClass::Gain) || item(i).is(WordClass::Comparative)) return true;
      const bool joined =
          n < 2 && i + 1 < site.last &&
          (item(i).is_word("and") || item(i).is_word("or") || item(i).is_word("to") || item(i).is_mark(",") || item(i).is_mark("-")) &&
          item(i + 1).kind == ItemKind::Number;
      if (joined) {
        ++i;
        continue;
      }
      if (item(i).kind != ItemKind::Word || item(i).is(WordClass::Preposition) || item(i).is(WordClass::Conjunction)) return false;
    }
    return false;
  }

  const Passage& passage_;
  std::vector<NumberSite>& sites_;
};

}  // namespace

void find_sites(const Passage& passage, std::vector<NumberSite>& sites) { SiteFinder(passage, sites).run(); }

bool is_hedge(const Item& item) { return contains(hedges, item); }

bool stops_phrase(const Item& item) {
  if (item.kind == ItemKind::Number) return true;
  if (item.kind == ItemKind::Mark)
    return !(item.is_mark("/") || item.is_mark("&") || item.is_mark("-") || item.is_mark("'") || item.is_mark("’") || item.is_mark("@"));
  if (item.kind == ItemKind::Name) return false;
  const bool head = item.is(WordClass::MetricHead) || item.is(WordClass::WeakMetricHead) || item.is(WordClass::Gain);
  if (head) return false;
  constexpr std::uint32_t stops = static_cast<std::uint32_t>(WordClass::Determiner) | static_cast<std::uint32_t>(WordClass::Preposition) |
                                  static_cast<std::uint32_t>(WordClass::Conjunction) | static_cast<std::uint32_t>(WordClass::Pronoun) |
                                  static_cast<std::uint32_t>(WordClass::Auxiliary) | static_cast<std::uint32_t>(WordClass::Achieve) |
                                  static_cast<std::uint32_t>(WordClass::Improve) | static_cast<std::uint32_t>(WordClass::Outperform) |
                                  static_cast<std::uint32_t>(WordClass::Introduce);
  return (item.classes & stops) != 0 || contains(phrase_stops, item);
}

bool is_report_verb(const Item& item) {
  constexpr std::uint32_t verbs = static_cast<std::uint32_t>(WordClass::Achieve) | static_cast<std::uint32_t>(WordClass::Improve) |
                                  static_cast<std::uint32_t>(WordClass::Outperform) | static_cast<std::uint32_t>(WordClass::Auxiliary);
  return item.kind == ItemKind::Word && (item.classes & verbs) != 0;
}

}  // namespace digestkg
