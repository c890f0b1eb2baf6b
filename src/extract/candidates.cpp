// Tokens -> spans that might be names, grouped by surface form.

#include "extract/candidates.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace digestkg {
namespace {

constexpr std::size_t longest_run = 9;
constexpr WordSet comparing({"than", "over", "versus", "vs"});

/// Collects spans by form; the order is that of first proposal until sort().
class Groups {
 public:
  Groups(const Document& document, std::vector<Candidate>& candidates) : document_(document), candidates_(candidates) { candidates_.clear(); }

  Candidate* add(Span span, std::uint16_t source, Span run) {
    while (span.size() > 0 && document_.token(span.end - 1u).has(kPunctuation) && document_.text(span.end - 1u) != ")") --span.end;
    while (span.size() > 0 && document_.token(span.begin).has(kPunctuation)) ++span.begin;
    if (span.size() == 0 || document_.token(span.begin).has(kTitleCopy)) return nullptr;
    const std::uint32_t key = form_key(document_.text(span));
    if (key == 0) return nullptr;
    if (2 * (candidates_.size() + 1) > slots_.size()) grow();
    std::uint32_t& slot = slots_[place(key)];
    if (slot == 0) {
      Candidate& candidate = candidates_.emplace_back();
      candidate.key = key;
      candidate.run = run;
      slot = static_cast<std::uint32_t>(candidates_.size());
    }
    Candidate& candidate = candidates_[slot - 1];
    candidate.sources |= source;
    const auto place = std::ranges::lower_bound(candidate.spans, span);
    if (place == candidate.spans.end() || *place != span) candidate.spans.insert(place, span);
    return &candidate;
  }

  std::vector<Candidate>& all() { return candidates_; }

  Candidate* find(Span span) {
    const std::uint32_t slot = slots_[place(form_key(document_.text(span)))];
    return slot == 0 ? nullptr : &candidates_[slot - 1];
  }

 private:
  /// Where the candidate of `key` stands or may be put.
  std::size_t place(std::uint32_t key) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = key & mask;
    while (slots_[at] != 0 && candidates_[slots_[at] - 1].key != key) at = (at + 1) & mask;
    return at;
  }
  void grow() {
    slots_.assign(2 * slots_.size(), 0);
    for (std::uint32_t i = 0; i < candidates_.size(); ++i) slots_[place(candidates_[i].key)] = i + 1;
  }

  const Document& document_;
  std::vector<Candidate>& candidates_;
  std::vector<std::uint32_t> slots_ = std::vector<std::uint32_t>(128);  ///< a candidate's index + 1; 0 for none
};

/// Where each word stands in a document.
class WordPlaces {
 public:
  explicit WordPlaces(std::span<const Token> tokens) : tokens_(tokens), heads_(std::bit_ceil(tokens.size() + 1)), next_(tokens.size()) {
    for (std::size_t i = tokens.size(); i-- > 0;) {
      std::uint16_t& head = heads_[tokens[i].word & (heads_.size() - 1)];
      next_[i] = head;
      head = static_cast<std::uint16_t>(i + 1);
    }
  }
  /// Calls visit(token) for each token of this word_hash, in order.
  template <class Visit>
  void each(std::uint32_t word, Visit visit) const {
    for (std::uint16_t at = heads_[word & (heads_.size() - 1)]; at != 0; at = next_[at - 1u])
      if (tokens_[at - 1u].word == word) visit(static_cast<std::uint16_t>(at - 1));
  }

 private:
  std::span<const Token> tokens_;
  std::vector<std::uint16_t> heads_;  ///< by the lower bits of a word: index + 1 of the first such token; 0 for none
  std::vector<std::uint16_t> next_;   ///< of each token: that of the next
};

class Proposer {
 public:
  Proposer(const Document& document, std::vector<Candidate>& candidates)
      : document_(document), tokens_(document.tokens()), count_(static_cast<std::uint16_t>(tokens_.size())), groups_(document, candidates) {}

  void titles() {
    const Span prefix = document_.title_prefix();
    if (prefix.size() > 0 && prefix.size() <= 8) groups_.add(prefix, kTitlePrefix, prefix);
    if (prefix.size() == 3 && document_.token(1).is(WordClass::Conjunction)) {
      groups_.add({0, 1}, kTitlePrefix, {0, 1});
      groups_.add({2, 3}, kTitlePrefix, {2, 3});
    }
    const auto length = static_cast<std::uint16_t>(document_.title_tokens());
    if (prefix.size() == 0 && length >= 1 && length <= 8) groups_.add({0, length}, kWholeTitle, {0, length});
  }

