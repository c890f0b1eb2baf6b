#pragma once
// Owns text that views point into: chunks that never move, freed all at once.

#include <algorithm>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace digestkg {

/// Room for items that never move, in chunks large enough that the allocator takes them from the system: none stands between other things,
/// where it would keep their pages. Each chunk is twice as large as the one before, up to 16 MB.
template <class Item>
class Chunks {
 public:
  Item* room(std::size_t items) {
    if (items > first_chunk / 4) return add(items);
    if (items > left_) {
      at_ = add(left_ = next_chunk_);
      next_chunk_ = std::min(2 * next_chunk_, 64 * first_chunk);
    }
    left_ -= items;
    return std::exchange(at_, at_ + items);
  }

 private:
  static constexpr std::size_t first_chunk = (1 << 18) / sizeof(Item);

  Item* add(std::size_t items) { return chunks_.emplace_back(std::make_unique_for_overwrite<Item[]>(items)).get(); }

  std::vector<std::unique_ptr<Item[]>> chunks_;
  std::size_t next_chunk_ = first_chunk;
  Item* at_ = nullptr;
  std::size_t left_ = 0;
};

class TextPool {
 public:
  std::string_view keep(std::string_view text) {
    if (text.empty()) return {};
    char* const at = bytes_.room(text.size());
    std::memcpy(at, text.data(), text.size());
    return {at, text.size()};
  }
  /// Copies the list, not its texts.
  std::span<const std::string_view> keep_list(std::span<const std::string_view> list) {
    if (list.empty()) return {};
    std::string_view* const at = views_.room(list.size());
    std::copy(list.begin(), list.end(), at);
    return {at, list.size()};
  }

 private:
  Chunks<char> bytes_;
  Chunks<std::string_view> views_;
};

}  // namespace digestkg
