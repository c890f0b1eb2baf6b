// Faults -> `file:line:column: message` with the line and a caret.

#include "base/diagnose.hpp"
#include "base/utf8.hpp"

#include <algorithm>

namespace digestkg {
namespace {

constexpr std::size_t window = 100;
constexpr std::string_view cut = "…";

std::string_view line_from(std::string_view bytes, std::size_t begin) {
  std::string_view line = bytes.substr(begin);
  line = line.substr(0, line.find('\n'));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

/// The part of the line to show, with `…` where it is cut; the caret is set to the place of `column` (from 0) in it.
std::string cut_to_window(std::string_view line, std::size_t column, std::uint32_t& caret) {
  const std::string_view behind = line.substr(first_characters(line, column).size());
  const std::size_t end = column + count_characters(first_characters(behind, window / 2));
  const std::size_t skipped = end > window ? end - window : 0;
  line.remove_prefix(first_characters(line, skipped).size());
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

Diagnostic diagnose(std::string_view file, std::string_view bytes, Line line, std::size_t offset, Severity severity, std::string message) {
  Diagnostic diagnostic{printable(file), line.number, 0, severity, std::move(message), {}, 0};
  const std::string_view text = line_from(bytes, line.begin);
  const std::size_t column = count_characters(text.substr(0, std::min(offset - line.begin, text.size())));
  diagnostic.column = static_cast<std::uint32_t>(column + 1);
  diagnostic.source = cut_to_window(text, column, diagnostic.caret);
  return diagnostic;
}

Diagnostic diagnose(std::string_view file, std::string_view bytes, std::size_t offset, Severity severity, std::string message) {
  offset = std::min(offset, bytes.size());
  return diagnose(file, bytes, LineFinder(bytes).find(offset), offset, severity, std::move(message));
}

}  // namespace digestkg
