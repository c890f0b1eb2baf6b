// Comparing words of a passage -> who beats whom.

#include "extract/comparisons.hpp"

#include "extract/number_site.hpp"

#include <algorithm>
#include <optional>

namespace digestkg {
namespace {

constexpr std::int32_t reach = 40;  // items on either side of a comparing word that are looked at

/// What can word a comparison, beside the class Outperform.
constexpr WordSet comparing({"to", "than", "over", "vs", "versus", "compared", "relative", "against"});

class Reader {
 public:
  Reader(const Passage& passage, std::vector<Claimed>& claims) : passage_(passage), claims_(claims) {}

  void run() {
    for (std::size_t s = 1; s < passage_.document().sentences().size() && s < 255; ++s) {
      if (passage_.sentence(s).question) continue;
      first_ = passage_.first(s);
      last_ = passage_.last(s);
      const std::span<const Item> items = passage_.items();
      for (std::int32_t i = first_; i < last_; ++i)
        if (may_compare(items[static_cast<std::size_t>(i)]))
          if (const auto wording = wording_at(i); wording && !denied(i)) read(i, *wording, s);
    }
  }

 private:
  const Item& item(std::int32_t i) const { return passage_.item(static_cast<std::size_t>(i)); }
  bool is_method(std::int32_t i) const {
    return item(i).kind == ItemKind::Name && passage_.is_method(static_cast<std::size_t>(item(i).index));
  }

  static bool may_compare(const Item& word) { return word.is(WordClass::Outperform) || comparing.has(word.word.hash); }
  std::optional<Comparison> wording_at(std::int32_t i) const {
    const Item& w = item(i);
    if (w.kind != ItemKind::Word) return std::nullopt;
    if (w.is(WordClass::Outperform) && !w.is_word("best")) {
      if (w.is_word("better") || w.is_word("superior")) return std::nullopt;  // read at "than" and "to"
      return Comparison::Verb;
    }
    if (w.is_word("to") && i > first_ && item(i - 1).is_word("superior")) return Comparison::Verb;
    if (w.is_word("than")) return Comparison::Than;
    if (w.is_word("over") && gain_before(i)) return Comparison::Than;
    if (w.is_word("vs") || w.is_word("versus") || w.is_word("compared") || w.is_word("relative") ||
        (w.is_word("against") && gain_before(i)))
      return Comparison::Against;
    return std::nullopt;
  }

  /// "does not outperform", "comparable to".
  bool denied(std::int32_t i) const {
    for (std::int32_t k = std::max(first_, i - 4); k < i; ++k)
      if (item(k).is(WordClass::Negation) || item(k).is_word("comparable") || item(k).is_word("competitive") ||
          item(k).is_word("similar") || item(k).is_word("matching"))
        return true;
    return false;
  }

  bool gain_before(std::int32_t i) const {
    for (std::int32_t k = std::max(first_, i - 10); k < i; ++k)
      if (item(k).is(WordClass::Gain) || item(k).is(WordClass::Improve) || item(k).is(WordClass::Comparative) ||
          item(k).is(WordClass::Outperform))
        return true;
    return false;
  }

  void read(std::int32_t word, Comparison wording, std::size_t sentence) {
    std::int32_t clause = first_;
    for (std::int32_t i = word - 1; i >= std::max(first_, word - reach); --i)
      if (item(i).is_mark(";") || item(i).is_word("while") || item(i).is_word("whereas") || item(i).is_word("but")) {
        clause = i;
        break;
      }
    const auto [winner, direct] = subject(word, clause, wording);
    if (winner < 0) return;
    const bool measured = std::any_of(passage_.items().begin() + first_, passage_.items().begin() + last_,
                                      [](const Item& i) { return i.kind == ItemKind::Number; });
    for (std::int32_t i = word + 1; i < std::min(last_, word + reach) && !ends_objects(i, word, wording); ++i)
      if (is_method(i) && item(i).index != winner)
        claims_.push_back({winner, item(i).index, wording, direct, measured, static_cast<std::uint8_t>(sentence)});
  }

  /// The name right before the word, else the introduced name of the clause, else the main method.
  std::pair<std::int16_t, bool> subject(std::int32_t word, std::int32_t clause, Comparison wording) const {
    std::int16_t introduced = -1, any = -1;
    bool light = true;
    for (std::int32_t i = word - 1; i >= clause && i >= word - reach; --i) {
      if (is_method(i)) {
        const Role role = passage_.role(static_cast<std::size_t>(item(i).index));
        if (light && wording == Comparison::Verb) return {item(i).index, true};
        if (role == Role::Main) return {item(i).index, true};
        if (role == Role::Introduced && introduced < 0) introduced = item(i).index;
        any = item(i).index;
      }
      const bool passes = item(i).kind == ItemKind::Word && (item(i).is(WordClass::Auxiliary) || item(i).is(WordClass::MethodHead) ||
                                                             item(i).is(WordClass::Conjunction) || item(i).classes == 0);
      light &= passes || item(i).kind == ItemKind::Mark;
    }
    if (introduced >= 0) return {introduced, true};
    const std::int16_t main = passage_.scene().main;
    if (main >= 0) return {main, false};
    return {any, true};
  }

  bool ends_objects(std::int32_t i, std::int32_t word, Comparison wording) const {
    const Item& w = item(i);
    if (w.is_mark(";") || w.is_word("while") || w.is_word("whereas") || w.is_word("but")) return true;
    if (wording == Comparison::Against && i - word < 8) return false;  // compared to 54.2% for B
    if (w.is_mark(",") && i + 1 < last_ && item(i + 1).kind == ItemKind::Word &&
        (is_report_verb(item(i + 1)) || item(i + 1).is_word("with")))
      return true;
    return w.is_word("on") || w.is_word("in") || w.is_word("by") || w.is_word("across") || w.is_word("when") || w.is_word("using") ||
           w.is_word("through") || w.is_word("for") || w.is_word("with");
  }

  const Passage& passage_;
  std::vector<Claimed>& claims_;
  std::int32_t first_ = 0;
  std::int32_t last_ = 0;
};

}  // namespace

void find_comparisons(const Passage& passage, std::vector<Claimed>& claims) {
  claims.clear();
  Reader(passage, claims).run();
}

}  // namespace digestkg
