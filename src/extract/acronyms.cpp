// Words around a parenthesis -> acronyms with their long forms.

#include "extract/acronyms.hpp"

#include <algorithm>
#include <optional>

namespace digestkg {
namespace {

bool is_letter_or_digit(char c) {
  const char lower = ascii_lower(c);
  return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9');
}

/// The letters that the long form has to supply, in lower case; empty when `text` cannot be an acronym.
std::string letters_of(std::string_view text) {
  std::string letters;
  int capitals = 0;
  for (const char c : text) {
    capitals += c >= 'A' && c <= 'Z';
    if (is_letter_or_digit(c)) letters += ascii_lower(c);
  }
  if (letters.size() > 2 && text.back() == 's' && text[text.size() - 2] >= 'A' && text[text.size() - 2] <= 'Z') letters.pop_back();
  return capitals >= 1 && letters.size() >= 2 && letters.size() <= 12 ? letters : std::string{};
}

/// First token of the words before `end` that spell `letters` from the right, the first letter at a word's start.
std::optional<std::uint16_t> spelling_start(const Document& document, std::uint16_t lowest, std::uint16_t end, std::string_view letters) {
  std::size_t left = letters.size();
  for (std::uint16_t t = end; t-- > lowest;) {
    const std::string_view word = document.text(t);
    for (std::size_t i = word.size(); i-- > 0 && left > 0;) {
      const bool starts_part = i == 0 || !is_letter_or_digit(word[i - 1]);
      if (ascii_lower(word[i]) != letters[left - 1] || (left == 1 && !starts_part)) continue;
      --left;
    }
    if (left == 0) return t;
  }
  return std::nullopt;
}

/// Words that may stand in a long form: back from `end` to a mark or the start of the sentence, at most `words`.
std::uint16_t window_start(const Document& document, std::uint16_t end, std::size_t words) {
  const std::uint16_t first = document.sentence_of(end).first;
  std::uint16_t start = end;
  // Task- and Embodiment-aware GRPO: a hyphen in front of "and" breaks no name.
  const auto breaks = [&](std::uint16_t mark) {
    return document.token(mark).has(kPunctuation) &&
           !(document.text(mark) == "-" && document.token(mark).has(kGlued) && document.token(mark + 1u).is(WordClass::Conjunction));
  };
  while (start > first && words-- > 0 && !breaks(static_cast<std::uint16_t>(start - 1))) --start;
  return start;
}

std::optional<Span> long_form_before(const Document& document, std::uint16_t open, std::string_view acronym) {
  const std::string letters = letters_of(acronym);
  if (letters.empty()) return std::nullopt;
  std::uint16_t end = open;
  if (end > 0 && document.token(end - 1u).has(kPunctuation) && document.token(end - 1u).has(kGlued)) --end;  // a closing quotation mark
  const std::uint16_t lowest = window_start(document, end, std::min(letters.size() + 5, 2 * letters.size() + 1));
  auto start = spelling_start(document, lowest, end, letters);
  if (!start) return std::nullopt;
  while (*start + 1u < end && document.token(*start).is(WordClass::Determiner)) ++*start;
  const Span span{*start, end};
  if (span.size() == 1 && document.text(span).size() <= acronym.size()) return std::nullopt;
  return span;
}

}  // namespace

void find_acronyms(const Document& document, std::vector<AcronymPair>& pairs) {
  pairs.clear();
  const std::span<const std::uint16_t> closings = document.closings();
  for (std::uint16_t open = 1; open + 2u < closings.size(); ++open) {
    const std::uint16_t close = closings[open];
    if (close < open + 2u) continue;
    std::uint16_t end = static_cast<std::uint16_t>(open + 1);
    while (end < close && !document.token(end).has(kPunctuation)) ++end;
    const Span inner{static_cast<std::uint16_t>(open + 1), end};
    if (inner.size() == 1) {
      if (const auto words = long_form_before(document, open, document.text(inner))) pairs.push_back({*words, inner});
    } else if (inner.size() >= 2 && end == close && !document.token(open - 1u).has(kPunctuation)) {
      const std::string letters = letters_of(document.text(open - 1u));
      if (letters.size() >= 2 && spelling_start(document, inner.begin, inner.end, letters) == inner.begin)
        pairs.push_back({inner, {static_cast<std::uint16_t>(open - 1), open}});
    }
  }
}

}  // namespace digestkg
