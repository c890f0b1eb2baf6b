// Text -> labels, tooltips and links that Graphviz shows as they were meant.

#include "exporters/markup.hpp"

#include <algorithm>

namespace digestkg::exporters {
namespace {

bool starts_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

std::size_t characters(std::string_view text) { return static_cast<std::size_t>(std::ranges::count_if(text, starts_character)); }

std::string_view first_characters(std::string_view text, std::size_t count) {
  std::size_t seen = 0;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (starts_character(text[i]) && seen++ == count) return text.substr(0, i);
  return text;
}

/// U+202A to U+202E and U+2066 to U+2069 turn the text around them.
bool is_bidi_control(std::string_view at) {
  if (!at.starts_with("\xE2\x80") && !at.starts_with("\xE2\x81")) return false;
  if (at.size() < 3) return false;
  const auto last = static_cast<unsigned char>(at[2]);
  return at[1] == '\x80' ? last >= 0xAA && last <= 0xAE : last >= 0xA6 && last <= 0xA9;
}

/// Writes `text` with some characters replaced: control characters by a blank, bidirectional ones by nothing.
template <class Replace>
std::string escape(std::string_view text, Replace replace) {
  std::string out;
  out.reserve(text.size() + 8);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_bidi_control(text.substr(i))) {
      i += 2;
      continue;
    }
    const char c = text[i];
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) out += ' ';
    else if (const std::string_view instead = replace(c); !instead.empty()) out += instead;
    else out += c;
  }
  return out;
}

}  // namespace

std::string markup(std::string_view text) {
  return escape(text, [](char c) -> std::string_view {
    switch (c) {
      case '&': return "&amp;";
      case '<': return "&lt;";
      case '>': return "&gt;";
      case '"': return "&quot;";
      case '\\': return "\\\\";  // \N and \G are expanded in HTML-like labels too
      default: return {};
    }
  });
}

std::string plain(std::string_view text) {
  return escape(text, [](char c) -> std::string_view { return c == '&' ? "&amp;" : c == '\\' ? "\\\\" : std::string_view{}; });
}

std::string tooltip(std::string_view text) {
  std::string out = escape(text, [](char c) -> std::string_view { return c == '&' ? "&amp;" : c == '\\' ? "\\\\\\\\" : std::string_view{}; });
  return out.empty() ? " " : out;
}

std::string visible(std::string_view text) {
  return escape(text, [](char) { return std::string_view{}; });
}

std::string clip(std::string_view text, std::size_t length) {
  if (characters(text) <= length) return std::string(text);
  std::string_view head = first_characters(text, length - 1);
  while (head.ends_with(' ')) head.remove_suffix(1);
  return std::string(head) + "\xE2\x80\xA6";
}

std::vector<std::string> wrap(std::string_view text, std::size_t width, std::size_t lines) {
  std::vector<std::string> out{""};
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    if (!out.back().empty() && characters(out.back()) + characters(word) + 1 > width) out.emplace_back();
    if (!out.back().empty()) out.back() += ' ';
    out.back() += word;
  }
  const bool more = out.size() > lines;
  out.resize(std::min(out.size(), lines));
  for (std::string& line : out) line = clip(line, width + 6);
  if (more && !out.back().ends_with("\xE2\x80\xA6")) out.back() = clip(out.back() + "  ", characters(out.back()) + 1);
  return out;
}

std::string arxiv_link(std::string_view id) {
  constexpr std::string_view allowed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-/";
  if (id.empty() || id.size() > 40 || id.find_first_not_of(allowed) != std::string_view::npos || id.find("..") != std::string_view::npos) return {};
  return "https://arxiv.org/abs/" + std::string(id);
}

}  // namespace digestkg::exporters
