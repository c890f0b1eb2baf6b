#pragma once
// Lines of `key<TAB>value` -> a hash table of keys that is walked byte by byte: a text is given up where no key goes on as it does.

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

  /// False when surely neither a key nor a key with an s behind it is the text of this word_hash: one look at one bit.
  bool may_be(std::uint32_t text) const { return has(text); }
  /// False when surely no key begins with the text of this word_hash and goes on with `next`: one look at one bit.
  bool may_go_on(std::uint32_t text, char next) const { return has(extended(text, next)); }
  /// The same of two letters or digits, the first of which may also be a key's last one with an s behind it.
  bool may_go_on(std::uint32_t text, char next, char after) const { return has(extended(extended(text, next), after)); }
  /// The value of the key with this hash.
  std::optional<std::string_view> find(const RunningHash& key) const;

 private:
  static std::uint32_t extended(std::uint32_t text, char next) { return combine(text, static_cast<unsigned char>(next)); }
  /// Two bits of one word: a text that is not there is taken for one that is when both were set for others.
  static std::uint64_t hint(std::uint32_t hash) { return 1ull << (hash >> 26) | 1ull << (hash >> 20 & 63); }
  bool has(std::uint32_t hash) const { return (~hints_[hash & hint_mask_] & hint(hash)) == 0; }
  void set(std::uint32_t hash) { hints_[hash & hint_mask_] |= hint(hash); }
  void add(std::string_view key, std::string_view value);

  struct Slot {
    std::uint64_t key = 0;    ///< 0 for none
    std::uint32_t value = 0;  ///< where it begins
    std::uint32_t size = 0;
  };
  std::size_t slot(const RunningHash& key) const;

  std::string_view text_;
  std::vector<Slot> slots_;
  std::vector<std::uint64_t> hints_;
  std::uint32_t hint_mask_ = 0;
};

}  // namespace digestkg
