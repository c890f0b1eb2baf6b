// Embedded and users' lexicon files -> lookup of names, metrics and what is no name.

#include "ontology/lexicon.hpp"

#include "ontology/compiled_lexicon.hpp"
#include "ontology/fold.hpp"
#include "ontology/index_value.hpp"
#include "ontology/lexicon_file.hpp"

#include <digestkg/diagnostic.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <utility>

namespace digestkg {
namespace {

/// Number of the first record that a user adds: above all that are compiled in.
constexpr std::size_t first_added = 1'000'000;

bool is_separator(std::string_view text, std::size_t at) { return fold_step(text, at).separator; }

/// Letter for letter, but that any separator stands for any other.
bool written_as(std::string_view text, std::string_view form) {
  std::size_t t = 0, f = 0;
  while (t < text.size() && f < form.size()) {
    const bool separates = is_separator(text, t);
    if (separates != is_separator(form, f) || (!separates && text[t] != form[f])) return false;
    t += separates ? fold_step(text, t).taken : 1u;
    f += separates ? fold_step(form, f).taken : 1u;
  }
  return t == text.size() && f == form.size();
}

bool has_capital_or_digit(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return is_digit(c) || (c >= 'A' && c <= 'Z'); });
}

bool is_ascii_separator(char c) { return c == ' ' || c == '-'; }

/// An ASCII letter or digit in lower case; 0 for all else.
char folded(char c) {
  static constexpr auto table = [] {
    std::array<char, 256> letters{};
    for (unsigned i = 0; i < 128; ++i)
      if (const char lower = ascii_lower(static_cast<char>(i)); is_digit(lower) || (lower >= 'a' && lower <= 'z')) letters[i] = lower;
    return letters;
  }();
  return table[static_cast<unsigned char>(c)];
}
bool is_plain(char c) { return folded(c) != 0; }

/// False when surely no key begins with what stands before text[at], whose hash is `before` and last byte `last`, and goes on as the text.
bool may_go_on(const FormIndex& forms, std::uint32_t before, char last, std::string_view text, std::size_t at) {
  const bool gap = at < text.size() && is_ascii_separator(text[at]);
  if (gap) ++at;
  if (at >= text.size() || is_ascii_separator(text[at])) return false;
  const char next = text[at];
  if (static_cast<unsigned char>(next) >= 0x80) return true;  // too seldom to fold it here
  if (gap && is_digit(last) && is_digit(next)) return forms.may_go_on(before, ' ');
  if (!forms.may_go_on(before, ascii_lower(next))) return false;
  const char first = folded(next), second = at + 1 < text.size() ? folded(text[at + 1]) : '\0';
  return first == 0 || second == 0 || forms.may_go_on(before, first, second);
}

bool begins_with_top(std::string_view text) { return text.starts_with("top") || text.starts_with("Top"); }

/// Follows the keys of a table through a text.
class Walk {
 public:
  /// With `numbers`, what stands after an @ or ^ or after `top` is read as `k`.
  Walk(const FormIndex& forms, std::string_view text, std::size_t begin, bool numbers)
      : forms_(forms), text_(text), begin_(begin), at_(begin), numbers_(numbers) {}

  std::optional<NameMatch> longest() {
    while (at_ < text_.size() && step()) {}
    if (best_.line.empty()) return std::nullopt;
    return NameMatch{IndexValue::entry(best_.line), best_.end, best_.how, best_.plural};
  }
  /// There was a place for a number: a Walk with `numbers` may go further.
  bool met_number() const { return met_number_; }

 private:
  /// False when no name goes on here.
  bool step() {
    if (is_plain(text_[at_])) return step_over_word();
    if (is_ascii_separator(text_[at_])) {
      ++at_;
      return !std::exchange(gap_, true) && at_ > begin_ + 1;
    }
    const FoldStep folded = fold_step(text_, at_);
    at_ += folded.taken;
    if (folded.separator) return !std::exchange(gap_, true) && at_ > begin_ + folded.taken;
    begin_part(folded.bytes[0]);
    for (const char c : folded.text()) push(c);
    return meet_end();
  }

  void begin_part(char first) {
    if (gap_ && is_digit(last_) && is_digit(first)) push(' ');
    gap_ = false;
  }

  /// A run of letters and digits: inside it no name ends, but before a last s.
  bool step_over_word() {
    const char first = folded(text_[at_++]);
    begin_part(first);
    if (takes_number() && (is_digit(first) || first == 'k' || first == 'n')) {
      met_number_ = true;
      if (numbers_) return step_over_number();
    }
    const std::size_t limit = at_ == begin_ + 1 && is_top() ? begin_ + 3 : text_.size();
    push(first);
    for (; at_ < limit && is_plain(text_[at_]); ++at_) {
      if (text_[at_] == 's' && is_name_end(text_, at_ + 1)) accept(at_ + 1, true);
      push(folded(text_[at_]));
    }
    return meet_end();
  }

  bool step_over_number() {
    while (at_ < text_.size() && is_digit(text_[at_]) && is_digit(text_[at_ - 1])) ++at_;
    push('k');
    return meet_end();
  }

  /// A name may end here, or before an s that stands here; false when none goes on.
  bool meet_end() {
    const std::uint32_t text = key_.word();
    if (forms_.may_be(text)) {
      if (is_name_end(text_, at_)) accept(at_, false);
      else if (text_[at_] == 's' && is_name_end(text_, at_ + 1)) accept(at_ + 1, true);
    }
    return takes_number() || may_go_on(forms_, text, last_, text_, at_);
  }

  void push(char c) {
    key_.push(c);
    ++depth_;
    last_ = c;
  }

