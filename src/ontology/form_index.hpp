#pragma once
// Lines of `key<TAB>value` -> a hash table of keys that is walked byte by byte: a text is given up where no key begins with it.

#include "base/word_hash.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace digestkg {

class FormIndex {
 public:
  /// `lines` must outlive this; each ends in a line break.
  explicit FormIndex(std::string_view lines);

  /// False when surely no key, and no key with an s behind it, begins with the text of this word_hash: one look at one bit.
  bool may_begin_with(std::uint32_t text) const { return begins_[bit(text)]; }
  /// The value of the key with this hash.
  std::optional<std::string_view> find(const RunningHash& key) const;

 private:
  static constexpr std::size_t bits = 1 << 19;  // one in ten is set; more would cost more cache misses than they spare searches
  static std::size_t bit(std::uint32_t hash) { return hash % bits; }
  void add(std::string_view key, std::uint32_t value);

  struct Slot {
    std::uint64_t key = 0;    ///< 0 for none
    std::uint32_t value = 0;  ///< where it begins
  };
  std::size_t slot(const RunningHash& key) const;

  std::string_view text_;
  std::vector<Slot> slots_;
  std::vector<bool> begins_ = std::vector<bool>(bits);
};

}  // namespace digestkg
