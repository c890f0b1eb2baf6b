// A name as written -> the letters and digits that are compared.

#include "graph/score_fold.hpp"

#include "base/word_hash.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

namespace digestkg {
namespace {

struct Free {
  void operator()(utf8proc_uint8_t* bytes) const { std::free(bytes); }
};

/// The text itself where it is not valid UTF-8.
std::string normalized(std::string_view text, int options) {
  utf8proc_uint8_t* bytes = nullptr;
  const utf8proc_ssize_t size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                             static_cast<utf8proc_ssize_t>(text.size()), &bytes, static_cast<utf8proc_option_t>(options));
  const std::unique_ptr<utf8proc_uint8_t, Free> owner(bytes);
  return size < 0 ? std::string(text) : std::string(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

bool equal_in_lower_case(std::string_view text, std::string_view lower) { return std::ranges::equal(text, lower, {}, ascii_lower); }

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\n\r";
  const std::size_t begin = text.find_first_not_of(blanks);
  return begin == std::string_view::npos ? std::string_view{} : text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

std::string_view without_head(std::string_view name) {
  constexpr std::array<std::string_view, 10> heads = {"dataset",   "benchmark", "model",  "framework", "method",
                                                      "algorithm", "system",    "corpus", "suite",     "environment"};
  const std::size_t blank = name.find_last_of(" \t\n");
  if (blank == std::string_view::npos) return name;
  const std::string_view last = name.substr(blank + 1);
  const auto is_head = [&](std::string_view word) {
    return std::ranges::any_of(heads, [&](std::string_view head) { return equal_in_lower_case(word, head); });
  };
  const bool plural = last.ends_with('s') || last.ends_with('S');
  if (!is_head(last) && !(plural && is_head(last.substr(0, last.size() - 1)))) return name;
  const std::string_view rest = trimmed(name.substr(0, blank));
  return rest.empty() ? name : rest;
}

bool is_letter_or_number(utf8proc_int32_t character) {
  const utf8proc_category_t category = utf8proc_category(character);
  return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
         (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO);
}

std::string compatible(std::string_view text) { return normalized(text, UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE); }
std::string fold_case(std::string_view text) { return normalized(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD); }

}  // namespace

std::vector<std::string> score_words(std::string_view text) {
  const std::string folded = fold_case(compatible(text));
  std::vector<std::string> words;
  bool inside = false;
  for (std::size_t i = 0; i < folded.size();) {
    utf8proc_int32_t character = 0;
    const utf8proc_ssize_t n = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(folded.data()) + i,
                                                static_cast<utf8proc_ssize_t>(folded.size() - i), &character);
    const std::size_t size = n > 0 ? static_cast<std::size_t>(n) : 1;
    const bool counts = n > 0 && is_letter_or_number(character);
    if (counts && !inside) words.emplace_back();
    if (counts) words.back().append(folded, i, size);
    inside = counts;
    i += size;
  }
  return words;
}

std::string score_fold(std::string_view name) {
  const std::string composed = compatible(name);
  const std::string_view whole = trimmed(composed);
  std::string kept;
  for (const std::string& word : score_words(without_head(whole))) kept += word;
  return kept.empty() ? fold_case(whole) : kept;
}

}  // namespace digestkg