  bool takes_number() const { return last_ == '@' || last_ == '^' || (depth_ == 3 && is_top()); }
  bool is_top() const { return begins_with_top(text_.substr(begin_)); }
  void accept(std::size_t end, bool plural) {
    const std::optional<std::string_view> line = forms_.find(key_);
    if (!line) return;
    const std::string_view written = text_.substr(begin_, end - begin_ - (plural ? 1u : 0u));
    const std::string_view exact = IndexValue::exact_form(*line);
    if (!exact.empty() && !written_as(written, exact)) return;
    best_ = {*line, end, !exact.empty() ? Written::Exact : has_capital_or_digit(written) ? Written::Capital : Written::Lower, plural};
  }

  struct Best {
    std::string_view line;  ///< its value; empty for none
    std::size_t end = 0;
    Written how = Written::Capital;
    bool plural = false;
  };

  const FormIndex& forms_;
  std::string_view text_;
  std::size_t begin_, at_;
  RunningHash key_;
  std::size_t depth_ = 0;  ///< bytes of the key
  bool numbers_;
  bool gap_ = false;
  bool met_number_ = false;
  char last_ = 0;
  Best best_;
};

std::optional<NameMatch> longest(const FormIndex& forms, std::string_view text, std::size_t begin) {
  return Walk(forms, text, begin, false).longest();
}

std::optional<LexiconEntry> whole(const std::optional<NameMatch>& match, std::string_view text) {
  return match && match->end == text.size() ? std::optional(match->entry) : std::nullopt;
}

std::vector<LexiconRecord> read_files(std::span<const std::string> files) {
  std::vector<LexiconRecord> records;
  for (const std::string& path : files) {
    std::ifstream stream(path, std::ios::binary);
    if (!stream) throw Error("cannot read the lexicon '" + path + "'");
    const std::string bytes(std::istreambuf_iterator<char>(stream), {});
    LexiconFile file = read_lexicon(path, bytes);
    if (!file.diagnostics.empty()) throw Error(format(file.diagnostics.front()));
    records.insert(records.begin(), std::move_iterator(file.records.begin()), std::move_iterator(file.records.end()));
  }
  return records;
}

/// Both sorted; of two lines with one key the added one stays.
std::string join(std::string_view built_in, std::string_view added) {
  std::string all;
  all.reserve(built_in.size() + added.size());
  const auto take = [](std::string_view& lines) {
    const std::string_view line = lines.substr(0, lines.find('\n') + 1);
    lines.remove_prefix(line.size());
    return line;
  };
  const auto key = [](std::string_view lines) { return lines.substr(0, lines.find('\t')); };
  while (!built_in.empty() || !added.empty()) {
    const int order = built_in.empty() ? 1 : added.empty() ? -1 : key(built_in).compare(key(added));
    if (order == 0) take(built_in);
    all += order < 0 ? take(built_in) : take(added);
  }
  return all;
}

}  // namespace

Lexicon::Table Lexicon::table(std::string_view built_in, std::string_view added) {
  if (added.empty()) return {nullptr, FormIndex(built_in)};
  auto joined = std::make_unique<const std::string>(join(built_in, added));
  const std::string_view lines = *joined;
  return {std::move(joined), FormIndex(lines)};
}

Lexicon::Lexicon(std::span<const std::string> files)
    : Lexicon(compiled_lexicon(), index_records(read_files(files), first_added)) {}

const Lexicon& Lexicon::built_in() {
  static const Lexicon lexicon;
  return lexicon;
}

Lexicon Lexicon::of(std::span<const LexiconRecord> records) { return Lexicon({}, index_records(records)); }

Lexicon::Lexicon(const CompiledLexicon& built_in, const LexiconIndex& added)
    : names_(table(built_in.names, added.names)),
      metrics_(table(built_in.metrics, added.metrics)),
      not_names_(table(built_in.not_names, added.not_names)) {}

bool Lexicon::may_begin(const FormIndex& forms, const PlainWord& word) {
  return forms.may_be(word.hash) || may_go_on(forms, word.hash, word.text[word.end - 1], word.text, word.end);
}

bool Lexicon::may_begin_metric(const PlainWord& word) const {
  return may_begin(metrics_.forms, word) || begins_with_top(word.text);  // top5 is found as top-k
}

std::optional<NameMatch> Lexicon::name_at(std::string_view text, std::size_t begin) const { return longest(names_.forms, text, begin); }

std::optional<NameMatch> Lexicon::not_a_name_at(std::string_view text, std::size_t begin) const {
  return longest(not_names_.forms, text, begin);
}

std::optional<NameMatch> Lexicon::metric_at(std::string_view text, std::size_t begin) const {
  Walk walk(metrics_.forms, text, begin, false);
  const auto plain = walk.longest();
  if (!walk.met_number()) return plain;
  const auto general = Walk(metrics_.forms, text, begin, true).longest();
  return general && (!plain || general->end > plain->end) ? general : plain;
}

std::optional<LexiconEntry> Lexicon::name(std::string_view text) const { return whole(name_at(text, 0), text); }

std::optional<LexiconEntry> Lexicon::not_a_name(std::string_view text) const { return whole(not_a_name_at(text, 0), text); }

std::optional<LexiconEntry> Lexicon::metric(std::string_view phrase) const {
  if (auto entry = whole(metric_at(phrase, 0), phrase)) return entry;
  for (std::size_t at = 0; at < phrase.size(); ++at) {
    if (!is_separator(phrase, at)) continue;
    const std::string_view rest = phrase.substr(at + fold_step(phrase, at).taken);
    if (const auto entry = whole(metric_at(rest, 0), rest); entry && entry->head) return entry;
  }
  return std::nullopt;
}

}  // namespace digestkg