  void pairs(const std::vector<AcronymPair>& pairs) {
    for (std::size_t p = 0; p < pairs.size(); ++p) {
      for (const auto& [span, source] : {std::pair(pairs[p].long_form, kLongForm), std::pair(pairs[p].acronym, kAcronym)})
        if (Candidate* candidate = groups_.add(span, source, span); candidate && candidate->pair < 0) candidate->pair = static_cast<std::int16_t>(p);
    }
  }

  /// Names of the lexicon are candidates; what else it knows is only noted, once all candidates stand.
  void known_names(const std::vector<KnownSpan>& known) {
    for (const KnownSpan& k : known)
      if (k.known.kinds) groups_.add(k.span, kLexicon, k.span);
  }
  void note_known(const std::vector<KnownSpan>& known, const Lexicon& lexicon) {
    for (const KnownSpan& k : known)
      if (Candidate* candidate = groups_.find(k.span)) {
        const std::uint8_t kinds = candidate->known.kinds;
        candidate->known = k.known;
        candidate->known.kinds |= kinds;
      }
    for (Candidate& candidate : groups_.all()) {
      const std::string_view form = document_.text(candidate.spans.front());
      const Token& first = document_.token(candidate.spans.front().begin);
      const PlainWord word{first.word, form, first.end - first.begin};
      const bool plain = first.has(kPlain);
      if (!plain || lexicon.may_begin_no_name(word))
        if (const auto entry = lexicon.not_a_name(form)) {
          candidate.known.not_a_name = true;
          if (candidate.known.role.empty()) candidate.known.role = entry->role;
        }
      if (plain && !lexicon.may_begin_metric(word)) continue;
      const auto metric = lexicon.metric_at(form, 0);
      candidate.known.metric = metric && metric->end == form.size();
    }
  }
  /// "an Identity Curve (IDC) score of 0.7": what is scored so is a metric, known or not.
  void note_scored(const std::vector<AcronymPair>& pairs) {
    for (Candidate& candidate : groups_.all())
      if (candidate.pair >= 0 && is_scored(pairs[static_cast<std::size_t>(candidate.pair)])) candidate.known.metric = true;
  }

  void quoted() {
    for (std::uint16_t i = 0; i < count_; ++i) {
      if (!tokens_[i].has(kQuoted) || (i > 0 && tokens_[i - 1u].has(kQuoted))) continue;
      std::uint16_t end = i;
      while (end < count_ && tokens_[end].has(kQuoted)) ++end;
      if (end - i <= 6) groups_.add({i, end}, kQuotedName, {i, end});
    }
  }

  /// "called X", "termed lower-case name": up to four words to the next mark or small word.
  void called() {
    for (std::uint16_t i = 1; i < count_; ++i) {
      if (!tokens_[i - 1u].is(WordClass::Call) || tokens_[i].has(kPunctuation)) continue;
      std::uint16_t begin = i;
      if (document_.token(begin).is(WordClass::Determiner)) ++begin;
      std::uint16_t end = begin;
      const std::uint16_t limit = document_.sentence_of(i).last;
      while (end < limit && end - begin < 5 && !document_.token(end).has(kPunctuation) && !document_.token(end).is(WordClass::Preposition) &&
             !document_.token(end).is(WordClass::Pronoun) && !document_.token(end).is(WordClass::Auxiliary))
        ++end;
      if (end > begin) groups_.add({begin, end}, kCalled, {begin, end});
    }
  }

  /// "outperforms supervised fine-tuning", "than majority voting": lower-case techniques count as the other side of a comparison.
  void compared() {
    const auto ends = [&](std::uint16_t t) {
      const Token& token = document_.token(t);
      return token.has(kPunctuation) || token.has(kNumber) || token.is(WordClass::Preposition) || token.is(WordClass::Conjunction) ||
             token.is(WordClass::Auxiliary) || token.is(WordClass::Pronoun);
    };
    for (std::uint16_t i = 1; i < count_; ++i) {
      const Token& before = tokens_[i - 1u];
      const bool opens = before.is(WordClass::Outperform) || comparing.has(before.word) ||
                         (i > 1 && tokens_[i - 2u].is_word("compared") && (before.is_word("to") || before.is_word("with")));
      if (!opens) continue;
      const std::uint16_t limit = document_.sentence_of(i).last;
      std::uint16_t begin = i;
      while (begin < limit && begin - i < 3 && (document_.token(begin).is(WordClass::Determiner) || document_.token(begin).is(WordClass::Compare))) ++begin;
      std::uint16_t end = begin;
      while (end < limit && end - begin < 5 && !ends(end)) ++end;
      while (end > begin && (document_.token(end - 1u).is(WordClass::Compare) || document_.token(end - 1u).is_word("methods") ||
                             document_.token(end - 1u).is_word("models") || document_.token(end - 1u).is_word("approaches")))
        --end;
      if (end > begin && shape(begin) == NameShape::None && shape(end - 1u) == NameShape::None) groups_.add({begin, end}, kCompared, {begin, end});
    }
  }

