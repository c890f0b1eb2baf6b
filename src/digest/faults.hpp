#pragma once
// Collects what is wrong with one input while it is read.

#include "base/lines.hpp"

#include <digestkg/digest.hpp>

#include <span>
#include <string>
#include <string_view>

namespace digestkg {

/// Adds diagnostics to a Reading and keeps its counts; `name` and `bytes` must outlive it.
class Faults {
 public:
  Faults(std::string_view name, std::string_view bytes, Reading& reading) : name_(name), bytes_(bytes), lines_(bytes), reading_(reading) {}

  /// `offset` is one of the input's bytes.
  void warn(std::size_t offset, std::string message);
  /// Counts a row that is not read.
  void reject(std::size_t offset, std::string message);
  /// The input is not read from here on; nobody knows how many rows that are.
  void reject_rest(std::size_t offset, std::string message);
  /// Rejects an entry of `size` bytes when that is past the limit.
  bool too_long(std::size_t offset, std::size_t size);
  /// Counts a row that is read.
  void accept(std::size_t offset, Entry&& entry);

  /// Cleans a part of the input's bytes; replaced characters are warned of at the first one.
  std::string clean(std::string_view part);
  /// The same for the parts of a list, with one warning for all.
  std::vector<std::string> clean(std::span<const std::string_view> parts);
  std::size_t offset_of(std::string_view part) const { return static_cast<std::size_t>(part.data() - bytes_.data()); }

 private:
  void add(std::size_t offset, Severity severity, std::string&& message);

  std::string_view name_;
  std::string_view bytes_;
  LineFinder lines_;
  Reading& reading_;
};

/// The begin of `text` for a message, clean and at most 60 characters long.
std::string excerpt(std::string_view text);

/// Says of one clean() what it replaced.
std::string replaced_message(std::size_t count);

}  // namespace digestkg
