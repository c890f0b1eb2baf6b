#pragma once
// A list that only grows, in chunks: it is never copied while it grows, and can be given back bit by bit while it is read.

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>
#include <vector>

namespace digestkg {

template <class Item>
class ChunkedList {
 public:
  std::size_t size() const { return size_; }

  void push_back(const Item& item) {
    if (chunks_.empty() || chunks_.back().size() == chunks_.back().capacity()) {
      chunks_.emplace_back().reserve(next_chunk_);
      next_chunk_ = std::min(2 * next_chunk_, most_in_chunk);
    }
    chunks_.back().push_back(item);
    ++size_;
  }
  /// Takes the items of `other` behind its own.
  void append(ChunkedList& other) {
    std::ranges::move(other.chunks_, std::back_inserter(chunks_));
    size_ += std::exchange(other.size_, 0);
    other.chunks_.clear();
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
    size_ = 0;
  }

 private:
  static constexpr std::size_t first_chunk = 8192, most_in_chunk = 64 * first_chunk;
  std::vector<std::vector<Item>> chunks_;
  std::size_t size_ = 0, next_chunk_ = first_chunk;
};

}  // namespace digestkg
