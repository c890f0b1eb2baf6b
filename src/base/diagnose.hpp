#pragma once
// diagnose() for a caller that knows the line already.

#include "base/lines.hpp"

#include <digestkg/diagnostic.hpp>

namespace digestkg {

/// Costs the length of the line up to `offset`, which is an offset into `bytes` at or after the line's begin.
Diagnostic diagnose(std::string_view file, std::string_view bytes, Line line, std::size_t offset, Severity severity, std::string message);
/// The same with a finder: many faults of one text, in order, cost one pass over it, also where it is one long line.
Diagnostic diagnose(std::string_view file, std::string_view bytes, LineFinder& lines, std::size_t offset, Severity severity, std::string message);

}  // namespace digestkg
