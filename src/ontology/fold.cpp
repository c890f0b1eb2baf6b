// A name as written -> the form it is looked up by.

#include "ontology/fold.hpp"

#include "base/utf8.hpp"

namespace digestkg {
namespace {

FoldStep single(char c, std::size_t taken) { return {{c}, 1, static_cast<std::uint8_t>(taken), false}; }
FoldStep separator(std::size_t taken) { return {{}, 0, static_cast<std::uint8_t>(taken), true}; }
/// A letter of two bytes in UTF-8.
FoldStep letter(char32_t code, std::size_t taken) {
  return {{static_cast<char>(0xC0 | (code >> 6)), static_cast<char>(0x80 | (code & 0x3F))}, 2, static_cast<std::uint8_t>(taken), false};
}

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Dashes, quotes, dots, arrows, signs of mathematics: what stands beside words and not in them.
bool is_mark(char32_t code) {
  return (code >= 0x2000 && code <= 0x206F) || (code >= 0x2190 && code <= 0x23FF) || (code >= 0x3000 && code <= 0x303F) || code < 0xB2 ||
         code == 0xD7 || code == 0xBB || code == 0xF7;
}

}  // namespace

FoldStep fold_wide(std::string_view text, std::size_t at) {
  const Character character = character_at(text, at);
  const char32_t code = character.code;
  const std::size_t bytes = character.bytes;
  if (code == 0xA0 || code == 0x202F || (code >= 0x2010 && code <= 0x2013) || code == 0x2212) return separator(bytes);
  if (code == 0x2018 || code == 0x2019) return single('\'', bytes);
  if (code >= 0x2080 && code <= 0x2089) return single(static_cast<char>('0' + (code - 0x2080)), bytes);
  if (code == 0xB9) return single('1', bytes);
  if (code == 0xB2 || code == 0xB3) return single(static_cast<char>('2' + (code - 0xB2)), bytes);
  if (code >= 0xC0 && code <= 0xDE && code != 0xD7) return letter(code + 0x20, bytes);
  if (code >= 0x391 && code <= 0x3A9) return letter(code + 0x20, bytes);
  FoldStep step{{}, static_cast<std::uint8_t>(bytes), static_cast<std::uint8_t>(bytes), false};
  text.copy(step.bytes.data(), bytes, at);
  return step;
}

std::string fold_form(std::string_view name) {
  std::string folded;
  folded.reserve(name.size());
  bool gap = false;
  for (std::size_t at = 0; at < name.size();) {
    const FoldStep step = fold_step(name, at);
    at += step.taken;
    if (!step.separator) {
      if (gap && !folded.empty() && is_digit(folded.back()) && is_digit(step.bytes[0])) folded += ' ';
      folded += step.text();
    }
    gap = step.separator;
  }
  return folded;
}

bool is_name_end(std::string_view text, std::size_t at) {
  if (at >= text.size()) return true;
  const char next = text[at];
  const char after = at + 1 < text.size() ? text[at + 1] : ' ';
  if (is_ascii_letter(next) || is_digit(next) || next == '_' || next == '@' || next == '#') return false;
  if ((next == '.' || next == ',') && at > 0 && is_digit(text[at - 1])) return !is_digit(after);
  if (next == '+') return is_ascii_letter(after) || is_digit(after);
  if (static_cast<unsigned char>(next) < 0x80) return true;
  return is_mark(character_at(text, at).code);
}

}  // namespace digestkg
