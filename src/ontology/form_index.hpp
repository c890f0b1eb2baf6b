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
  /// `lines` must outlive this; they are sorted, and each ends in a line break.
  explicit FormIndex(std::string_view lines);

  /// False when surely no key, and no key with an s behind it, begins with the text of this word_hash: one look at one bit.
  bool may_begin_with(std::uint32_t text) const { return has(text, kBegins); }
  /// The value of the key with this hash.
  std::optional<std::string_view> find(const RunningHash& key) const;

 private:
  /// What is known of all texts of like hashes: whether some key begins so, and whether one is so.
  enum Hint : unsigned { kBegins = 1, kIsKey = 2 };
  bool has(std::uint32_t hash, Hint hint) const { return (hints_[(hash & hint_mask_) / 4] >> (2 * (hash % 4)) & hint) != 0; }
  void set(std::uint32_t hash, Hint hint) { hints_[(hash & hint_mask_) / 4] |= static_cast<std::uint8_t>(hint << (2 * (hash % 4))); }
  void add(std::string_view key, std::uint32_t value);

  struct Slot {
    std::uint64_t key = 0;    ///< 0 for none
    std::uint32_t value = 0;  ///< where it begins
  };
  std::size_t slot(const RunningHash& key) const;

  std::string_view text_;
  std::vector<Slot> slots_;
  std::vector<std::uint8_t> hints_;  ///< four a byte, of which about one in ten is set: more would cost more cache misses than they spare searches
  std::uint32_t hint_mask_ = 0;
};

}  // namespace digestkg
