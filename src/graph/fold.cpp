// Names as written -> keys that are equal when the names are the same but for case, hyphens, spacing and plural.

#include "graph/fold.hpp"

#include <digestkg/graph.hpp>

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <utility>

namespace digestkg {
namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_letter(char c) { return is_lower(c) || (c >= 'A' && c <= 'Z'); }
constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }
bool is_ascii(std::string_view text) {
  unsigned char bits = 0;
  for (const char c : text) bits |= static_cast<unsigned char>(c);  // without a way out, so that it goes many bytes at once
  return bits < 0x80;
}

/// NFKC with case folded and invisible characters dropped. Text that is no UTF-8 is folded in ASCII only.
std::string fold_case(std::string_view text) {
  if (!is_ascii(text)) {
    constexpr auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                                                            UTF8PROC_IGNORE);
    utf8proc_uint8_t* folded = nullptr;
    const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                     static_cast<utf8proc_ssize_t>(text.size()), &folded, options);
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(folded, &std::free);
    if (length >= 0) return {reinterpret_cast<const char*>(folded), static_cast<std::size_t>(length)};
  }
  std::string folded(text);
  std::ranges::transform(folded, folded.begin(), lower);
  return folded;
}

constexpr bool parts_words(char c) { return c == ' ' || c == '-' || c == '_'; }

/// Bytes of the separator that `text` begins with: blank, underscore, hyphen or dash; 0 when it begins with none.
std::size_t separator_length(std::string_view text) {
  if (static_cast<unsigned char>(text[0]) < 0x80) return parts_words(text[0]) ? 1 : 0;
  if (text.starts_with("\u2212")) return 3;  // minus
  // U+2010 hyphen to U+2015 horizontal bar.
  const bool dash = text.size() >= 3 && text[0] == '\xE2' && text[1] == '\x80' && text[2] >= '\x90' && text[2] <= '\x95';
  return dash ? 3 : 0;
}

/// Whether the last letter of `name` is a plural's s. `Atlas`, `GPS` and `Lens` keep theirs, `ViTs` and `Transformers` do not. After a
/// capital (`ViTs`) four letters are enough, in a plain word it takes five: there are too many short words like `Lens`.
bool is_plural(std::string_view name) {
  if (name.size() < 4 || name.back() != 's') return false;
  const char before = name[name.size() - 2];
  if (!is_letter(before) || lower(before) == 's') return false;
  if (!is_lower(before)) return true;
  return name.size() >= 5 && before != 'u' && before != 'i' && before != 'a' && before != 'o';
}

/// Words without separators, with `between_digits` where a separator parts two digits and `between_words` at the others. Folds ASCII.
std::string join_words(std::string_view text, std::string_view between_digits, std::string_view between_words) {
  std::string key(text.size(), '\0');  // what comes between words is no longer than what stood there
  auto end = key.begin();
  bool parted = false;
  for (std::size_t i = 0; i < text.size();) {
    if (const std::size_t length = separator_length(text.substr(i)); length > 0) {
      parted = true;
      i += length;
      continue;
    }
    if (std::exchange(parted, false) && end != key.begin())
      end = std::ranges::copy(is_digit(end[-1]) && is_digit(text[i]) ? between_digits : between_words, end).out;
    *end++ = lower(text[i++]);
  }
  key.erase(end, key.end());
  return key;
}

std::string_view without_plural(std::string_view name) { return name.substr(0, name.size() - (is_plural(name) ? 1 : 0)); }

/// join_words of the folded text; `whole` when nothing is left.
std::string key_of(std::string_view text, std::string_view between_words, std::string_view whole) {
  const std::string key = is_ascii(text) ? join_words(text, "-", between_words) : join_words(fold_case(text), "-", between_words);
  return key.empty() ? fold_case(whole) : key;
}

}  // namespace

std::string fold_name(std::string_view name) { return key_of(without_plural(name), "", name); }

std::string fold_phrase(std::string_view phrase) {
  std::string words;
  words.reserve(phrase.size());
  for (std::size_t begin = 0; begin < phrase.size();) {
    const std::size_t end = static_cast<std::size_t>(std::find_if(phrase.begin() + begin, phrase.end(), parts_words) - phrase.begin());
    words += without_plural(phrase.substr(begin, end - begin));
    if (end < phrase.size()) words += ' ';
    begin = end + 1;
  }
  return key_of(words, "-", phrase);
}

std::string letters_of(std::string_view name) {
  std::string letters = fold_case(name);
  std::erase_if(letters, [](char c) { return !is_letter(c) && static_cast<unsigned char>(c) < 0x80; });
  return letters;
}

bool is_handle(std::string_view author) { return author.find(' ') == std::string_view::npos && is_ascii(author); }

}  // namespace digestkg