  void runs() {
    for (std::uint16_t i = 0; i < count_;) {
      if (!starts_name(i)) {
        ++i;
        continue;
      }
      const std::uint16_t end = run_end(i);
      run({i, end});
      i = end;
    }
  }

 private:
  NameShape shape(std::size_t token) const { return document_.shape(token); }

  /// Behind the pair stand the head of a metric and a number.
  bool is_scored(const AcronymPair& pair) const {
    const std::uint16_t limit = document_.sentence_of(pair.acronym.begin).last, head = pair.behind();
    if (head + 1u >= limit || !document_.token(head).is(WordClass::MetricHead)) return false;
    return document_.token(head + 1u).has(kNumber) ||
           (head + 2u < limit && document_.token(head + 1u).is_word("of") && document_.token(head + 2u).has(kNumber));
  }

  bool starts_name(std::uint16_t i) const {
    if (shape(i) == NameShape::Strong || shape(i) == NameShape::Capital || shape(i) == NameShape::Digit) return true;
    // 3D Gaussian Splatting, 4D GS
    return shape(i) == NameShape::Version && document_.text(i).ends_with('D') && i + 1u < count_ &&
           (shape(i + 1u) == NameShape::Capital || shape(i + 1u) == NameShape::Strong);
  }

  std::uint16_t run_end(std::uint16_t begin) const {
    const std::uint16_t limit = std::min<std::uint16_t>(document_.sentence_of(begin).last, static_cast<std::uint16_t>(begin + longest_run));
    std::uint16_t end = static_cast<std::uint16_t>(begin + 1);
    while (end < limit) {
      const Token& token = document_.token(end);
      if (token.has(kSuffix)) break;
      const bool glued_mark = token.has(kPunctuation);
      if (glued_mark) break;
      if (starts_name(end) || shape(end) == NameShape::Version) {
        ++end;
        continue;
      }
      // One or two small words inside a capitalised name: Mixture of Experts, Needle in a Haystack.
      std::uint16_t after = end;
      while (after < limit && after - end < 2 && (shape(after) == NameShape::Link || document_.token(after).is(WordClass::Determiner))) ++after;
      if (after == end || after >= limit || !starts_name(after) || document_.token(after).has(kPunctuation)) break;
      end = static_cast<std::uint16_t>(after + 1);
    }
    return end;
  }

  /// A capitalised word as common as `These` or `Results` is no name by itself.
  bool is_common_word(Span span) const {
    constexpr std::uint8_t common = 7;
    return span.size() == 1 && shape(span.begin) == NameShape::Capital && tokens_[span.begin].info.commonness >= common;
  }

  void run(Span run) {
    if (!is_common_word(run)) groups_.add(run, kRun, run);
    const std::uint16_t n = run.size();
    for (std::uint16_t a = run.begin; a < run.end; ++a)
      for (std::uint16_t b = static_cast<std::uint16_t>(a + 1); b <= run.end; ++b) {
        if (Span{a, b} == run || is_common_word({a, b})) continue;
        const bool trims_little = (a - run.begin) + (run.end - b) <= 2;
        const bool strong_alone = b - a == 1 && shape(a) == NameShape::Strong;
        const bool strong_with_version = b - a == 2 && shape(a) != NameShape::Link && shape(b - 1u) == NameShape::Version;
        if (n > 3 && !trims_little && !strong_alone && !strong_with_version) continue;
        if (!starts_name(a) || shape(b - 1u) == NameShape::Link || document_.token(b - 1u).is(WordClass::Determiner)) continue;
        groups_.add({a, b}, kPartOfRun, run);
      }
    const std::uint16_t limit = document_.sentence_of(run.begin).last;
    if (run.end < limit && document_.token(run.end).is(WordClass::MethodHead) && !document_.token(run.end).has(kGlued))
      groups_.add({run.begin, static_cast<std::uint16_t>(run.end + 1)}, kWithHead, run);
    // LLaMA2 (70B)
    if (run.end + 2u < limit && document_.closing(run.end) == run.end + 2u && shape(run.end + 1u) == NameShape::Version)
      groups_.add({run.begin, static_cast<std::uint16_t>(run.end + 3)}, kWithHead, run);
    joined(run, limit);
  }

