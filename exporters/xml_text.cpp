// Text -> XML element content and attribute values.

#include "exporters/xml_text.hpp"

#include "base/escape.hpp"

namespace digestkg::exporters {
namespace {

constexpr std::string_view replacement_character = "\xEF\xBF\xBD";
constexpr std::string_view section_end = "]]>";

/// U+FFFE and U+FFFF are no characters of XML 1.0.
bool is_noncharacter(std::string_view rest) { return rest.starts_with("\xEF\xBF\xBE") || rest.starts_with("\xEF\xBF\xBF"); }

/// Of one byte or of many (find_special).
constexpr auto is_control(auto c) { return (c < 0x20) & (c != '\t') & (c != '\n'); }

Replacement replace_in_section(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  const char c = rest.front();
  if (c == ']') return rest.starts_with(section_end) ? Replacement{"]]]]><![CDATA[>", 3} : Replacement{};
  if (c == '\xEF') return is_noncharacter(rest) ? Replacement{replacement_character, 3} : Replacement{};
  return {replacement_character, 1};
}

constexpr auto is_special_in_attribute = [](auto c) {
  return (c < 0x20) | (c == '&') | (c == '<') | (c == '>') | (c == '"') | (c == 0xEF);
};

Replacement replace_in_attribute(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  switch (rest.front()) {
    case '&': return {"&amp;", 1};
    case '<': return {"&lt;", 1};
    case '>': return {"&gt;", 1};
    case '"': return {"&quot;", 1};
    case '\t': return {"&#9;", 1};
    case '\n': return {"&#10;", 1};
    case '\xEF': return is_noncharacter(rest) ? Replacement{replacement_character, 3} : Replacement{};
    default: return {replacement_character, 1};
  }
}

}  // namespace

void write_xml_text(Output& out, std::string_view text) {
  const auto odd = [](auto c) { return is_control(c) | (c == '&') | (c == '<') | (c == ']') | (c == 0xEF); };
  const std::size_t first = find_special(text, 0, odd);
  if (first == text.size()) {
    out << text;
    return;
  }
  const std::string_view rest = text.substr(first);
  const auto markup = [](auto c) { return (c == '&') | (c == '<'); };
  const bool section = find_special(rest, 0, markup) < rest.size() || rest.find(section_end) != rest.npos;
  if (section) out << "<![CDATA[";
  out << text.substr(0, first);
  const auto special = [](auto c) { return is_control(c) | (c == ']') | (c == 0xEF); };
  escape_runs(rest, special, replace_in_section, [&](std::string_view run) { out << run; });
  if (section) out << section_end;
}

void write_xml_attribute(Output& out, std::string_view text) {
  escape_runs(text, is_special_in_attribute, replace_in_attribute, [&](std::string_view run) { out << run; });
}

std::string_view xml_attribute(std::string_view text, std::string& room) {
  return escaped(text, room, is_special_in_attribute, replace_in_attribute);
}

}  // namespace digestkg::exporters
