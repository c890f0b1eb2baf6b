// Sorted lines -> where each line starts, and a search that goes on byte by byte.

#include "ontology/sorted_lines.hpp"

#include <algorithm>

namespace digestkg {

SortedLines::SortedLines(std::string_view lines) : text_(lines) {
  starts_.reserve(lines.size() / 32 + 1);
  std::size_t next = 0;
  for (std::size_t at = 0; at < lines.size(); at = lines.find('\n', at) + 1) {
    const auto first = static_cast<unsigned char>(lines[at]);
    for (; next <= first; ++next) first_[next] = static_cast<std::uint32_t>(starts_.size());
    starts_.push_back(static_cast<std::uint32_t>(at));
  }
  for (; next < first_.size(); ++next) first_[next] = static_cast<std::uint32_t>(starts_.size());
  starts_.push_back(static_cast<std::uint32_t>(lines.size()));
}

bool SortedLines::Cursor::advance(char c) {
  const auto wanted = static_cast<unsigned char>(c);
  if (depth_ == 0) {
    begin_ = lines_->first_[wanted];
    end_ = lines_->first_[wanted + 1u];
  } else {
    const auto first_not_below = [&](unsigned bound) {
      std::uint32_t low = begin_, high = end_;
      while (low < high) {
        const std::uint32_t middle = low + (high - low) / 2;
        if (lines_->byte(middle, depth_) < bound) low = middle + 1; else high = middle;
      }
      return low;
    };
    begin_ = first_not_below(wanted);
    end_ = first_not_below(wanted + 1u);
  }
  ++depth_;
  return begin_ < end_;
}

}  // namespace digestkg
