// Faults -> `file:line:column: message` with the line and a caret.

#include "base/diagnose.hpp"
#include "base/utf8.hpp"

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

/// The first `count` characters of `text`; all of it when it has fewer.
std::string_view take(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  for (; count > 0 && at < text.size(); --count) at += character_at(text, at).bytes;
  return text.substr(0, at);
}

/// `column`, from 0, is the fault's; the caret is set to its place in what is shown of the line.
std::string cut_to_window(std::string_view line, std::size_t column, std::uint32_t& caret) {
  const bool is_short = take(line, window).size() == line.size();
  const std::size_t skipped = is_short || column < window / 2 ? 0 : column - window / 2;
  line.remove_prefix(take(line, skipped).size());
  caret = static_cast<std::uint32_t>(column - skipped + 1);
  const std::string_view rest = take(line, window);
  std::string shown = printable(rest);
  const std::string shown_first = skipped > 0 ? printable(take(shown, 1)) : std::string();
  if (skipped > 0) shown.replace(0, shown_first.size(), cut);
  if (rest.size() < line.size()) shown.replace(take(shown, window - 1).size(), std::string::npos, cut);
  return shown;
}

}  // namespace

std::string format(const Diagnostic& diagnostic) {
  std::string text = diagnostic.file;
  if (diagnostic.line > 0) text += ':' + std::to_string(diagnostic.line);
  if (diagnostic.line > 0 && diagnostic.column > 0) text += ':' + std::to_string(diagnostic.column);
  text += ": " + diagnostic.message + '\n';
  if (diagnostic.source.empty()) return text;
  text += "  " + diagnostic.source + '\n';
  if (diagnostic.caret > 0) text += std::string(display_width(take(diagnostic.source, diagnostic.caret - 1)) + 2, ' ') + "^\n";
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
