// Numbers at their sites -> noun phrases that may say what they measure.

#include "extract/metric_phrases.hpp"

#include <algorithm>
#include <limits>

namespace digestkg {
namespace {

bool is_gain(const Item& item) { return item.is(WordClass::Gain) || item.is(WordClass::Comparative); }

class Proposer {
 public:
  Proposer(const Passage& passage, const std::vector<NumberSite>& sites, std::vector<MetricPhrase>& phrases,
           std::vector<std::uint32_t>& begins)
      : passage_(passage), sites_(sites), phrases_(phrases), begins_(begins) {}

  void run() {
    phrases_.clear();
    begins_.assign(1, 0);
    for (std::size_t k = 0; k < sites_.size(); ++k) {
      propose(sites_[k]);
      from_neighbours(k);
      begins_.push_back(static_cast<std::uint32_t>(phrases_.size()));
    }
    for (std::size_t k = 0; k + 1 < sites_.size(); ++k) from_next(k);
  }

 private:
  const Item& item(std::int32_t i) const { return passage_.item(static_cast<std::size_t>(i)); }
  bool head(std::int32_t i) const { return is_metric_head(passage_, static_cast<std::size_t>(i)); }

  void add(std::int32_t begin, std::int32_t end, std::uint16_t rule) {
    while (begin < end && (item(begin).kind == ItemKind::Mark || item(begin).is_word("s"))) ++begin;  // X's accuracy
    if (begin >= end || item(end - 1).kind == ItemKind::Mark) return;
    if (end - begin == 1 && item(begin).kind == ItemKind::Name && !head(begin)) return;
    for (std::size_t p = begins_.back(); p < phrases_.size(); ++p)
      if (phrases_[p].begin == begin && phrases_[p].end == end) {
        phrases_[p].rules |= rule;
        return;
      }
    phrases_.push_back({begin, end, rule});
  }

  /// Start of the noun phrase that ends with item i.
  std::int32_t phrase_start(std::int32_t i, std::int32_t first) const {
    std::int32_t j = i;
    for (int n = 0; j >= first && n < 7; ++n) {
      if (item(j).is_mark(")")) {
        std::int32_t open = j - 1;
        while (open >= first && j - open <= 5 && !item(open).is_mark("(")) --open;
        if (open < first || !item(open).is_mark("(")) break;
        j = open - 1;
        continue;
      }
      if (stops_phrase(item(j))) break;
      --j;
    }
    ++j;
    while (j <= i && item(j).kind == ItemKind::Mark) ++j;
    return j;
  }

  std::int32_t phrase_end(std::int32_t i, std::int32_t last) const {
    std::int32_t j = i;
    for (int n = 0; j < last && n < 6; ++n) {
      if (item(j).is_mark("(") && j > i && j + 2 < last && item(j + 2).is_mark(")")) {
        j += 3;
        continue;
      }
      if (item(j).kind == ItemKind::Mark && !item(j).is_mark("-") && !item(j).is_mark("@") && !item(j).is_mark("/")) break;
      if (stops_phrase(item(j))) break;
      ++j;
    }
    while (j > i && item(j - 1).kind == ItemKind::Mark && !item(j - 1).is_mark(")")) --j;
    return j;
  }

  std::int32_t skip_determiners(std::int32_t i, std::int32_t last) const {
    while (i < last && item(i).kind == ItemKind::Word &&
           (item(i).is(WordClass::Determiner) || item(i).is_word("terms") || item(i).is_word("of") || item(i).is_word("average") ||
            item(i).is_word("overall")))
      ++i;
    return i;
  }

  void left_phrase(const NumberSite& site, std::int32_t end_item, std::uint16_t rule) {
    if (end_item < site.first) return;
    const std::int32_t begin = phrase_start(end_item, site.first);
    add(begin, end_item + 1, rule);
    if (begin <= end_item && (item(end_item).is_mark(")"))) {  // Visual AI Index (VAI)
      std::int32_t open = end_item;
      while (open > begin && !item(open).is_mark("(")) --open;
      add(begin, open, rule);
    }
    for (std::int32_t i = begin; i <= end_item; ++i)  // the head of "video generation quality on LPIPS"
      if (item(i).kind == ItemKind::Name && i < end_item) add(i + 1, end_item + 1, rule);
  }

