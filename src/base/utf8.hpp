#pragma once
// Bytes of any kind -> clean text: valid UTF-8 in NFC without control characters, white space folded.

#include <cstddef>
#include <string>
#include <string_view>

namespace digestkg {

struct Character {
  char32_t code = 0;  ///< U+FFFD for a byte that is no UTF-8
  std::size_t bytes = 0;
  bool valid = true;
};

/// The character at byte `at` of `text`, which must be inside it. Each byte that is no UTF-8 is a character of its own.
Character character_at(std::string_view text, std::size_t at);

/// A single pass; bytes that are no UTF-8 count as one character each.
std::size_t count_characters(std::string_view text);

/// The first `count` characters of `text`; all of it when it has fewer.
std::string_view first_characters(std::string_view text, std::size_t count);

/// Columns of a terminal that `text` fills: two for wide characters, none for combining ones.
std::size_t display_width(std::string_view text);

/// Character for character, so that columns stay: what is no UTF-8 and control characters become U+FFFD, white space a blank.
std::string printable(std::string_view text);

struct CleanText {
  std::string text;
  std::size_t replaced = 0;        ///< characters that became U+FFFD
  std::size_t first_replaced = 0;  ///< byte offset of the first of them in the raw text
};

/// Bytes that are no UTF-8, control characters and noncharacters become U+FFFD, white space (Unicode's White_Space) folds to one
/// blank and goes at both ends, the rest is brought to NFC. Linear, but for sorting long runs of combining marks.
CleanText clean(std::string_view raw);

/// Only the first of that: what no text can hold becomes U+FFFD, character for character, so that a parser can read the rest.
CleanText repair(std::string_view raw);

}  // namespace digestkg
