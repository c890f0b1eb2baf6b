#pragma once
// Text -> JSON strings, for writers that stream (RFC 8259, section 7).

#include "base/escape.hpp"

#include <string>
#include <string_view>

namespace digestkg {

/// `\uXXXX` or the short escape of a control character, a quote or a backslash.
std::string_view json_escape(unsigned char byte);

inline constexpr auto is_special_in_json = [](auto c) { return (c < 0x20) | (c == '"') | (c == '\\'); };
inline constexpr auto replace_in_json = [](std::string_view text, std::size_t at) {
  return Replacement{json_escape(static_cast<unsigned char>(text[at])), 1};
};

/// What stands between the quotes of a JSON string: see escaped().
inline std::string_view json_escaped(std::string_view text, std::string& room) {
  return escaped(text, room, is_special_in_json, replace_in_json);
}

/// Gives `sink` the text between quotes. The text must be valid UTF-8; characters outside ASCII stay as they are.
template <class Sink>
void json_string(std::string_view text, Sink&& sink) {
  sink(std::string_view("\""));
  escape_runs(text, is_special_in_json, replace_in_json, sink);
  sink(std::string_view("\""));
}

inline void append_json(std::string& out, std::string_view text) {
  json_string(text, [&](std::string_view run) { out += run; });
}

}  // namespace digestkg
