// Cleaned title and summary -> tokens, sentences and the parts of a summary they belong to.

#include "extract/document.hpp"

#include "extract/forms.hpp"

#include <algorithm>
#include <array>

namespace digestkg {
namespace {

constexpr std::size_t most_tokens = 8192;
constexpr std::size_t most_sentences = 255;

/// What a byte is, as bits. kGoesOn: no letter or digit, yet a word may go on with it; kJoint: with it a new part of the word begins.
enum CharacterClass : std::uint8_t { kUpper = 1, kLower = 2, kDigit = 4, kMark = 8, kWide = 16, kGoesOn = 32, kJoint = 64, kHyphen = 128 };
constexpr unsigned letter_or_digit = kUpper | kLower | kDigit;

struct Character {
  std::uint8_t classes;
  char lower;  ///< as words are hashed
};

constexpr auto characters = [] {
  std::array<Character, 256> all{};
  for (unsigned c = 0; c < 256; ++c) {
    const unsigned is = c >= 'A' && c <= 'Z' ? kUpper : c >= 'a' && c <= 'z' ? kLower : c >= '0' && c <= '9' ? kDigit : c < 0x80 ? kMark : kWide;
    const bool goes_on = is == kWide || std::string_view("-_@.,'\\$+").find(static_cast<char>(c)) != std::string_view::npos;
    const bool joint = c == '-' || c == '_' || c == '@';
    all[c] = {static_cast<std::uint8_t>(is | (goes_on ? kGoesOn : 0) | (joint ? kJoint : 0) | (c == '-' ? kHyphen : 0)),
              ascii_lower(static_cast<char>(c))};
  }
  return all;
}();

const Character& character(char c) { return characters[static_cast<unsigned char>(c)]; }
unsigned class_of(char c) { return character(c).classes; }
bool is_digit(char c) { return class_of(c) == kDigit; }
bool is_upper(char c) { return class_of(c) == kUpper; }
bool is_lower(char c) { return class_of(c) == kLower; }
bool is_alnum(char c) { return (class_of(c) & letter_or_digit) != 0; }
bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0u) == 0x80u; }

/// Length of the character at `at` when it is punctuation or a symbol beyond ASCII, else 0.
std::size_t wide_punctuation(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  const unsigned first = byte(at), second = byte(at + 1);
  if (first == 0xC2 && (second == 0xB2 || second == 0xB3 || second == 0xB9)) return 0;  // A²Bench
  if (first == 0xC2) return 2;                                         // Latin-1 signs: ± · ° §
  if (first == 0xC3 && (second == 0x97 || second == 0xB7)) return 2;   // × ÷
  if (first == 0xE2 && (second >= 0x80 && second <= 0xAF)) return 3;   // punctuation, arrows, mathematical operators
  if (first == 0xE3 && second == 0x80) return 3;                       // CJK punctuation
  if (first == 0xEF && (second == 0xBC || second == 0xBD || second == 0xBF)) return 3;
  return 0;
}

bool is_letter_byte(std::string_view text, std::size_t at) {
  const char c = text[at];
  return is_alnum(c) || (static_cast<unsigned char>(c) >= 0x80 && (is_continuation(c) || wide_punctuation(text, at) == 0));
}