  /// A + B and A & B as one name, when glued or both sides are name-shaped.
  void joined(Span run, std::uint16_t limit) {
    if (run.end + 1u >= limit) return;
    const std::string_view mark = document_.text(run.end);
    const bool letter = document_.token(run.end + 1u).has(kGlued) && document_.text(run.end + 1u).size() == 1;  // MOEA/D
    if ((mark != "+" && mark != "&" && mark != "/") || !(letter || starts_name(static_cast<std::uint16_t>(run.end + 1)))) return;
    if (mark == "/" && !document_.token(run.end).has(kGlued)) return;
    groups_.add({run.begin, run_end(static_cast<std::uint16_t>(run.end + 1))}, kJoined, run);
  }

  const Document& document_;
  const std::span<const Token> tokens_;
  const std::uint16_t count_;
  Groups groups_;
};

/// Stable. Candidates are large, so that each is moved once only.
void sort_by_place(std::vector<Candidate>& candidates) {
  std::vector<std::uint64_t> order;  // begin, end and index in one number, which is compared in one step
  order.reserve(candidates.size());
  for (std::uint64_t i = 0; i < candidates.size(); ++i) {
    const Span place = candidates[i].spans.front();
    order.push_back(std::uint64_t{place.begin} << 48 | std::uint64_t{place.end} << 32 | i);
  }
  std::ranges::sort(order);
  std::vector<Candidate> sorted;
  sorted.reserve(candidates.capacity());  // as a buffer that is reused from entry to entry, it keeps its room
  for (const std::uint64_t place : order) sorted.push_back(std::move(candidates[static_cast<std::uint32_t>(place)]));
  candidates.swap(sorted);
}

void find_reach(std::vector<Candidate>& candidates) {
  std::uint16_t reached = 0;
  for (Candidate& candidate : candidates) {
    candidate.reach = {candidate.spans.front().begin, candidate.spans.back().end};
    candidate.reached = reached = std::max(reached, candidate.reach.end);
  }
}

}  // namespace

void propose_candidates(const Document& document, const std::vector<KnownSpan>& known, const Lexicon& lexicon, const std::vector<AcronymPair>& pairs,
                        std::vector<Candidate>& candidates) {
  Proposer proposer(document, candidates);
  proposer.titles();
  proposer.pairs(pairs);
  proposer.known_names(known);
  proposer.quoted();
  proposer.called();
  proposer.compared();
  proposer.runs();
  proposer.note_known(known, lexicon);
  proposer.note_scored(pairs);
  // Quoted, called and title forms may stand elsewhere in another dress; single- and multi-word forms are found by their words.
  const WordPlaces places(document.tokens());
  for (Candidate& candidate : candidates) {
    if (candidate.sources & (kRun | kPartOfRun)) continue;
    const Span form = candidate.spans.front();
    const std::uint16_t n = form.size();
    places.each(document.token(form.begin).word, [&](std::uint16_t i) {
      if (i + n > document.tokens().size() || document.token(i).has(kTitleCopy)) return;
      std::uint16_t same = 1;
      while (same < n && document.token(i + same).word == document.token(static_cast<std::size_t>(form.begin) + same).word) ++same;
      if (same < n) return;
      const Span span{i, static_cast<std::uint16_t>(i + n)};
      const auto place = std::ranges::lower_bound(candidate.spans, span);
      if (place == candidate.spans.end() || *place != span) candidate.spans.insert(place, span);
    });
  }
  sort_by_place(candidates);
  find_reach(candidates);
}

std::span<const Candidate> near(std::span<const Candidate> candidates, Span span) {
  const auto first = std::ranges::partition_point(candidates, [&](const Candidate& c) { return c.reached <= span.begin; });
  const auto last = std::ranges::partition_point(candidates, [&](const Candidate& c) { return c.reach.begin <= span.end; });
  return first < last ? std::span(first, last) : std::span<const Candidate>();
}

std::span<const Candidate> near(std::span<const Candidate> candidates, std::size_t i) {
  const Span reach = candidates[i].reach;
  std::size_t first = i, last = i + 1;
  while (first > 0 && candidates[first - 1].reached > reach.begin) --first;
  while (last < candidates.size() && candidates[last].reach.begin <= reach.end) ++last;
  return candidates.subspan(first, last - first);
}

}  // namespace digestkg
