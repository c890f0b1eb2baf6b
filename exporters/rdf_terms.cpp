// Texts of the graph -> RDF terms in their canonical, legal form.

#include "exporters/rdf_terms.hpp"

#include "base/escape.hpp"
#include "base/short_decimal.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace digestkg::exporters {
namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

/// RFC 3986: pchar and `/`, and `?`; a fragment has a rule of its own.
constexpr std::array<bool, 256> path_characters = [] {
  std::array<bool, 256> allowed{};
  for (std::size_t c = 0; c < 128; ++c) allowed[c] = is_digit(static_cast<char>(c)) || is_letter(static_cast<char>(c));
  for (const char c : std::string_view("-._~!$&'()*+,;=:@/?")) allowed[static_cast<unsigned char>(c)] = true;
  return allowed;
}();
bool is_path_character(char c) { return path_characters[static_cast<unsigned char>(c)]; }

/// Of all that stands in paths, what is no letter, no digit and none of `-./_` needs a second look.
constexpr auto is_odd_in_path = [](auto c) {
  return (c < '-') | ((c > '9') & (c < 'A')) | ((c > 'Z') & (c < '_')) | (c == '`') | (c > 'z');
};

bool is_escape(std::string_view text, std::size_t at) {
  return text[at] == '%' && at + 2 < text.size() && is_hex(text[at + 1]) && is_hex(text[at + 2]);
}

/// Readers that resolve IRIs fold these away.
bool is_dot_segment(std::string_view segment) { return segment == "." || segment == ".."; }

bool has_dot_segment(std::string_view path) {
  for (std::size_t at = path.find("/."); at != path.npos; at = path.find("/.", at + 1)) {
    const std::string_view segment = path.substr(at + 1, path.find('/', at + 1) - at - 1);
    if (is_dot_segment(segment)) return true;
  }
  return false;
}

void append_escaped(std::string& iri, std::string_view text) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  std::size_t copied = 0;
  for (std::size_t i = find_special(text, 0, is_odd_in_path); i < text.size(); i = find_special(text, i + 1, is_odd_in_path)) {
    if (is_path_character(text[i]) || is_escape(text, i)) continue;
    const auto byte = static_cast<unsigned char>(text[i]);
    iri.append(text.substr(copied, i - copied)).append({'%', hex[byte >> 4], hex[byte & 15]});
    copied = i + 1;
  }
  iri.append(text.substr(copied));
}

/// Bytes of the valid character at the start of `text`, or 0 when there is none or XML cannot carry it.
std::size_t clean_character(std::string_view text) {
  utf8proc_int32_t c = 0;
  const auto* start = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const auto bytes = utf8proc_iterate(start, static_cast<utf8proc_ssize_t>(text.size()), &c);
  if (bytes <= 0 || (c < 0x20 && c != '\t' && c != '\n') || (c & 0xFFFE) == 0xFFFE) return 0;
  return static_cast<std::size_t>(bytes);
}

/// In a quoted literal.
constexpr auto is_special = [](auto c) { return (c == '"') | (c == '\\') | (c == '\n') | (c == '\r'); };

Replacement replace(std::string_view text, std::size_t at) {
  switch (text[at]) {
    case '"': return {"\\\"", 1};
    case '\\': return {"\\\\", 1};
    case '\n': return {"\\n", 1};
    default: return {"\\r", 1};
  }
}

}  // namespace

bool is_iri_local(std::string_view local) {
  for (std::size_t i = find_special(local, 0, is_odd_in_path); i < local.size(); i = find_special(local, i + 1, is_odd_in_path))
    if (!is_path_character(local[i]) && !is_escape(local, i)) return false;
  return !has_dot_segment(local);
}

std::string escape_iri_local(std::string_view local) {
  std::string iri;
  append_escaped(iri, local);
  if (!has_dot_segment(iri)) return iri;
  std::string without_dots;
  for (std::size_t begin = 0; begin <= iri.size();) {
    const std::size_t end = std::min(iri.find('/', begin), iri.size());
    for (const char c : std::string_view(iri).substr(begin, end - begin)) {
      if (is_dot_segment(std::string_view(iri).substr(begin, end - begin))) without_dots += "%2E";
      else without_dots += c;
    }
    if (end < iri.size()) without_dots += '/';
    begin = end + 1;
  }
  return without_dots;
}

