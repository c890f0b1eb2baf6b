// Faults -> `file:line:column: message` with the line and a caret.

#include "base/diagnose.hpp"
#include "base/utf8.hpp"

#include <algorithm>

namespace digestkg {
namespace {

constexpr std::size_t window = 100;
constexpr std::string_view cut = "…";

/// The line from `begin` on, as much of it as a window around `offset` may show.
std::string_view line_from(std::string_view bytes, std::size_t begin, std::size_t offset) {
  constexpr std::size_t shown_behind = 8 * window;
  std::string_view line = bytes.substr(begin, offset - begin + shown_behind);
  line = line.substr(0, line.find('\n', offset - begin));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

/// Where the last `count` characters of `text` begin, without a look at the rest of it: found from a byte that begins a character.
std::size_t last_characters(std::string_view text, std::size_t count) {
  std::size_t from = text.size() - std::min(text.size(), 4 * count + 8);
  while (from > 0 && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) --from;
  const std::size_t there = count_characters(text.substr(from));
  return from + first_characters(text.substr(from), there - std::min(there, count)).size();
}

/// The part of the line to show, with `…` where it is cut; the caret is set to the place of `offset`, `column` characters (from 0) from
/// the line's begin.
std::string cut_to_window(std::string_view line, std::size_t offset, std::size_t column, std::uint32_t& caret) {
  const std::string_view behind = line.substr(offset);
  const std::size_t end = column + count_characters(first_characters(behind, window / 2));
  const std::size_t skipped = end > window ? end - window : 0;
  line.remove_prefix(last_characters(line.substr(0, offset), column - skipped));
  caret = static_cast<std::uint32_t>(column - skipped + 1);
  const std::string_view shown = first_characters(line, window);
  std::string_view kept = shown;
  if (skipped > 0) kept.remove_prefix(first_characters(kept, 1).size());
  const bool cut_behind = shown.size() < line.size();
  if (cut_behind) kept = first_characters(kept, skipped > 0 ? window - 2 : window - 1);
  return std::string(skipped > 0 ? cut : "") + printable(kept) + std::string(cut_behind ? cut : "");
}

}  // namespace

std::string format(const Diagnostic& diagnostic) {
  std::string text = diagnostic.file;
  if (diagnostic.line > 0) text += ':' + std::to_string(diagnostic.line);
  if (diagnostic.line > 0 && diagnostic.column > 0) text += ':' + std::to_string(diagnostic.column);
  text += ": " + diagnostic.message + '\n';
  if (diagnostic.source.empty()) return text;
  text += "  " + diagnostic.source + '\n';
  if (diagnostic.caret > 0) text += std::string(display_width(first_characters(diagnostic.source, diagnostic.caret - 1)) + 2, ' ') + "^\n";
  return text;
}

Diagnostic diagnose(std::string_view file, std::string_view bytes, LineFinder& lines, std::size_t offset, Severity severity, std::string message) {
  offset = std::min(offset, bytes.size());
  const Line line = lines.find(offset);
  Diagnostic diagnostic{printable(file), line.number, 0, severity, std::move(message), {}, 0};
  const std::string_view text = line_from(bytes, line.begin, offset);
  const std::size_t inside = std::min(offset - line.begin, text.size());  // a line break stands where the line ends
  const std::size_t column = lines.column(line, line.begin + inside);
  diagnostic.column = static_cast<std::uint32_t>(column + 1);
  diagnostic.source = cut_to_window(text, inside, column, diagnostic.caret);
  return diagnostic;
}

Diagnostic diagnose(std::string_view file, std::string_view bytes, Line line, std::size_t offset, Severity severity, std::string message) {
  LineFinder lines(bytes.substr(line.begin));
  Diagnostic diagnostic = diagnose(file, bytes.substr(line.begin), lines, offset - line.begin, severity, std::move(message));
  diagnostic.line = line.number;
  return diagnostic;
}

Diagnostic diagnose(std::string_view file, std::string_view bytes, std::size_t offset, Severity severity, std::string message) {
  LineFinder lines(bytes);
  return diagnose(file, bytes, lines, offset, severity, std::move(message));
}

}  // namespace digestkg
