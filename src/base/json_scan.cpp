// JSON bytes -> tokens (RFC 8259).

#include "base/json_scan.hpp"

#include "base/escape.hpp"

#include <digestkg/limits.hpp>

#include <algorithm>
#include <cstdint>

namespace digestkg {
namespace {

/// Value of four hexadecimal digits; -1 when they are none.
int hex4(std::string_view digits) {
  int value = 0;
  if (digits.size() < 4) return -1;
  for (const char c : digits.substr(0, 4)) {
    const int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

void append_utf8(std::string& text, std::uint32_t c) {
  const auto put = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
  if (c < 0x80) return put(c);
  if (c < 0x800) {
    put(0xC0 | c >> 6);
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12);
    put(0x80 | (c >> 6 & 0x3F));
  } else {
    put(0xF0 | c >> 18);
    put(0x80 | (c >> 12 & 0x3F));
    put(0x80 | (c >> 6 & 0x3F));
  }
  put(0x80 | (c & 0x3F));
}

/// Appends the character that a \u escape (with a second one for a surrogate pair) stands for; returns the bytes it took.
std::size_t append_unicode(std::string& text, std::string_view escape) {
  const int high = hex4(escape.substr(2));
  if (high < 0xD800 || high > 0xDFFF) {
    append_utf8(text, high < 0 ? 0xFFFD : static_cast<std::uint32_t>(high));
    return 6;
  }
  const int low = escape.substr(6).starts_with("\\u") ? hex4(escape.substr(8)) : -1;
  if (high > 0xDBFF || low < 0xDC00 || low > 0xDFFF) {
    append_utf8(text, 0xFFFD);
    return 6;
  }
  append_utf8(text, 0x10000 + (static_cast<std::uint32_t>(high - 0xD800) << 10) + static_cast<std::uint32_t>(low - 0xDC00));
  return 12;
}

}  // namespace

std::string_view JsonString::text(std::string& room) const {
  if (!escaped) return raw;
  room.clear();
  for (std::size_t at = 0; at < raw.size();) {
    const std::size_t end = std::min(raw.find('\\', at), raw.size());
    room.append(raw.substr(at, end - at));
    at = end;
    if (at == raw.size()) break;
    constexpr std::string_view names = "bfnrt", values = "\b\f\n\r\t";
    const char kind = raw[at + 1];
    if (kind == 'u') {
      at += append_unicode(room, raw.substr(at));
      continue;
    }
    const std::size_t known = names.find(kind);
    room += known == std::string_view::npos ? kind : values[known];
    at += 2;
  }
  return room;
}

bool JsonScanner::at_end() {
  skip_blanks();
  return at_ == bytes_.size();
}

void JsonScanner::expect(char punctuation) {
  if (!accept(punctuation)) fail(std::string("expected `") + punctuation + '`');
}

bool JsonScanner::accept(char punctuation) {
  skip_blanks();
  if (at_ == bytes_.size() || bytes_[at_] != punctuation) return false;
  ++at_;
  return true;
}

JsonString JsonScanner::string() {
  if (!accept('"')) fail("expected a string");
  const std::size_t begin = at_;
  JsonString found;
  const auto special = [](auto c) { return (c == '"') | (c == '\\') | (c < 0x20); };
  for (at_ = find_special(bytes_, at_, special); at_ < bytes_.size(); at_ = find_special(bytes_, at_, special)) {
    if (bytes_[at_] == '"') {
      found.raw = bytes_.substr(begin, at_++ - begin);
      return found;
    }
    if (bytes_[at_] != '\\') fail("control character in a string");
    constexpr std::string_view escapes = "\"\\/bfnrtu";
    const std::string_view escape = bytes_.substr(at_);
    if (escape.size() < 2 || escapes.find(escape[1]) == std::string_view::npos) fail("unknown escape in a string");
    if (escape[1] == 'u' && hex4(escape.substr(2)) < 0) fail("`\\u` without four hexadecimal digits");
    found.escaped = true;
    at_ += 2;
  }
  at_ = begin - 1;
  fail("the string does not end");
}

std::string_view JsonScanner::number() {
  skip_blanks();
  const std::size_t begin = at_;
  const auto digits = [&] {
    const std::size_t from = at_;
    while (at_ < bytes_.size() && bytes_[at_] >= '0' && bytes_[at_] <= '9') ++at_;
    if (at_ == from) fail("expected a number");
  };
  const auto next_is = [&](std::string_view any) { return at_ < bytes_.size() && any.find(bytes_[at_]) != std::string_view::npos; };
  if (next_is("-")) ++at_;
  digits();
  if (next_is(".")) ++at_, digits();
  if (next_is("eE")) {
    ++at_;
    if (next_is("+-")) ++at_;
    digits();
  }
  return bytes_.substr(begin, at_ - begin);
}

bool JsonScanner::word(std::string_view expected) {
  if (!bytes_.substr(at_).starts_with(expected)) return false;
  at_ += expected.size();
  return true;
}

bool JsonScanner::boolean() {
  skip_blanks();
  if (word("true")) return true;
  if (word("false")) return false;
  fail("expected true or false");
}

void JsonScanner::skip_value(int depth) {
  if (depth > most_nested) fail("nested deeper than " + std::to_string(most_nested));
  skip_blanks();
  if (at_ == bytes_.size()) fail("expected a value");
  switch (bytes_[at_]) {
    case '{': return object([&](std::string_view) { skip_value(depth + 1); });
    case '[': return array([&] { skip_value(depth + 1); });
    case '"': string(); return;
    case 't':
    case 'f': boolean(); return;
    case 'n':
      if (!word("null")) fail("expected a value");
      return;
    default: number(); return;
  }
}

}  // namespace digestkg
