#pragma once
// Text -> JSON strings, for writers that stream (RFC 8259, section 7).

#include "base/escape.hpp"

#include <string>
#include <string_view>

namespace digestkg {

/// `\uXXXX` or the short escape of a control character, a quote or a backslash.
std::string_view json_escape(unsigned char byte);

/// Gives `sink` the text between quotes. The text must be valid UTF-8; characters outside ASCII stay as they are.
template <class Sink>
void json_string(std::string_view text, Sink&& sink) {
  const auto special = [](auto c) { return (c < 0x20) | (c == '"') | (c == '\\'); };
  const auto replace = [](std::string_view all, std::size_t at) { return Replacement{json_escape(static_cast<unsigned char>(all[at])), 1}; };
  sink(std::string_view("\""));
  escape_runs(text, special, replace, sink);
  sink(std::string_view("\""));
}

inline void append_json(std::string& out, std::string_view text) {
  json_string(text, [&](std::string_view run) { out += run; });
}

}  // namespace digestkg