/// Bytes that join two parts of one word at `at`: `-`, `_`, `@`, `.` between digits, `\_`; 0 when the word ends here.
std::size_t joiner(std::string_view text, std::size_t begin, std::size_t at, std::size_t end) {
  const char c = text[at];
  const auto next = [&](std::size_t i) { return at + i < end ? text[at + i] : ' '; };
  if (c == '\\' && next(1) == '_' && is_alnum(next(2))) return 2;
  if (c == '$' && next(1) == '^') {  // SL$^{2}$A-INR
    const std::size_t close = text.substr(0, std::min(end, at + 8)).find('$', at + 2);
    return close != std::string_view::npos && close + 1 < end && (is_alnum(text[close + 1]) || text[close + 1] == '-') ? close + 1 - at : 0;
  }
  if (static_cast<unsigned char>(c) == 0xE2 && at + 3 < end && static_cast<unsigned char>(next(1)) == 0x80 &&
      (static_cast<unsigned char>(next(2)) == 0x90 || static_cast<unsigned char>(next(2)) == 0x91) && is_alnum(next(3)))
    return 3;  // hyphens of their own
  if (at + 1 >= end || !is_letter_byte(text, at + 1)) return 0;
  switch (c) {
    case '-':
    case '_':
    case '@': return 1;
    case '.':
      if (is_digit(next(1))) return is_digit(text[at - 1]) || is_upper(text[begin]) || text[begin] == 'v' ? 1 : 0;
      return is_lower(next(1)) ? 1 : 0;  // e.g, Node.js; a sentence that lacks its blank starts with a capital
    case ',':  // thousands
      return is_digit(text[at - 1]) && is_digit(next(1)) && is_digit(next(2)) && is_digit(next(3)) && !is_digit(next(4)) &&
                     std::all_of(text.begin() + static_cast<std::ptrdiff_t>(begin), text.begin() + static_cast<std::ptrdiff_t>(at),
                                 [](char d) { return is_digit(d) || d == ','; })
                 ? 1
                 : 0;
    case '\'': return is_lower(next(1)) && !(next(1) == 's' && !(at + 2 < end && is_alnum(next(2)))) ? 1 : 0;
    default: return 0;
  }
}

/// What one pass over a word's bytes tells.
struct Looks {
  unsigned classes = 0;  ///< of all its bytes
  WordHash hash;
  void push(const Character& c) {
    classes |= c.classes;
    hash.push_lower(c.lower);
  }
  void push(std::string_view text) {
    for (const char c : text) push(character(c));
  }
};

/// kInnerUpper and kAllUpper of a word that has capitals.
unsigned capitals_of(std::string_view word, unsigned classes) {
  unsigned upper = 0, inner = 0, may_be_inner = 0;
  for (const char c : word) {
    const unsigned is = class_of(c);
    upper += is & kUpper;
    inner |= is & may_be_inner;
    may_be_inner = (is & kJoint) != 0 ? 0 : kUpper;
  }
  return (inner != 0 ? kInnerUpper : 0) | (upper >= 2 && (classes & kLower) == 0 ? kAllUpper : 0);
}

std::uint16_t flags_of(std::string_view word, unsigned classes) {
  unsigned flags = 0;
  if (classes & kUpper) flags |= capitals_of(word, classes) | (is_upper(word.front()) ? kInitialUpper : 0);
  if (classes & kLower) flags |= kHasLower;
  if (classes & kDigit) flags |= kHasDigit;
  if (classes & kHyphen) flags |= kHasHyphen;
  if (classes & kWide) flags |= kNonAscii;
  if ((classes & (kMark | kWide)) == 0) flags |= kPlain;
  const bool letters = (classes & (kUpper | kLower | kWide)) != 0;
  if (!letters && is_digit(word.front()) && std::ranges::all_of(word, [](char c) { return is_digit(c) || c == '.' || c == ','; })) flags |= kNumber;
  return static_cast<std::uint16_t>(flags);
}

bool is_quote(std::string_view mark) {
  return mark == "\"" || mark == "\xE2\x80\x9C" || mark == "\xE2\x80\x9D" || mark == "\xE2\x80\x98" || mark == "`";
}

bool is_enumerator(std::string_view word) {
  return word == "i" || word == "ii" || word == "iii" || word == "iv" || word == "v" || word == "vi" ||
         (word.size() == 1 && (is_digit(word[0]) || (word[0] >= 'a' && word[0] <= 'h')));
}

bool is_abbreviation(std::string_view word) {
  constexpr std::string_view known[] = {"e.g", "i.e", "vs", "al", "cf", "approx", "resp", "fig", "eq", "w.r.t", "viz", "no", "dr"};
  return std::ranges::any_of(known, [&](std::string_view a) {
    return a.size() == word.size() && std::ranges::equal(a, word, {}, {}, ascii_lower);
  });
}

