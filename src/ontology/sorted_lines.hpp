#pragma once
// Lines of `key<TAB>value`, sorted by key, searched where they stand: a dictionary that costs nothing but its line starts.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace digestkg {

/// The first bytes of a folded text, as hashes of each of its beginnings.
struct Beginning {
  static constexpr std::size_t most = 6;
  std::array<std::uint32_t, most> hashes{};
  std::size_t size = 0;

  void push(char c) { hashes[size] = ((size == 0 ? 2166136261u : hashes[size - 1]) ^ static_cast<unsigned char>(c)) * 16777619u, ++size; }
};

/// Keys have no byte below the blank, so that a key sorts before all keys it begins.
class SortedLines {
 public:
  /// `lines` must outlive this; each ends in a line break.
  explicit SortedLines(std::string_view lines);

  std::size_t size() const { return starts_.size() - 1; }
  std::string_view line(std::size_t i) const { return text_.substr(starts_[i], starts_[i + 1] - 1 - starts_[i]); }
  std::string_view value(std::size_t i, std::size_t key_size) const { return line(i).substr(key_size + 1); }

  /// False when surely no key stands at a text with this beginning; costs a few bits where a search costs a walk.
  bool may_begin(const Beginning& beginning) const {
    for (std::size_t i = 0; i < beginning.size; ++i)
      if (begins_[bit(beginning.hashes[i], i + 1)]) return true;
    return false;
  }

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
    bool narrow(unsigned char wanted);
    std::uint32_t first_not_below(unsigned bound) const;
    const SortedLines* lines_;
    std::uint32_t begin_ = 0, end_ = 0, depth_ = 0;
    unsigned char first_ = 0;
  };

 private:
  struct Range {
    std::uint32_t begin = 0, end = 0;
  };
  /// Place of a lower-case letter or digit in the table of pairs, else `no_place`.
  static constexpr std::size_t places = 36, no_place = places;
  static constexpr std::size_t place(unsigned char c) {
    return c >= 'a' && c <= 'z' ? c - 'a' + 10u : c >= '0' && c <= '9' ? static_cast<std::size_t>(c - '0') : no_place;
  }
  void index_pairs();
  unsigned char byte(std::uint32_t line, std::uint32_t depth) const { return static_cast<unsigned char>(text_[starts_[line] + depth]); }
  /// A key's bit is that of its first Beginning::most bytes, or of all of a shorter one.
  static std::size_t bit(std::uint32_t hash, std::size_t size) { return (hash ^ (hash >> 15) ^ size * 0x9E3779u) % begin_bits; }
  static constexpr std::size_t begin_bits = 1 << 20;  // one bit in a hundred is set: few walks start in vain
  std::vector<bool> begins_ = std::vector<bool>(begin_bits);
  std::string_view text_;
  std::vector<std::uint32_t> starts_;          ///< of each line, and the end
  std::array<std::uint32_t, 257> first_{};     ///< first line of each first byte
  std::vector<Range> pairs_;                   ///< lines of each first pair of letters or digits: where most searches end
};

}  // namespace digestkg
