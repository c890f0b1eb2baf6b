#pragma once
// Lines of `key<TAB>value`, sorted by key, searched where they stand: a dictionary that costs nothing but its line starts.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace digestkg {

/// Keys have no byte below the blank, so that a key sorts before all keys it begins.
class SortedLines {
 public:
  /// `lines` must outlive this; each ends in a line break.
  explicit SortedLines(std::string_view lines);

  std::size_t size() const { return starts_.size() - 1; }
  std::string_view line(std::size_t i) const { return text_.substr(starts_[i], starts_[i + 1] - 1 - starts_[i]); }
  std::string_view value(std::size_t i, std::size_t key_size) const { return line(i).substr(key_size + 1); }

  /// The lines whose key begins with the bytes given so far.
  class Cursor {
   public:
    explicit Cursor(const SortedLines& lines) : lines_(&lines), end_(static_cast<std::uint32_t>(lines.size())) {}
    /// Adds a byte to the key; false when no line is left, and then the cursor is of no use any more.
    bool advance(char c);
    /// The key given so far is the one of line `index()`.
    bool complete() const { return lines_->byte(begin_, depth_) == '\t'; }
    std::uint32_t index() const { return begin_; }
    std::uint32_t depth() const { return depth_; }
    std::string_view value() const { return lines_->value(begin_, depth_); }

   private:
    const SortedLines* lines_;
    std::uint32_t begin_ = 0, end_ = 0, depth_ = 0;
  };

 private:
  unsigned char byte(std::uint32_t line, std::uint32_t depth) const { return static_cast<unsigned char>(text_[starts_[line] + depth]); }
  std::string_view text_;
  std::vector<std::uint32_t> starts_;          ///< of each line, and the end
  std::array<std::uint32_t, 257> first_{};     ///< first line of each first byte
};

}  // namespace digestkg
