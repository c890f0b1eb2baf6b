#pragma once
// Words around a span as values of features: ordinary words as themselves, everything else by its shape, so that no weight can learn
// a name by heart.

#include "extract/document.hpp"
#include "extract/features.hpp"

#include <array>

namespace digestkg {

/// A short text kept inside, with its hash, for values of features that have to be put together. Good as long as its parts are used.
class Shape {
 public:
  /// `c` is no capital.
  void push(char c) {
    if (size_ == text_.size()) return;
    text_[size_++] = c;
    hash_.push_lower(c);
  }
  Part part() const { return {hash_.value(), std::string_view(text_.data(), size_)}; }
  char last() const { return size_ > 0 ? text_[size_ - 1] : '\0'; }

 private:
  std::array<char, 14> text_{};
  std::size_t size_ = 0;
  WordHash hash_;
};

inline constexpr auto shape_letters = [] {
  std::array<char, 256> letters{};
  for (unsigned c = 0; c < 256; ++c)
    letters[c] = c >= 'A' && c <= 'Z'   ? 'u'
                 : c >= 'a' && c <= 'z' ? 'l'
                 : c >= '0' && c <= '9' ? 'd'
                 : c == ' '             ? '_'
                 : std::string_view("-._+/").find(static_cast<char>(c)) != std::string_view::npos ? static_cast<char>(c) : 'o';
  return letters;
}();

/// u upper, l lower, d digit, o other; runs fold into one letter: `LLaVA-1.5` is `ulu-d.d`.
inline Shape shape_of(std::string_view word) {
  Shape shape;
  for (const char c : word)
    if (const char kind = shape_letters[static_cast<unsigned char>(c)]; kind != shape.last()) shape.push(kind);
  return shape;
}

/// What each ReadsAs but the first is written as.
inline constexpr std::array<Part, 7> stand_ins{Part("^"), Part("<n>"), Part("<A0>"), Part("<a0>"), Part("<AA>"), Part("<Aa>"), Part("<rare>")};

/// The token as a context word.
inline Part context(const Document& document, std::size_t token) {
  const Token& t = document.token(token);
  return t.reads_as == ReadsAs::Itself ? Part(t.word, document.text(token)) : stand_ins[static_cast<std::size_t>(t.reads_as)];
}

/// The same; tokens beyond the sentence of `inside` read `^`.
inline Part context(const Document& document, std::ptrdiff_t token, const Sentence& inside) {
  return token < inside.first || token >= inside.last ? Part("^") : context(document, static_cast<std::size_t>(token));
}

/// The last `count` letters of a word, for words that are not ordinary.
inline std::string_view ending(std::string_view word, std::size_t count) { return word.size() > count ? word.substr(word.size() - count) : word; }

}  // namespace digestkg
