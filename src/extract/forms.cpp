// Words and forms -> what they look like in a name, and the key that forms of one name share.

#include "extract/forms.hpp"

#include <array>

namespace digestkg {
namespace {

/// What follows a family's name and is no number; with a capital it looks like a part of the name anyway.
constexpr WordSet version_words({"mini", "preview", "large", "base", "small", "medium", "xlarge", "devtest", "test-clean", "test-other", "dev",
                                 "schnell", "nano", "turbo"});
constexpr WordSet links({"of", "for", "and", "the", "in", "to", "as"});

NameShape lower_shape(std::uint32_t word) {
  return links.has(word) ? NameShape::Link : version_words.has(word) ? NameShape::Version : NameShape::None;
}

/// 3.5, 8B, v2, 512x512, 2024: what follows a family's name. T5, R1 and o1 are names themselves.
bool is_version_number(std::string_view word) {
  const bool starts = (word[0] >= '0' && word[0] <= '9') || ((word[0] == 'v' || word[0] == 'V') && word.size() > 1 && word[1] >= '0' && word[1] <= '9');
  if (!starts) return false;
  std::size_t digits = 0, others = 0;
  for (const char c : word) (c >= '0' && c <= '9') || c == '.' ? ++digits : ++others;
  return digits > 0 && others <= 2 && word.find(',') == std::string_view::npos;
}

/// What a byte of a form counts as in its key: letters in lower case, digits, plus, all beyond ASCII; 0 for what does not count.
constexpr auto counted_byte = [] {
  std::array<unsigned char, 256> counted{};
  for (unsigned c = 0; c < 256; ++c) {
    const char lower = ascii_lower(static_cast<char>(c));
    const bool counts = (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9') || lower == '+' || c >= 0x80;
    counted[c] = counts ? static_cast<unsigned char>(lower) : 0;
  }
  return counted;
}();

}  // namespace

NameShape name_shape(const Token& token, std::string_view word) {
  if (!token.has(kPunctuation | kSuffix | kNumber | kInnerUpper | kAllUpper | kInitialUpper | kHasDigit)) return lower_shape(token.word);  // most words
  if (token.has(kPunctuation | kSuffix)) return NameShape::None;
  if (token.has(kNumber)) return NameShape::Version;
  if (token.has(kInnerUpper) || token.has(kAllUpper) || (token.has(kInitialUpper) && token.has(kHasDigit))) {
    return is_version_number(word) ? NameShape::Version : NameShape::Strong;
  }
  if (token.has(kInitialUpper)) return word.size() > 1 || word == "C" ? NameShape::Capital : NameShape::None;
  if (is_version_number(word)) return NameShape::Version;
  return word[0] >= 'a' && word[0] <= 'z' ? NameShape::Digit : NameShape::None;
}

std::string_view singular(std::string_view form) {
  if (form.size() < 4 || form.back() != 's') return form;
  constexpr std::string_view not_plural = "suiao";
  return not_plural.find(form[form.size() - 2]) == std::string_view::npos ? form.substr(0, form.size() - 1) : form;
}

std::uint32_t form_key(std::string_view form) {
  std::uint32_t h = 2166136261u;
  std::size_t letters = 0;
  if (form.size() > 2 && form.back() == 's' && form[form.size() - 2] >= 'A' && form[form.size() - 2] <= 'Z') form.remove_suffix(1);
  for (const char c : form) {
    const unsigned char counted = counted_byte[static_cast<unsigned char>(c)];
    if (counted == 0) continue;
    h = (h ^ counted) * 16777619u;
    ++letters;
  }
  return letters == 0 ? 0 : mix(h);
}

}  // namespace digestkg
