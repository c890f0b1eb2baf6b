// Bytes of any kind -> clean text.

#include "base/utf8.hpp"

#include <algorithm>
#include <utf8proc.h>
#include <vector>

namespace digestkg {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

bool is_space(char32_t code) {
  if (code <= 0x20) return code == 0x20 || (code >= 0x09 && code <= 0x0D);
  if (code < 0x1680) return code == 0x85 || code == 0xA0;
  return code == 0x1680 || (code >= 0x2000 && code <= 0x200A) || code == 0x2028 || code == 0x2029 || code == 0x202F || code == 0x205F ||
         code == 0x3000;
}

/// What XML and terminals must not see: bytes that are no UTF-8, control characters and noncharacters.
bool is_forbidden(const Character& character) {
  const char32_t code = character.code;
  if (!character.valid) return true;
  return code < 0x20 || (code >= 0x7F && code <= 0x9F) || (code & 0xFFFE) == 0xFFFE || (code >= 0xFDD0 && code <= 0xFDEF);
}

/// Characters that NFC never changes and that never join with a neighbour; not all of them, but those of nearly all text.
bool is_surely_nfc(char32_t code) {
  const bool letter = (code >= 0x391 && code <= 0x3A9) || (code >= 0x3B1 && code <= 0x3C9) || (code >= 0x410 && code <= 0x44F);  // Greek, Russian
  return code < 0x300 || letter || (code >= 0x2010 && code <= 0x2125) || (code >= 0x2190 && code <= 0x2328) || (code >= 0x4E00 && code <= 0x9FFF) ||
         code == 0xFFFD;
}

/// Canonical decomposition, with runs of combining marks sorted here: utf8proc sorts them in quadratic time.
std::vector<utf8proc_int32_t> decompose(std::string_view text) {
  std::vector<utf8proc_int32_t> codes;
  codes.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    at += character.bytes;
    utf8proc_int32_t parts[8];
    int boundary = 0;
    const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(character.code), parts, 8, UTF8PROC_COMPOSE, &boundary);
    codes.insert(codes.end(), parts, parts + std::clamp<utf8proc_ssize_t>(count, 0, 8));
  }
  const auto combining_class = [](utf8proc_int32_t code) { return utf8proc_get_property(code)->combining_class; };
  for (auto run = codes.begin(); run != codes.end();) {
    run = std::find_if(run, codes.end(), combining_class);
    const auto end = std::find_if_not(run, codes.end(), combining_class);
    std::stable_sort(run, end, [&](auto left, auto right) { return combining_class(left) < combining_class(right); });
    run = end;
  }
  return codes;
}

std::string to_nfc(std::string_view text) {
  std::vector<utf8proc_int32_t> codes = decompose(text);
  const auto count = utf8proc_normalize_utf32(codes.data(), static_cast<utf8proc_ssize_t>(codes.size()),
                                              static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  std::string composed;
  composed.reserve(text.size());
  for (utf8proc_ssize_t i = 0; i < count; ++i) {
    utf8proc_uint8_t bytes[4];
    const auto length = utf8proc_encode_char(codes[static_cast<std::size_t>(i)], bytes);
    composed.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
  }
  return composed;
}

constexpr std::size_t block = 32;

/// Printable ASCII. Bytes from 0x80 on are negative.
bool is_plain(char c) { return static_cast<signed char>(c) >= 0x20 && c != 0x7F; }

/// Whether `block` bytes are plain and no two blanks meet in them, also with the byte behind them. A loop without exits on bytes alone, of
/// which the compiler makes vector instructions.
bool is_plain_block(const char* bytes) {
  unsigned char odd = 0;
  for (std::size_t i = 0; i < block; ++i)
    odd = static_cast<unsigned char>(odd | !is_plain(bytes[i]) | ((bytes[i] == ' ') & (bytes[i + 1] == ' ')));
  return odd == 0;
}

/// End of the run of plain bytes from `at` on in which no two blanks meet.
std::size_t plain_run(std::string_view raw, std::size_t at) {
  const char* const bytes = raw.data();
  while (at + block < raw.size() && is_plain_block(bytes + at)) at += block;
  const bool near_end = at + block >= raw.size() && raw.size() > block;
  if (near_end && is_plain(raw.back()) && is_plain_block(bytes + raw.size() - block - 1)) return raw.size();
  for (bool after_blank = false; at < raw.size() && is_plain(raw[at]) && !(after_blank && raw[at] == ' '); ++at) after_blank = raw[at] == ' ';
  return at;
}

}  // namespace

Character character_at(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return {first, 1, true};
  utf8proc_int32_t code = 0;
  const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                                       static_cast<utf8proc_ssize_t>(std::min<std::size_t>(text.size() - at, 4)), &code);
  if (length <= 0) return {0xFFFD, 1, false};
  return {static_cast<char32_t>(code), static_cast<std::size_t>(length), true};
}

std::size_t count_characters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) at += character_at(text, at).bytes;
  return count;
}

std::string_view first_characters(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  for (; count > 0 && at < text.size(); --count) at += character_at(text, at).bytes;
  return text.substr(0, at);
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    width += static_cast<std::size_t>(std::max(0, utf8proc_charwidth(static_cast<utf8proc_int32_t>(character.code))));
    at += character.bytes;
  }
  return width;
}

std::string printable(std::string_view text) {
  std::string shown;
  shown.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    if (is_space(character.code)) shown += ' ';
    else shown += is_forbidden(character) ? replacement : text.substr(at, character.bytes);
    at += character.bytes;
  }
  return shown;
}

CleanText clean(std::string_view raw) {
  CleanText result;
  std::string& text = result.text;
  text.reserve(raw.size());
  bool blank = false;
  bool normal = true;
  const auto append = [&](std::string_view bytes) {
    if (blank && !text.empty()) text += ' ';
    blank = false;
    text += bytes;
  };
  for (std::size_t at = 0; at < raw.size();) {
    if (const std::size_t end = plain_run(raw, at); end > at) {
      std::string_view run = raw.substr(at, end - at);
      at = end;
      if (run.front() == ' ') blank = true, run.remove_prefix(1);
      if (run.empty()) continue;
      const bool ends_blank = run.back() == ' ';
      append(ends_blank ? run.substr(0, run.size() - 1) : run);
      blank = ends_blank;
      continue;
    }
    const Character character = character_at(raw, at);
    if (is_space(character.code)) {
      blank = true;
    } else if (is_forbidden(character)) {
      if (result.replaced++ == 0) result.first_replaced = at;
      append(replacement);
    } else {
      normal = normal && is_surely_nfc(character.code);
      append(raw.substr(at, character.bytes));
    }
    at += character.bytes;
  }
  if (!normal) text = to_nfc(text);
  return result;
}

CleanText repair(std::string_view raw) {
  CleanText result;
  result.text.reserve(raw.size());
  for (std::size_t at = 0; at < raw.size();) {
    const Character character = character_at(raw, at);
    const bool replaced = is_forbidden(character) && !is_space(character.code);
    if (replaced && result.replaced++ == 0) result.first_replaced = at;
    result.text += replaced ? replacement : raw.substr(at, character.bytes);
    at += character.bytes;
  }
  return result;
}

}  // namespace digestkg