  void propose(const NumberSite& site) {
    right(site);
    left(site);
    verb_object(site);
    nearest_heads(site);
  }

  void right(const NumberSite& site) {
    std::int32_t i = site.item + 1;
    if (i < site.last && item(i).is_mark("-")) ++i;
    if (i >= site.last) return;
    const std::int32_t end = phrase_end(i, site.last);
    const bool weak = end == i || is_gain(item(end - 1));
    if (end > i) {
      add(i, end, kPhraseRight);
      if (weak && end - i > 1) add(i, end - 1, kPhraseRight);
    }
    if (end < site.last &&
        (item(end).is_word("in") || item(end).is_word("on") || item(end).is_word("for") || (end > i && item(end).is_word("of")))) {
      const std::int32_t from = skip_determiners(end + 1, site.last);
      const std::int32_t to = phrase_end(from, site.last);
      add(from, to, end == i ? kNumberIn : kInPhrase);
    }
  }

  void left(const NumberSite& site) {
    if (site.lead < 0) return;
    const Item& lead = item(site.lead);
    if (lead.is_word("of") || lead.is_mark(":") || lead.is_mark("=") || lead.is_word("is") || lead.is_word("was") || lead.is_word("are") ||
        lead.is_word("were")) {
      left_phrase(site, site.lead - 1, kPhraseOf);
      if (site.lead - 1 >= site.first && is_gain(item(site.lead - 1))) left_phrase(site, site.lead - 2, kPhraseOf);
      return;
    }
    if (lead.is_mark("(")) {
      left_phrase(site, site.lead - 1, kPhraseParenthesis);
      return;
    }
    if (lead.is_word("by") || lead.is_word("to") || lead.is_word("from") || lead.is_word("at") || lead.is_word("in") ||
        (lead.classes & trigger_classes)) {
      left_phrase(site, site.lead - 1, kPhraseBy);
      return;
    }
    left_phrase(site, site.lead, kPhraseOf);
  }

  /// "improves accuracy on X by #", "reducing time from #".
  void verb_object(const NumberSite& site) {
    for (std::int32_t i = site.item - 1; i >= std::max(site.first, site.item - 16); --i) {
      if (item(i).is_mark(";")) return;
      if (!item(i).is(WordClass::Improve) || item(i).is(WordClass::MetricHead)) continue;
      const std::int32_t from = skip_determiners(i + 1, site.item);
      const std::int32_t end = phrase_end(from, site.item);
      add(from, end, kVerbObject);
      for (std::int32_t n = from; n < end; ++n)
        if (item(n).kind == ItemKind::Name) {  // improves X's accuracy
          std::int32_t after = n + 1;
          while (after < end && (item(after).kind == ItemKind::Mark || item(after).is_word("s"))) ++after;
          add(after, end, kVerbObject);
        }
      if (from < site.item && end == from) continue;
      return;
    }
  }

  /// Looks for the heads of a sentence once for all its numbers, of which there may be as many.
  void look_at(std::size_t sentence) {
    if (sentence == looked_at_) return;
    looked_at_ = sentence;
    heads_.clear();
    for (std::int32_t i = passage_.first(sentence); i < passage_.last(sentence); ++i)
      if (head(i)) heads_.push_back(i);
    earlier_head_ = -1;
    if (sentence < 2) return;
    earlier_head_ = passage_.first(sentence) - 1;
    while (earlier_head_ >= passage_.first(sentence - 1) && !head(earlier_head_)) --earlier_head_;
    if (earlier_head_ < passage_.first(sentence - 1)) earlier_head_ = -1;
  }

