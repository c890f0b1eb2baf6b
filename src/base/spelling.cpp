// A misspelt word -> the words that were probably meant.

#include "base/spelling.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace digestkg {

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> two_ago(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], two_ago[j - 2] + 1);
    }
    std::swap(two_ago, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

std::vector<std::string_view> nearest_words(std::string_view word, std::span<const std::string_view> words, std::size_t count) {
  std::vector<std::pair<std::size_t, std::string_view>> near;
  for (const std::string_view candidate : words) {
    const std::size_t distance = word.size() > 1 && candidate.starts_with(word) ? 1 : edit_distance(word, candidate);
    if (distance <= 1 + word.size() / 4 && distance < word.size()) near.emplace_back(distance, candidate);
  }
  std::stable_sort(near.begin(), near.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string_view> best;
  for (std::size_t i = 0; i < std::min(count, near.size()); ++i) best.push_back(near[i].second);
  return best;
}

std::string did_you_mean(std::string_view word, std::span<const std::string_view> words) {
  const auto near = nearest_words(word, words, 1);
  return near.empty() ? "" : "; did you mean '" + std::string(near.front()) + "'?";
}

}  // namespace digestkg
