#pragma once
// How text looks on standard output and standard error.

#include "base/counted.hpp"

#include <digestkg/output.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace digestkg::cli {

/// The text with control characters replaced by U+FFFD: what a file holds must not steer a terminal.
std::string printable(std::string_view text);

/// Standard output. flush() at the end: a full disk is an Error then.
struct StandardOutput : DescriptorOutput {
  StandardOutput();
};
/// Writes `text` to standard output; returns 0.
int print(std::string_view text);
/// Lines on standard error, printable.
void complain(std::string_view lines);

/// `1.2 MB`
std::string human_size(std::uint64_t bytes);

/// Whether `descriptor` is a terminal that wants colours (NO_COLOR and TERM=dumb do not).
bool wants_colour(int descriptor);
/// Bold where `descriptor` wants colours.
std::string bold(std::string_view text, int descriptor);

/// Rows of cells in columns as wide as their widest cell, the last one ragged.
class Table {
 public:
  explicit Table(std::string indent = "  ") : indent_(std::move(indent)) {}
  void row(std::vector<std::string> cells);
  void align_right(std::size_t column);
  void write(Output& output) const;

 private:
  std::string indent_;
  std::vector<std::vector<std::string>> rows_;
  std::vector<std::size_t> right_;
};

}  // namespace digestkg::cli
