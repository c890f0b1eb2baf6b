// Embedded and users' lexicon files -> lookup of names, metrics and what is no name.

#include "ontology/lexicon.hpp"

#include "ontology/compiled_lexicon.hpp"
#include "ontology/fold.hpp"
#include "ontology/lexicon_file.hpp"

#include <digestkg/diagnostic.hpp>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>

namespace digestkg {
namespace {

/// Number of the first record that a user adds: above all that are compiled in.
constexpr std::size_t first_added = 1'000'000;

template <class Number>
Number number(std::string_view text) {
  Number value{};
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// The value of an index line (lexicon_file.hpp) and the form, if it counts only when written just so.
struct IndexValue {
  LexiconEntry entry;
  std::string_view exact;

  explicit IndexValue(std::string_view line) {
    const auto field = [&line] {
      const std::string_view one = line.substr(0, line.find('\t'));
      line.remove_prefix(std::min(one.size() + 1, line.size()));
      return one;
    };
    entry.number = number<std::uint32_t>(field());
    entry.kind = kind_named(field());
    entry.also = KindSet::from_bits(number<std::uint16_t>(field()));
    if (const std::string_view better = field(); !better.empty()) entry.higher_is_better = better == "higher";
    entry.head = !field().empty();
    entry.role = field();
    entry.unit = field();
    entry.name = field();
    exact = field();
  }
};

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

/// Follows the keys of a table through a text.
class Walk {
 public:
  /// With `numbers`, what stands after an @ or ^ or after `top` is read as `k`.
  Walk(const SortedLines& lines, std::string_view text, std::size_t begin, bool numbers)
      : cursor_(lines), text_(text), begin_(begin), at_(begin), numbers_(numbers) {}

  std::optional<NameMatch> longest() {
    std::optional<NameMatch> best;
    while (at_ < text_.size() && step()) {
      if (gap_ || !cursor_.complete()) continue;
      std::size_t end = at_;
      const bool plural = !is_name_end(text_, end) && text_[end] == 's' && is_name_end(text_, end + 1);
      if (plural) ++end;
      else if (!is_name_end(text_, end)) continue;
      if (auto match = accept(end, plural)) best = match;
    }
    return best;
  }
  /// There was a place for a number: a Walk with `numbers` may go further.
  bool met_number() const { return met_number_; }

 private:
  /// False when no name goes on here.
  bool step() {
    const FoldStep folded = fold_step(text_, at_);
    if (folded.separator) {
      if (gap_ || at_ == begin_) return false;
      gap_ = true;
      at_ += folded.taken;
      return true;
    }
    const char first = folded.bytes[0];
    const bool joins_digits = gap_ && is_digit(last_) && is_digit(first);
    gap_ = false;
    if (takes_number() && (is_digit(first) || first == 'k' || first == 'n')) {
      met_number_ = true;
      if (numbers_) return step_over_number();
    }
    if (joins_digits && !cursor_.advance(' ')) return false;
    for (const char c : folded.text())
      if (!cursor_.advance(c)) return false;
    last_ = folded.text().back();
    at_ += folded.taken;
    return true;
  }

  bool takes_number() const { return last_ == '@' || last_ == '^' || (cursor_.depth() == 3 && is_top()); }
  bool is_top() const {
    const std::string_view word = text_.substr(begin_, 3);
    return word == "top" || word == "Top";
  }
  bool step_over_number() {
    do ++at_;
    while (at_ < text_.size() && is_digit(text_[at_]) && is_digit(text_[at_ - 1]));
    last_ = 'k';
    return cursor_.advance('k');
  }

  std::optional<NameMatch> accept(std::size_t end, bool plural) const {
    const std::string_view written = text_.substr(begin_, end - begin_ - (plural ? 1u : 0u));
    const IndexValue value(cursor_.value());
    if (!value.exact.empty() && !written_as(written, value.exact)) return std::nullopt;
    const Written how = !value.exact.empty() ? Written::Exact : has_capital_or_digit(written) ? Written::Capital : Written::Lower;
    return NameMatch{value.entry, end, how, plural};
  }

  SortedLines::Cursor cursor_;
  std::string_view text_;
  std::size_t begin_, at_;
  bool numbers_;
  bool gap_ = false;
  bool met_number_ = false;
  char last_ = 0;
};

Beginning beginning_of(std::string_view text, std::size_t begin) {
  Beginning beginning;
  bool gap = false;
  char last = 0;
  for (std::size_t at = begin; at < text.size() && beginning.size < Beginning::most;) {
    const FoldStep step = fold_step(text, at);
    at += step.taken;
    if (!step.separator) {
      if (gap && is_digit(last) && is_digit(step.bytes[0])) beginning.push(' ');
      for (const char c : step.text())
        if (beginning.size < Beginning::most) beginning.push(last = c);
    }
    gap = step.separator;
  }
  return beginning;
}

std::optional<NameMatch> longest(const SortedLines& lines, std::string_view text, std::size_t begin) {
  if (!lines.may_begin(beginning_of(text, begin))) return std::nullopt;
  return Walk(lines, text, begin, false).longest();
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
  if (added.empty()) return {nullptr, SortedLines(built_in)};
  auto joined = std::make_unique<const std::string>(join(built_in, added));
  const std::string_view lines = *joined;
  return {std::move(joined), SortedLines(lines)};
}

Lexicon::Lexicon(std::span<const std::string> files)
    : Lexicon(compiled_lexicon(), index_records(read_files(files), first_added)) {}

Lexicon Lexicon::of(std::span<const LexiconRecord> records) { return Lexicon({}, index_records(records)); }

Lexicon::Lexicon(const CompiledLexicon& built_in, const LexiconIndex& added)
    : names_(table(built_in.names, added.names)),
      metrics_(table(built_in.metrics, added.metrics)),
      not_names_(table(built_in.not_names, added.not_names)) {}

std::optional<NameMatch> Lexicon::name_at(std::string_view text, std::size_t begin) const { return longest(names_.lines, text, begin); }

std::optional<NameMatch> Lexicon::not_a_name_at(std::string_view text, std::size_t begin) const {
  return longest(not_names_.lines, text, begin);
}

std::optional<NameMatch> Lexicon::metric_at(std::string_view text, std::size_t begin) const {
  Walk walk(metrics_.lines, text, begin, false);
  const auto plain = walk.longest();
  if (!walk.met_number()) return plain;
  const auto general = Walk(metrics_.lines, text, begin, true).longest();
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
