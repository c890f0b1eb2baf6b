#pragma once
// The one way in which names are made comparable: no case, no difference between blank, hyphen and neither.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace digestkg {

/// What one character of a text becomes.
struct FoldStep {
  std::array<char, 4> bytes{};
  std::uint8_t size = 0;   ///< 0 for a separator
  std::uint8_t taken = 1;  ///< bytes of the text
  bool separator = false;  ///< blank, hyphen or one of their Unicode kin
  std::string_view text() const { return {bytes.data(), size}; }
};

/// As fold_step, for a character beyond ASCII.
FoldStep fold_wide(std::string_view text, std::size_t at);

/// `at` must be inside `text`. Folds the case of ASCII, Latin-1 and Greek letters, typographic apostrophes, subscript and
/// superscript digits.
inline FoldStep fold_step(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c >= 'A' && c <= 'Z') return {{static_cast<char>(c + ('a' - 'A'))}, 1, 1, false};
  if (c == ' ' || c == '-') return {{}, 0, 1, true};
  if (static_cast<unsigned char>(c) < 0x80) return {{c}, 1, 1, false};
  return fold_wide(text, at);
}

/// Separators go (`MATH-500` and `MATH500` are one), except between digits, where they become a blank.
std::string fold_form(std::string_view name);

/// Whether a name may end before byte `at` of `text`: not inside a word, a decimal, `pass@1` or `HumanEval+`.
bool is_name_end(std::string_view text, std::size_t at);

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace digestkg