ReadsAs reads_as(const Token& token) {
  if (!token.has(kNumber | kInnerUpper) && (is_ordinary(token) || token.has(kPunctuation))) return ReadsAs::Itself;
  if (token.has(kNumber)) return ReadsAs::Number;
  if (token.has(kHasDigit)) return token.has(kInitialUpper | kInnerUpper) ? ReadsAs::CapitalDigit : ReadsAs::Digit;
  if (token.has(kInnerUpper | kAllUpper)) return ReadsAs::Capitals;
  return token.has(kInitialUpper) ? ReadsAs::Capital : ReadsAs::Rare;
}

}  // namespace

void Document::read(const Entry& entry, const Vocabulary& vocabulary) {
  text_.assign(entry.title);
  text_ += '\n';
  summary_begin_ = static_cast<std::uint32_t>(text_.size());
  text_ += entry.summary;
  read_end_ = static_cast<std::uint32_t>(text_.size());
  tokens_.clear();
  sentences_.clear();
  tokenize(0, summary_begin_ - 1, vocabulary);
  title_tokens_ = tokens_.size();
  tokenize(summary_begin_, static_cast<std::uint32_t>(text_.size()), vocabulary);
  look_up(vocabulary);
  split_sentences();
  find_pairs_of_marks();
  find_title_prefix();
  mark_title_copies();
  name_sections();
}

TextRange Document::range(std::uint32_t begin, std::uint32_t end) const {
  if (begin < summary_begin_) return {Field::Title, begin, end};
  return {Field::Summary, begin - summary_begin_, end - summary_begin_};
}

TextRange Document::unread() const {
  const auto end = static_cast<std::uint32_t>(text_.size());
  if (read_end_ == end) return {};
  return range(read_end_, read_end_ < summary_begin_ ? summary_begin_ - 1 : end);
}

inline void Document::add_token(std::uint32_t begin, std::uint32_t end, std::uint32_t word, std::uint16_t flags) {
  if (tokens_.size() == most_tokens) {
    read_end_ = std::min(read_end_, begin);
    return;
  }
  const bool glued = !tokens_.empty() && tokens_.back().end == begin;
  Token& token = tokens_.emplace_back();  // filled in place: one that is copied at once waits for its parts
  token.begin = begin;
  token.end = end;
  token.word = word;
  token.flags = static_cast<std::uint16_t>(flags | (glued ? kGlued : 0));
}

/// Adds one word, cutting a suffix such as -based off a name.
void Document::add_word(std::uint32_t begin, std::uint32_t end, unsigned classes, std::uint32_t hash, const Vocabulary& vocabulary) {
  const std::string_view word = text(begin, end);
  const std::uint16_t flags = flags_of(word, classes);
  if ((flags & kHasHyphen) && (flags & (kInitialUpper | kInnerUpper | kHasDigit))) {
    const std::size_t dash = word.rfind('-');
    const std::string_view tail = word.substr(dash + 1);
    if (dash > 0 && std::ranges::all_of(tail, is_lower) && vocabulary.find(tail).is(WordClass::Suffix)) {
      const auto cut = begin + static_cast<std::uint32_t>(dash);
      Looks head;
      head.push(word.substr(0, dash));
      add_token(begin, cut, head.hash.value(), flags_of(word.substr(0, dash), head.classes));
      add_token(cut + 1, end, word_hash(tail), kHasLower | kPlain | kSuffix | kGlued);
      return;
    }
  }
  add_token(begin, end, hash, flags);
}

