// Faults -> `file:line:column: message` with the line and a caret.

#include <digestkg/diagnostic.hpp>

namespace digestkg {
std::string format(const Diagnostic& diagnostic) {
  std::string text = diagnostic.file;
  if (diagnostic.line > 0) text += ':' + std::to_string(diagnostic.line);
  if (diagnostic.line > 0 && diagnostic.column > 0) text += ':' + std::to_string(diagnostic.column);
  text += ": " + diagnostic.message + '\n';
  if (diagnostic.source.empty()) return text;
  text += "  " + diagnostic.source + '\n';
  if (diagnostic.caret > 0) text += std::string(diagnostic.caret + 1, ' ') + "^\n";
  return text;
}

}  // namespace digestkg
