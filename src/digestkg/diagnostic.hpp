#pragma once
// What can go wrong, in two channels: odd data is a Diagnostic and the work goes on; an impossible job is an Error.

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace digestkg {

enum class Severity : std::uint8_t {
  Warning,   ///< the data was read all the same
  Rejected,  ///< the row, line or record was not read
};

/// One fault of the input, with the place it was found at.
struct Diagnostic {
  std::string file;
  std::uint32_t line = 0;    ///< from 1; 0 when the fault is the file's
  std::uint32_t column = 0;  ///< from 1, in characters (code points) of the line; 0 when the fault is the line's
  Severity severity = Severity::Warning;
  std::string message;
  std::string source;  ///< the faulty line, cleaned to valid UTF-8 and cut to a window; may be empty
  std::uint32_t caret = 0;  ///< from 1, in characters of `source`; 0 for none

  auto operator<=>(const Diagnostic&) const = default;
};

/// `file:line:column: message`, then the source line and a caret under the fault, each ending in a line break.
std::string format(const Diagnostic& diagnostic);

/// Builds a Diagnostic for byte `offset` of `bytes`: finds line and column and cuts the line to a window of 100 characters
/// around the fault. Linear in the length of `bytes` up to `offset`.
Diagnostic diagnose(std::string_view file, std::string_view bytes, std::size_t offset, Severity severity, std::string message);

/// A job that cannot be done; caught in main alone.
class Error : public std::runtime_error {
 public:
  enum class Cause : std::uint8_t {
    Failed = 1,  ///< exit code 1: name not found, nothing readable, a write failed
    Usage = 2,   ///< exit code 2: unknown command, option or format
  };
  explicit Error(const std::string& message, Cause cause = Cause::Failed) : std::runtime_error(message), cause_(cause) {}
  Cause cause() const noexcept { return cause_; }

 private:
  Cause cause_;
};

}  // namespace digestkg
