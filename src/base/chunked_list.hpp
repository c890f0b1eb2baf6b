#pragma once
// A list that only grows, in chunks: it is never copied while it grows, and can be given back bit by bit while it is read.

#include <cstddef>
#include <vector>

namespace digestkg {

template <class Item>
class ChunkedList {
 public:
  std::size_t size() const { return chunks_.empty() ? 0 : (chunks_.size() - 1) * per_chunk + chunks_.back().size(); }

  void push_back(const Item& item) {
    if (chunks_.empty() || chunks_.back().size() == per_chunk) chunks_.emplace_back().reserve(per_chunk);
    chunks_.back().push_back(item);
  }
  /// Calls visit(item) for each, in order.
  template <class Visit>
  void for_each(Visit visit) {
    for (auto& chunk : chunks_)
      for (Item& item : chunk) visit(item);
  }
  /// The same, and frees each chunk when it was visited: the list is empty then.
  template <class Visit>
  void drain(Visit visit) {
    for (auto& chunk : chunks_) {
      for (const Item& item : chunk) visit(item);
      std::vector<Item>().swap(chunk);
    }
    chunks_.clear();
  }

 private:
  static constexpr std::size_t per_chunk = 8192;
  std::vector<std::vector<Item>> chunks_;
};

}  // namespace digestkg
