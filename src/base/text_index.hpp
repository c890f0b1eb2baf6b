#pragma once
// Numbers texts in the order in which they come: a hash table of 32-bit numbers beside the texts, one probe a text in most cases.

#include <xxhash.h>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace digestkg {

class TextIndex {
 public:
  std::uint32_t size() const { return static_cast<std::uint32_t>(texts_.size()); }
  std::string_view operator[](std::uint32_t number) const { return texts_[number]; }
  const std::vector<std::string_view>& texts() const { return texts_; }

  std::optional<std::uint32_t> find(std::string_view text) const {
    if (slots_.empty()) return std::nullopt;
    const std::uint32_t number = slots_[slot_of(text, hash(text))];
    return number == 0 ? std::nullopt : std::optional(number - 1);
  }

  /// The number of `text`; a new one for keep(text), which must stay alive, when it was not there.
  template <class Keep>
  std::uint32_t add(std::string_view text, Keep keep) {
    if (2 * (texts_.size() + 1) > slots_.size()) grow();
    const std::uint64_t code = hash(text);
    std::uint32_t& slot = slots_[slot_of(text, code)];
    if (slot == 0) {
      texts_.push_back(keep(text));
      hashes_.push_back(code);
      slot = size();
    }
    return slot - 1;
  }

 private:
  static std::uint64_t hash(std::string_view text) { return XXH3_64bits(text.data(), text.size()); }

  /// Where `text` stands or may be put.
  std::size_t slot_of(std::string_view text, std::uint64_t code) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = code & mask;
    while (slots_[at] != 0 && (hashes_[slots_[at] - 1] != code || texts_[slots_[at] - 1] != text)) at = (at + 1) & mask;
    return at;
  }

  void grow() {
    slots_.assign(slots_.empty() ? 64 : 2 * slots_.size(), 0);
    const std::size_t mask = slots_.size() - 1;
    for (std::uint32_t number = 0; number < texts_.size(); ++number) {
      std::size_t at = hashes_[number] & mask;
      while (slots_[at] != 0) at = (at + 1) & mask;
      slots_[at] = number + 1;
    }
  }

  std::vector<std::uint32_t> slots_;  ///< a number + 1; 0 for none
  std::vector<std::string_view> texts_;
  std::vector<std::uint64_t> hashes_;
};

}  // namespace digestkg
