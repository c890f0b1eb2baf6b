// Tokens -> numbers with unit, sign, spread and range.

#include "extract/numbers.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace digestkg {
namespace {

struct UnitWord {
  std::uint32_t hash;
  std::string_view unit;
  constexpr UnitWord(std::string_view word, std::string_view name) : hash(word_hash(word)), unit(name) {}
};

/// Words that are a unit wherever they stand behind a number.
constexpr std::array unit_words = {
    UnitWord{"percent", "%"},
    UnitWord{"percentage", "points"},
    UnitWord{"points", "points"},
    UnitWord{"point", "points"},
    UnitWord{"pp", "points"},
    UnitWord{"pts", "points"},
    UnitWord{"p.p", "points"},
    UnitWord{"times", "x"},
    UnitWord{"fold", "x"},
    UnitWord{"x", "x"},
    UnitWord{"ms", "ms"},
    UnitWord{"milliseconds", "ms"},
    UnitWord{"s", "s"},
    UnitWord{"sec", "s"},
    UnitWord{"second", "s"},
    UnitWord{"seconds", "s"},
    UnitWord{"minutes", "minutes"},
    UnitWord{"min", "minutes"},
    UnitWord{"hours", "hours"},
    UnitWord{"fps", "FPS"},
    UnitWord{"db", "dB"},
    UnitWord{"hz", "Hz"},
    UnitWord{"gb", "GB"},
    UnitWord{"mb", "MB"},
    UnitWord{"cm", "cm"},
    UnitWord{"mm", "mm"},
    UnitWord{"m", "m"},
    UnitWord{"degrees", "°"},
    UnitWord{"degree", "degree"},
    UnitWord{"bits", "bits"},
    UnitWord{"rad/s", "rad/s"},
};

/// Letters glued to digits: `3x`, `20ms`, `2-fold`.
constexpr std::array unit_tails = {
    UnitWord{"x", "x"},
    UnitWord{"-fold", "x"},
    UnitWord{"fold", "x"},
    UnitWord{"s", "s"},
    UnitWord{"ms", "ms"},
    UnitWord{"fps", "FPS"},
    UnitWord{"db", "dB"},
    UnitWord{"hz", "Hz"},
    UnitWord{"gb", "GB"},
    UnitWord{"mb", "MB"},
    UnitWord{"pp", "points"},
    UnitWord{"pt", "points"},
    UnitWord{"pts", "points"},
    UnitWord{"-point", "points"},
    UnitWord{"-points", "points"},
    UnitWord{"cm", "cm"},
    UnitWord{"mm", "mm"},
    UnitWord{"m", "m"},
    UnitWord{"-percentage-point", "points"},
    UnitWord{"-second", "s"},
    UnitWord{"-percent", "%"},
    UnitWord{"-minute", "minutes"},
    UnitWord{"+", ""},
    UnitWord{"", ""},
};

constexpr std::array<std::string_view, 4> ordinal_tails = {"st", "nd", "rd", "th"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Length of the digits at the start of `text`, with point and thousands commas.
std::size_t digits_length(std::string_view text) {
  std::size_t n = 0;
  bool point = false;
  while (n < text.size()) {
    const bool more = n + 1 < text.size() && is_digit(text[n + 1]);
    if (is_digit(text[n]) || (text[n] == ',' && more && n > 0) || (text[n] == '.' && more && !point)) {
      point |= text[n] == '.';
      ++n;
    } else {
      break;
    }
  }
  return n;
}

double value_of(std::string_view digits) {
  std::array<char, 40> plain{};
  std::size_t n = 0;
  for (const char c : digits)
    if (c != ',' && n < plain.size()) plain[n++] = c;
  double value = 0;
  std::from_chars(plain.data(), plain.data() + n, value);
  return value;
}

std::optional<std::string_view> unit_tail(std::string_view tail) {
  const std::uint32_t hash = word_hash(tail);
  const auto found = std::ranges::find(unit_tails, hash, &UnitWord::hash);
  return found == unit_tails.end() ? std::nullopt : std::optional(found->unit);
}

/// Reads the numbers of one scene.
class NumberReader {
 public:
  NumberReader(const Scene& scene, std::vector<Number>& numbers) : scene_(scene), document_(*scene.document), numbers_(numbers) {}

  void run() {
    const std::size_t count = document_.tokens().size();
    for (std::size_t i = 0; i < count;) {
      const Token& token = document_.token(i);
      const bool candidate =
          token.has(kHasDigit) && is_digit(document_.text()[token.begin]) && scene_.owner[i] < 0 && !token.has(kTitleCopy);
      i = candidate ? read(i) : i + 1;
    }
    share_units();
  }

 private:
  std::string_view text(std::size_t i) const { return i < document_.tokens().size() ? document_.text(i) : std::string_view{}; }
  bool glued(std::size_t i) const { return i < document_.tokens().size() && document_.token(i).has(kGlued); }
  bool same_sentence(std::size_t a, std::size_t b) const {
    return b < document_.tokens().size() && document_.token(a).sentence == document_.token(b).sentence;
  }

  /// Reads the number that starts at token i; gives the token after it.
  std::size_t read(std::size_t i) {
    const Token& token = document_.token(i);
    const std::string_view word = document_.text(i);
    const std::size_t length = digits_length(word);
    std::string_view tail = word.substr(length);
    if (tail.starts_with('-') && tail.size() > 1 && is_digit(tail[1])) return read_range(i, length);
    if (std::ranges::find(ordinal_tails, tail) != ordinal_tails.end()) {
      add(i, token.begin, length, "", kOrdinal);
      return finish(i, i + 1);
    }
    const std::optional<std::string_view> unit = unit_tail(tail);
    const bool size = (tail.starts_with("x") && tail.size() > 1) || (word.front() == '0' && length > 1 && is_digit(word[1]));
    if (!unit || size || (glued(i) && i > 0 && text(i - 1) == "^")) return i + 1;
    add(i, token.begin, length, *unit, 0);
    return finish(i, unit->empty() ? read_unit(i) : i + 1);
  }

  /// `7-40%` in one token.
  std::size_t read_range(std::size_t i, std::size_t first_length) {
    const std::string_view rest = document_.text(i).substr(first_length + 1);
    const std::size_t length = digits_length(rest);
    const std::optional<std::string_view> unit = unit_tail(rest.substr(length));
    if (!unit) return i + 1;
    const auto begin = document_.token(i).begin;
    add(i, begin, first_length, *unit, kRangeBegin);
    add(i, begin + static_cast<std::uint32_t>(first_length) + 1, length, *unit, kRangeEnd);
    const std::size_t next = unit->empty() ? read_unit(i) : i + 1;
    numbers_[numbers_.size() - 2].unit = numbers_.back().unit;
    return finish(i, next);
  }

  void add(std::size_t i, std::uint32_t begin, std::size_t length, std::string_view unit, std::uint8_t flags) {
    Number number;
    number.span = {static_cast<std::uint16_t>(i), static_cast<std::uint16_t>(i + 1)};
    number.begin = begin;
    number.end = begin + static_cast<std::uint32_t>(length);
    number.unit = unit;
    number.flags = flags;
    const std::string_view digits = document_.text().substr(begin, length);
    if (digits.find('.') != std::string_view::npos) number.flags |= kDecimalPoint;
    if (digits.find(',') != std::string_view::npos) number.flags |= kThousands;
    number.value = value_of(digits);
    numbers_.push_back(number);
  }

  /// Takes the unit written after token i, if any; gives the token after it.
  std::size_t read_unit(std::size_t i) {
    Number& number = numbers_.back();
    std::size_t at = i + 1;
    if (!same_sentence(i, at)) return at;
    if (text(at) == "%") {
      number.unit = "%";
      ++at;
      if (text(at) == "-" && glued(at)) ++at;
      if (at < document_.tokens().size() && document_.token(at).is_word("points")) {
        number.unit = "points";
        ++at;
      }
      return at;
    }
    if (text(at) == "×" && !(at + 1 < document_.tokens().size() && document_.token(at + 1).has(kNumber))) {
      number.unit = "x";
      return at + 1;
    }
    if (text(at) == "°") {
      number.unit = "°";
      return at + 1;
    }
    if (text(at) == "/" && glued(at) && at + 1 < document_.tokens().size() && document_.token(at + 1).has(kNumber) && glued(at + 1))
      return at + 2;  // 23/30
    if (text(at) == "-" && glued(at) && glued(at + 1)) ++at;
    const Token& word = document_.token(at);
    if (const std::size_t after = at + 1; after < document_.tokens().size() && !word.has(kPunctuation) && !word.has(kHasLower) &&
                                          same_sentence(i, after) &&
                                          (document_.token(after).is_word("points") || document_.token(after).is_word("point")))
      number.unit = "points";  // 1.32 F1 points
    const auto found = std::ranges::find(unit_words, word.word, &UnitWord::hash);
    if (found == unit_words.end() || word.has(kPunctuation) || scene_.owner[at] >= 0) return i + 1;
    const bool single = word.end - word.begin == 1;
    if (single && at + 1 < document_.tokens().size() && text(at + 1) == "/") return i + 1;
    number.unit = found->unit;
    ++at;
    if (word.is_word("percentage")) {
      if (at < document_.tokens().size() && (document_.token(at).is_word("points") || document_.token(at).is_word("point"))) return at + 1;
      number.unit = "";
      return i + 1;
    }
    return at;
  }

  /// Sign, spread and year of the numbers that were read at token i; `next` is the token after them.
  std::size_t finish(std::size_t i, std::size_t next) {
    Number& number = numbers_.back();
    auto begin = numbers_.end() - 1;
    if (begin != numbers_.begin() && begin[-1].span.begin == i) --begin;  // of a range
    std::size_t first = i;
    if (has_sign(i) && (begin == numbers_.begin() || begin[-1].span.end < i)) {  // in "5 ± -3" it stands within the number before
      begin->flags = static_cast<std::uint8_t>(begin->flags | (text(i - 1) == "+" ? kPlus : text(i - 1) == "±" ? 0 : kMinus));
      --first;
    }
    if (next + 1 < document_.tokens().size() && text(next) == "±" && same_sentence(i, next + 1)) {
      next += 2;
      if (text(next) == "%") {
        ++next;
        if (number.unit.empty()) number.unit = "%";
      }
    }
    if (number.unit.empty() && number.end - number.begin == 4 && number.value >= 1900 && number.value < 2100) number.flags |= kYear;
    for (auto it = begin; it != numbers_.end(); ++it) {
      it->span = {static_cast<std::uint16_t>(first), static_cast<std::uint16_t>(next)};
      it->raw_begin = it->has(kRangeEnd) ? it->begin : document_.token(first).begin;
      it->raw_end = it->has(kRangeBegin) ? it->end : document_.token(next - 1).end;
    }
    return next;
  }

  /// Whether the mark before token i is the number's sign.
  bool has_sign(std::size_t i) const {
    if (i == 0 || !glued(i) || scene_.owner[i - 1] >= 0) return false;
    if (text(i - 1) != "+" && text(i - 1) != "-" && text(i - 1) != "−" && text(i - 1) != "±") return false;
    return !glued(i - 1) || (i > 1 && (text(i - 2) == "(" || text(i - 2) == "*"));
  }

  /// `from 5 to 10%`: the first has the unit of the second.
  void share_units() {
    for (std::size_t k = numbers_.size(); k-- > 1;) {
      Number& a = numbers_[k - 1];
      const Number& b = numbers_[k];
      if (!a.unit.empty() || (b.unit != "%" && b.unit != "x") || a.span.end + 1 != b.span.begin) continue;
      const std::string_view between = text(a.span.end);
      const bool signs = ((a.flags | b.flags) & (kPlus | kMinus)) != 0;
      if (between == "and" && signs) continue;
      if (between == "to" || between == "and" || between == "-" || between == "–" || between == "—") {
        a.unit = b.unit;
        if (between != "and") a.flags |= kRangeBegin;
      }
    }
  }

  const Scene& scene_;
  const Document& document_;
  std::vector<Number>& numbers_;
};

}  // namespace

void find_numbers(const Scene& scene, std::vector<Number>& numbers) {
  numbers.clear();
  NumberReader(scene, numbers).run();
}

std::string canonical_decimal(std::string_view digits, bool negative) {
  std::string plain;
  for (const char c : digits)
    if (c != ',') plain += c;
  if (const std::size_t point = plain.find('.'); point != std::string::npos) {
    plain.erase(plain.find_last_not_of('0') + 1);
    if (plain.back() == '.') plain.pop_back();
  }
  plain.erase(0, std::min(plain.find_first_not_of('0'), plain.size() - 1));
  if (plain.front() == '.') plain.insert(plain.begin(), '0');
  return negative && plain != "0" ? "-" + plain : plain;
}

}  // namespace digestkg
