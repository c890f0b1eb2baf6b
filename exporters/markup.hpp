#pragma once
// Names and sentences -> text that Graphviz shows as it is, whatever stands in it. Rules: docs/formats.md and Graphviz's manual on
// labels. Lengths are in characters (code points).

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace digestkg::exporters {

/// For an HTML-like label.
std::string markup(std::string_view text);
/// For a quoted label: `\` starts a command and `&` an entity there.
std::string plain(std::string_view text);
/// For a tooltip or URL, which Graphviz expands twice. Never empty: an empty tooltip falls back to the node's name.
std::string tooltip(std::string_view text);

/// As it is, without control characters and those that turn the direction of the text around them.
std::string visible(std::string_view text);

/// At most `length` characters, the last an ellipsis when something was cut.
std::string clip(std::string_view text, std::size_t length);
/// At most `lines` lines of about `width` characters, broken at blanks; the last ends in an ellipsis when something was cut.
std::vector<std::string> wrap(std::string_view text, std::size_t width, std::size_t lines);

/// `https://arxiv.org/abs/2501.00001`; empty when `id` is no arXiv id.
std::string arxiv_link(std::string_view id);

}  // namespace digestkg::exporters
