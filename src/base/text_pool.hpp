#pragma once
// Owns text that views point into: chunks that never move, freed all at once.

#include <algorithm>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace digestkg {

class TextPool {
 public:
  TextPool() = default;
  TextPool(TextPool&&) noexcept = default;
  TextPool& operator=(TextPool&&) noexcept = default;

  std::string_view keep(std::string_view text) {
    if (text.empty()) return {};
    char* const at = room(text.size());
    std::memcpy(at, text.data(), text.size());
    return {at, text.size()};
  }
  /// Copies the list, not its texts.
  std::span<const std::string_view> keep_list(std::span<const std::string_view> list) {
    if (list.empty()) return {};
    lists_.push_back(std::make_unique<std::string_view[]>(list.size()));
    std::copy(list.begin(), list.end(), lists_.back().get());
    return {lists_.back().get(), list.size()};
  }

 private:
  char* room(std::size_t bytes) {
    constexpr std::size_t chunk = 1 << 18;
    if (bytes > chunk / 4) {
      chunks_.push_back(std::make_unique_for_overwrite<char[]>(bytes));
      return chunks_.back().get();
    }
    if (bytes > left_) {
      chunks_.push_back(std::make_unique_for_overwrite<char[]>(chunk));
      at_ = chunks_.back().get();
      left_ = chunk;
    }
    char* const here = at_;
    at_ += bytes;
    left_ -= bytes;
    return here;
  }
  std::vector<std::unique_ptr<char[]>> chunks_;
  std::vector<std::unique_ptr<std::string_view[]>> lists_;
  char* at_ = nullptr;
  std::size_t left_ = 0;
};

}  // namespace digestkg