void Document::tokenize(std::uint32_t begin, std::uint32_t end, const Vocabulary& vocabulary) {
  const std::string_view all = text();
  std::size_t at = begin;
  while (at < end) {
    if (all[at] == ' ' || all[at] == '\n' || all[at] == '\t') {
      ++at;
      continue;
    }
    const std::size_t start = at;
    if (!is_letter_byte(all, at)) {
      at += std::max<std::size_t>(1, wide_punctuation(all, at));
      const auto stop = static_cast<std::uint32_t>(std::min<std::size_t>(at, end));
      add_token(static_cast<std::uint32_t>(start), stop, word_hash(all.substr(start, stop - start)), kPunctuation);
      continue;
    }
    Looks looks;
    while (at < end) {
      const Character& c = character(all[at]);
      if ((c.classes & letter_or_digit) != 0) {
        looks.push(c);
        ++at;
        continue;
      }
      if ((c.classes & kGoesOn) == 0) break;
      const std::size_t joined = is_letter_byte(all, at) ? 1 : joiner(all, start, at, end);
      if (joined == 0) break;
      looks.push(all.substr(at, joined));
      at += joined;
    }
    for (; at < end && all[at] == '+' && !(at + 1 < end && is_alnum(all[at + 1])); ++at) looks.push("+");  // HumanEval+, C++
    const auto first = static_cast<std::uint32_t>(start), last = static_cast<std::uint32_t>(at);
    if (looks.classes == kLower) add_token(first, last, looks.hash.value(), kHasLower | kPlain);  // most words
    else add_word(first, last, looks.classes, looks.hash.value(), vocabulary);
  }
}

void Document::look_up(const Vocabulary& vocabulary) {
  for (Token& token : tokens_) token.info = vocabulary.find(token.word);  // all at once, so that the memory's answers overlap
  shapes_.clear();
  for (Token& token : tokens_) {
    token.reads_as = reads_as(token);
    shapes_.push_back(name_shape(token, text(token.begin, token.end)));
  }
}

/// For a token behind a mark and a blank.
bool Document::starts_sentence(std::size_t i) const {
  const std::string_view word = text(i), before = text(i - 1);
  const bool enumerator = is_enumerator(word) && i + 1 < tokens_.size() && text(i + 1) == ")" && tokens_[i + 1].has(kGlued);
  if (enumerator && (before == "." || before == ";" || before == ":" || before == "*" || before == ",")) return true;
  const bool closes = is_quote(before) || before == ")" || before == "*";
  std::size_t stop = i - 1;
  while (stop > 0 && (is_quote(text(stop)) || text(stop) == ")" || text(stop) == "*") && tokens_[stop].has(kGlued)) --stop;
  const std::string_view mark = closes ? text(stop) : before;
  if (mark != "." && mark != "!" && mark != "?") return false;
  if (stop > 0 && mark == "." && (is_abbreviation(text(stop - 1)) || (text(stop - 1).size() == 1 && is_upper(text(stop - 1)[0])))) return false;
  return !is_lower(word[0]) || enumerator;
}

void Document::split_sentences() {
  const auto end_at = [&](std::size_t i) {
    if (sentences_.empty() || i == 0) return;
    sentences_.back().last = static_cast<std::uint16_t>(i);
    sentences_.back().end = tokens_[i - 1].end;
  };
  bool behind_mark = false;
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    Token& token = tokens_[i];
    if (i == 0 || i == title_tokens_ || (behind_mark && !token.has(kGlued) && starts_sentence(i))) {
      end_at(i);
      if (sentences_.size() == most_sentences) {
        read_end_ = token.begin;
        tokens_.resize(i);
        break;
      }
      // An entry without a title has an empty sentence 0, so that sentence numbers mean the same everywhere.
      if (i == title_tokens_ && sentences_.empty()) sentences_.push_back({0, 0, 0, 0, Section::Title, false});
      sentences_.push_back({token.begin, token.end, static_cast<std::uint16_t>(i), static_cast<std::uint16_t>(i), Section::Opening, false});
      token.flags |= kSentenceStart;
    }
    token.sentence = static_cast<std::uint8_t>(sentences_.size() - 1);
    behind_mark = token.has(kPunctuation);
  }
  end_at(tokens_.size());
  for (Sentence& s : sentences_)
    if (s.last - s.first > 2 && is_enumerator(text(s.first)) && text(s.first + 1u) == ")") {
      s.begin = tokens_[s.first + 2u].begin;
      tokens_[s.first + 2u].flags |= kSentenceStart;
    }
}

