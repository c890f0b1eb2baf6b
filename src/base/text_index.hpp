#pragma once
// Numbers texts in the order in which they come: a hash table of 32-bit numbers beside the texts, one probe a text in most cases.

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
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
    const Slot& slot = slots_[place_of(text, code_of(text))];
    return slot.number == 0 ? std::nullopt : std::optional(slot.number - 1);
  }

  /// The number of `text`; a new one for keep(text), which must stay alive, when it was not there.
  template <class Keep>
  std::uint32_t add(std::string_view text, Keep keep) {
    make_room(1);
    return add(text, code_of(text), keep);
  }

  /// Appends what add() gives for each. A table larger than the caches is asked for many texts at once, so that their slots come from memory side by side.
  template <class Keep>
  void add_all(std::span<const std::string_view> texts, std::vector<std::uint32_t>& numbers, Keep keep) {
    std::array<std::uint32_t, at_once> codes;
    for (; !texts.empty(); texts = texts.subspan(std::min(at_once, texts.size()))) {
      const auto some = texts.first(std::min(at_once, texts.size()));
      make_room(some.size());
      for (std::size_t i = 0; i < some.size(); ++i) __builtin_prefetch(&slots_[(codes[i] = code_of(some[i])) & (slots_.size() - 1)]);
      for (std::size_t i = 0; i < some.size(); ++i) fetch_text(codes[i]);
      for (std::size_t i = 0; i < some.size(); ++i) numbers.push_back(add(some[i], codes[i], keep));
    }
  }

  /// A number for a text that was not there and that nobody looks for.
  std::uint32_t append(std::string_view kept) {
    texts_.push_back(kept);
    return size() - 1;
  }

  void clear() {
    if (slots_.size() > 1024) slots_.clear();  // else all that come would have to clear the room that one took
    std::ranges::fill(slots_, Slot{});
    texts_.clear();
    used_ = 0;
  }

 private:
  /// Half of the hash tells nearly all others apart without a look at the text.
  struct Slot {
    std::uint32_t code = 0;
    std::uint32_t number = 0;  ///< + 1; 0 for none
  };
  static constexpr std::size_t at_once = 32;

  static std::uint32_t code_of(std::string_view text) { return static_cast<std::uint32_t>(XXH3_64bits(text.data(), text.size())); }

  /// Where `text` stands or may be put.
  std::size_t place_of(std::string_view text, std::uint32_t code) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = code & mask;
    while (slots_[at].number != 0 && (slots_[at].code != code || texts_[slots_[at].number - 1] != text)) at = (at + 1) & mask;
    return at;
  }

  template <class Keep>
  std::uint32_t add(std::string_view text, std::uint32_t code, Keep keep) {
    Slot& slot = slots_[place_of(text, code)];
    if (slot.number == 0) {
      texts_.push_back(keep(text));
      slot = {code, size()};
      ++used_;
    }
    return slot.number - 1;
  }

  /// The text that will be compared comes from memory, too.
  void fetch_text(std::uint32_t code) const {
    const Slot& slot = slots_[code & (slots_.size() - 1)];
    if (slot.code == code && slot.number != 0) __builtin_prefetch(&texts_[slot.number - 1]);
  }

  void make_room(std::size_t more) {
    if (2 * (used_ + more) <= slots_.size()) return;
    std::vector<Slot> old(std::max<std::size_t>(64, 2 * slots_.size()));
    old.swap(slots_);
    const std::size_t mask = slots_.size() - 1;
    for (const Slot& slot : old) {
      if (slot.number == 0) continue;
      std::size_t at = slot.code & mask;
      while (slots_[at].number != 0) at = (at + 1) & mask;
      slots_[at] = slot;
    }
  }

  std::vector<Slot> slots_;
  std::vector<std::string_view> texts_;
  std::size_t used_ = 0;  ///< slots
};

}  // namespace digestkg
