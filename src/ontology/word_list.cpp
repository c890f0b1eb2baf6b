// lexicon/words.txt -> how a word is used.

#include "ontology/word_list.hpp"

#include "ontology/fold.hpp"

#include <algorithm>
#include <string>

namespace digestkg {
namespace {

/// From here on a capital is worth looking at.
constexpr std::uint8_t often_lower = 3;
constexpr std::size_t short_acronym = 3;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

bool is_sound(std::string_view line) {
  const std::size_t tab = line.find('\t');
  return tab != 0 && tab != std::string_view::npos && line.size() == tab + 4 && is_digit(line[tab + 1]) && line[tab + 2] == '\t' && is_digit(line[tab + 3]);
}

}  // namespace

std::optional<WordUse> WordList::find(std::string_view word) const {
  RunningHash key;
  for (const char c : word) key.push(c);
  const std::optional<std::string_view> value = lines_.find(key);
  if (!value) return std::nullopt;
  return WordUse{static_cast<std::uint8_t>((*value)[0] - '0'), static_cast<std::uint8_t>((*value)[2] - '0')};
}

bool WordList::is_ordinary_word_with_capital(std::string_view form) const {
  if (!std::ranges::all_of(form, is_letter) || std::ranges::none_of(form, is_capital)) return false;
  if (form.size() <= short_acronym) return true;
  const auto use = find(fold_form(form));
  return use && use->lower_tenths >= often_lower;
}

void check_words(std::string_view file, std::string_view bytes, std::vector<Diagnostic>& found) {
  std::string_view before;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    const std::string_view line = bytes.substr(at, end - at);
    const std::string_view word = line.substr(0, line.find('\t'));
    if (end == bytes.size()) found.push_back(diagnose(file, bytes, at, Severity::Rejected, "the last line has no line break"));
    else if (!is_sound(line)) found.push_back(diagnose(file, bytes, at, Severity::Rejected, "not word, commonness, tenths"));
    else if (word <= before) found.push_back(diagnose(file, bytes, at, Severity::Rejected, "'" + std::string(word) + "' is not in order"));
    before = word;
    at = end + 1;
  }
}

}  // namespace digestkg