void Document::find_pairs_of_marks() {
  closing_.assign(tokens_.size(), 0);
  for (const Sentence& s : sentences_) {
    std::size_t open_quote = tokens_.size();
    std::vector<std::uint16_t> open;
    for (std::uint16_t i = s.first; i < s.last; ++i) {
      if (!tokens_[i].has(kPunctuation)) continue;
      const std::string_view mark = text(i);
      if (mark == "(" || mark == "[") open.push_back(i);
      if ((mark == ")" || mark == "]") && !open.empty()) {
        closing_[open.back()] = i;
        for (std::size_t k = open.back() + 1u; k < i && open.size() == 1; ++k) tokens_[k].flags |= kParenthesis;
        open.pop_back();
      }
      if (!is_quote(mark)) continue;
      if (open_quote < tokens_.size() && i - open_quote <= 9) {
        for (std::size_t k = open_quote + 1; k < i; ++k) tokens_[k].flags |= kQuoted;
        open_quote = tokens_.size();
      } else {
        open_quote = i;
      }
    }
  }
}

void Document::find_title_prefix() {
  title_prefix_ = {};
  for (std::uint16_t i = 1; i + 1u < title_tokens_; ++i) {
    const std::string_view mark = text(i);
    const bool dash = !tokens_[i].has(kGlued) && (mark == "-" || mark == "\xE2\x80\x93" || mark == "\xE2\x80\x94");
    if ((mark == ":" || dash) && !tokens_[i + 1u].has(kGlued)) {
      title_prefix_ = {0, i};
      return;
    }
  }
}

/// A summary that quotes its paper's title says nothing with it.
void Document::mark_title_copies() {
  const auto mark_copies = [&](std::size_t from) {
    const std::size_t length = title_tokens_ - from;
    const std::size_t last = std::min(tokens_.size(), title_tokens_ + 60);
    for (std::size_t at = title_tokens_; length >= 5 && at + length <= last; ++at) {
      std::size_t same = 0;
      while (same < length && tokens_[at + same].word == tokens_[from + same].word) ++same;
      if (same < length) continue;
      const bool introduced = at > title_tokens_ && (is_quote(text(at - 1)) || text(at - 1) == "*" || tokens_[at - 1].is_word("paper") ||
                                                     tokens_[at - 1].is_word("titled") || text(at - 1) == ":");
      if (!introduced) continue;
      for (std::size_t k = at; k < at + length; ++k) tokens_[k].flags |= kTitleCopy;
    }
  };
  mark_copies(0);
  if (title_prefix_.size() > 0) mark_copies(title_prefix_.end + 1u);
}

void Document::name_sections() {
  bool follow_up = false;
  Section section = Section::Opening;
  for (std::size_t s = 0; s < sentences_.size(); ++s) {
    Sentence& sentence = sentences_[s];
    if (s == 0) {
      sentence.section = Section::Title;
      continue;
    }
    const std::size_t head_end = std::min<std::size_t>(sentence.last, sentence.first + 14u);
    const auto opens_with = [&](WordClass c) {
      return std::any_of(tokens_.begin() + sentence.first, tokens_.begin() + static_cast<std::ptrdiff_t>(head_end), [&](const Token& t) { return t.is(c); });
    };
    if (s > 1) {
      if (opens_with(WordClass::Implication)) section = Section::Implication;
      else if (opens_with(WordClass::Result)) section = Section::Results;
      else if (opens_with(WordClass::Aim)) section = Section::Aim;
      else if (opens_with(WordClass::Method)) section = Section::Method;
    }
    sentence.section = section;
    follow_up |= tokens_[sentence.first].is_word("follow-up") || (sentence.last - sentence.first > 2 && tokens_[sentence.first + 2u].is_word("follow-up"));
    sentence.question = follow_up || text(sentence.last - 1u) == "?";
  }
}

}  // namespace digestkg