std::optional<std::string> link_iri(std::string_view address) {
  const std::size_t scheme = address.starts_with("https://") ? 8 : address.starts_with("http://") ? 7 : 0;
  if (scheme == 0) return std::nullopt;
  const std::size_t path = std::min(address.find_first_of("/?#", scheme), address.size());
  std::string_view host = address.substr(scheme, path - scheme);
  if (const auto colon = host.find(':'); colon != std::string_view::npos) {
    const auto port = host.substr(colon + 1);
    if (port.empty() || port.size() > 5 || !std::ranges::all_of(port, is_digit)) return std::nullopt;
    host = host.substr(0, colon);
  }
  const auto in_host = [](char c) { return is_letter(c) || is_digit(c) || c == '-' || c == '.'; };
  if (host.empty() || host.front() == '.' || host.front() == '-' || !std::ranges::all_of(host, in_host)) return std::nullopt;
  const std::size_t fragment = std::min(address.find('#', path), address.size());
  std::string iri(address.substr(0, path));
  append_escaped(iri, address.substr(path, fragment - path));
  if (fragment < address.size()) append_escaped(iri += '#', address.substr(fragment + 1));
  return iri;
}

bool is_namespace(std::string_view iri) {
  const std::size_t colon = iri.find(':');
  if (colon == std::string_view::npos || colon == 0 || !is_letter(iri[0]) || colon + 2 > iri.size()) return false;
  const auto in_scheme = [](char c) { return is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.'; };
  if (!std::ranges::all_of(iri.substr(0, colon), in_scheme)) return false;
  if (iri.back() != '/' && iri.back() != '#') return false;
  if (iri.starts_with("http") && !link_iri(iri)) return false;
  return is_iri_local(iri.substr(colon + 1, iri.size() - colon - 2));
}

bool is_clean(std::string_view text) {
  const auto odd = [](auto c) { return (c < 0x20) | (c >= 0x80); };
  while (true) {
    text.remove_prefix(find_special(text, 0, odd));
    if (text.empty()) return true;
    const std::size_t bytes = clean_character(text);
    if (bytes == 0) return false;
    text.remove_prefix(bytes);
  }
}

std::string clean(std::string_view text) {
  std::string cleaned;
  while (!text.empty()) {
    const std::size_t bytes = clean_character(text);
    cleaned += bytes == 0 ? "\xEF\xBF\xBD" : text.substr(0, bytes);
    text.remove_prefix(std::max<std::size_t>(bytes, 1));
  }
  return cleaned;
}

std::optional<std::string> canonical_decimal(std::string_view number) {
  const bool negative = number.starts_with('-');
  if (negative || number.starts_with('+')) number.remove_prefix(1);
  const std::size_t point = std::min(number.find('.'), number.size());
  std::string_view whole = number.substr(0, point);
  std::string_view fraction = number.substr(std::min(point + 1, number.size()));
  if (whole.empty() && fraction.empty()) return std::nullopt;
  if (!std::ranges::all_of(whole, is_digit) || !std::ranges::all_of(fraction, is_digit)) return std::nullopt;
  whole.remove_prefix(std::min(whole.find_first_not_of('0'), whole.size()));
  fraction = fraction.substr(0, fraction.find_last_not_of('0') + 1);
  std::string canonical = negative && !(whole.empty() && fraction.empty()) ? "-" : "";
  canonical.append(whole.empty() ? "0" : whole) += '.';
  return canonical.append(fraction.empty() ? "0" : fraction);
}

std::string decimal_of(float number) {
  std::array<char, 64> digits;
  if (number >= 0.1F && number < 1) return {digits.data(), write_number(digits.data(), number)};  // no exponent, and a point
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::fixed).ptr;
  return canonical_decimal({digits.data(), end}).value_or("0.0");
}

std::string double_of(double number) {
  std::array<char, 32> digits;
  if (const auto decimal = short_decimal(number)) {
    const std::string_view text(digits.data(), write_number(digits.data(), decimal->digits));
    std::string canonical(text.substr(0, 1));
    canonical.append(".").append(text.size() > 1 ? text.substr(1) : "0").append("E");
    return canonical.append(std::to_string(static_cast<int>(text.size()) - 1 - decimal->decimals));
  }
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::scientific).ptr;
  const std::string_view text(digits.data(), static_cast<std::size_t>(end - digits.data()));
  const std::size_t e = text.find('e');
  std::string canonical(text.substr(0, e));
  if (canonical.find('.') == std::string::npos) canonical += ".0";
  canonical += text[e + 1] == '-' ? "E-" : "E";
  const std::string_view exponent = text.substr(e + 2);
  return canonical.append(exponent.substr(std::min(exponent.find_first_not_of('0'), exponent.size() - 1)));
}

LiteralText literal_text(std::string_view text, std::string& room) {
  const auto odd = [](auto c) { return (c < 0x20) | (c >= 0x7F) | (c == '"') | (c == '\\'); };
  if (find_special(text, 0, odd) == text.size()) return {text, true};
  return {is_clean(text) ? text : room = clean(text), false};
}

std::string_view quoted(LiteralText text, std::string& room) {
  return text.plain ? text.bytes : escaped(text.bytes, room, is_special, replace);
}

void write_quoted(std::string_view text, Output& output) {
  output << '"';
  escape_runs(text, is_special, replace, [&](std::string_view run) { output << run; });
  output << '"';
}

}  // namespace digestkg::exporters