  void nearest_heads(const NumberSite& site) {
    look_at(site.sentence);
    const auto here = std::ranges::lower_bound(heads_, site.item);
    std::int32_t found = 0;
    for (auto at = here; at != heads_.begin() && found < 3;) left_phrase(site, *--at, found++ == 0 ? kNearestLeft : kSentenceHead);
    found = 0;
    for (auto at = here; at != heads_.end() && found < 3; ++at)
      if (at + 1 == heads_.end() || at[1] != *at + 1) left_phrase(site, *at, found++ == 0 ? kNearestRight : kSentenceHead);
    for (std::int32_t i = site.item + 1; i < std::min(site.last, site.item + 3); ++i)
      if (is_gain(item(i))) add(i, i + 1, kVerbItself);
    if (phrases_.size() == begins_.back() && earlier_head_ >= 0)
      add(phrase_start(earlier_head_, passage_.first(site.sentence - 1u)), earlier_head_ + 1, kEarlierHead);
  }

  void from_neighbours(std::size_t k) {
    if (k == 0 || sites_[k].previous < 0) return;
    const std::uint32_t begin = begins_[k - 1], end = begins_[k];
    for (std::uint32_t p = begin; p < end; ++p)
      if (const MetricPhrase phrase = phrases_[p];
          phrase.rules & (kPhraseRight | kInPhrase | kPhraseOf | kNumberIn | kPhraseParenthesis | kPhraseBy | kVerbObject | kNextNumber))
        add(phrase.begin, phrase.end, kNeighbour);
  }

  /// A phrase right of the next number may hold for this one too; marks it where it is proposed anyway.
  void from_next(std::size_t k) {
    if (sites_[k].next < 0) return;
    for (std::uint32_t q = begins_[k + 1]; q < begins_[k + 2]; ++q)
      if (phrases_[q].rules & (kPhraseRight | kNumberIn))
        for (std::uint32_t p = begins_[k]; p < begins_[k + 1]; ++p)
          if (phrases_[p].begin == phrases_[q].begin && phrases_[p].end == phrases_[q].end) phrases_[p].rules |= kNextNumber;
  }

  const Passage& passage_;
  const std::vector<NumberSite>& sites_;
  std::vector<MetricPhrase>& phrases_;
  std::vector<std::uint32_t>& begins_;
  std::size_t looked_at_ = std::numeric_limits<std::size_t>::max();  ///< a sentence
  std::vector<std::int32_t> heads_;                                  ///< items of it that are heads
  std::int32_t earlier_head_ = -1;                                   ///< the last one of the sentence before; -1 for none
};

}  // namespace

bool is_metric_head(const Passage& passage, std::size_t i) {
  using namespace std::string_view_literals;  // compared in place, where a pointer would be a call
  const Item& item = passage.item(i);
  if (item.kind != ItemKind::Word) return false;
  if (item.is(WordClass::MetricHead) || item.is(WordClass::WeakMetricHead)) return true;
  // Pass@8, Recall@20, mIoU, FVD: shapes of metrics that are no name here; none is all of small letters
  const Token& token = passage.document().token(item.span.begin);
  if (item.span.size() == 1 && token.has(kPlain) && !token.has(kInitialUpper | kInnerUpper)) return false;
  const std::string_view text = passage.document().text(item.span);
  return text.find('@') != std::string_view::npos || text.ends_with("IoU"sv) || text.ends_with("FID"sv) || text.ends_with("FVD"sv) ||
         text.ends_with("Score"sv) || text.ends_with("-score"sv) || text.ends_with("SNR"sv) || text.ends_with("AUC"sv) || text.ends_with("RMSE"sv) ||
         text.starts_with("F1"sv) || text.starts_with("ROUGE"sv) || text.starts_with("BLEU"sv) || text.starts_with("mAP"sv) ||
         text.starts_with("AP5"sv) || text.starts_with("WER"sv);
}

void propose_metrics(const Passage& passage, const std::vector<NumberSite>& sites, std::vector<MetricPhrase>& phrases,
                     std::vector<std::uint32_t>& begins) {
  Proposer(passage, sites, phrases, begins).run();
}

}  // namespace digestkg
