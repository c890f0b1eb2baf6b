#pragma once
// Bytes of Markdown -> the blocks that matter in a digest: headings and logical rows of tables.

#include <cstddef>
#include <string_view>

namespace digestkg {

/// A part of the text; views point into it.
struct Block {
  enum class Kind { Heading, Row, Text, End };
  Kind kind = Kind::End;
  std::string_view text;          ///< from the first to the last byte that is not white space
  bool after_blank_line = false;
};

/// Walks over the blocks of a text. A row goes on over physical lines: it starts at a `|` that begins a line and ends with the last
/// line that ends in `|` before the next row, heading or, when it has ended already, blank line; without such a line it ends at the
/// first blank line. Each line is looked at a bounded number of times.
class BlockReader {
 public:
  explicit BlockReader(std::string_view bytes) : bytes_(bytes) {}
  Block next();

 private:
  struct PhysicalLine;  ///< a line and where the next one begins
  Block read_row(const PhysicalLine& first, bool after_blank_line);

  std::string_view bytes_;
  std::size_t at_ = 0;
};

}  // namespace digestkg
