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
    Beginning beginning;
    for (std::size_t i = at; beginning.size < Beginning::most && lines[i] != '\t'; ++i) beginning.push(lines[i]);
    if (beginning.size > 0) begins_[bit(beginning.hashes[beginning.size - 1], beginning.size)] = true;
  }
  for (; next < first_.size(); ++next) first_[next] = static_cast<std::uint32_t>(starts_.size());
  starts_.push_back(static_cast<std::uint32_t>(lines.size()));
  index_pairs();
}

void SortedLines::index_pairs() {
  pairs_.resize(places * places);
  for (std::uint32_t i = 0; i < size(); ++i) {
    const std::size_t a = place(byte(i, 0)), b = place(byte(i, 1));
    if (a == no_place || b == no_place) continue;
    Range& range = pairs_[a * places + b];
    if (range.end == 0) range.begin = i;
    range.end = i + 1;
  }
}

bool SortedLines::Cursor::advance(char c) {
  const auto wanted = static_cast<unsigned char>(c);
  const std::size_t a = place(first_), b = place(wanted);
  if (depth_ == 0) {
    begin_ = lines_->first_[wanted];
    end_ = lines_->first_[wanted + 1u];
    first_ = wanted;
  } else if (depth_ == 1 && a != no_place && b != no_place) {
    const Range range = lines_->pairs_[a * places + b];
    begin_ = range.begin;
    end_ = range.end;
  } else if (!narrow(wanted)) {
    return false;
  }
  ++depth_;
  return begin_ < end_;
}

bool SortedLines::Cursor::narrow(unsigned char wanted) {
  begin_ = first_not_below(wanted);
  if (begin_ == end_ || lines_->byte(begin_, depth_) != wanted) return false;
  if (lines_->byte(end_ - 1, depth_) != wanted) end_ = first_not_below(wanted + 1u);
  return true;
}

/// The first of the lines left whose byte at the present depth is not below `bound`.
std::uint32_t SortedLines::Cursor::first_not_below(unsigned bound) const {
  std::uint32_t low = begin_, high = end_;
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    if (lines_->byte(middle, depth_) < bound) low = middle + 1; else high = middle;
  }
  return low;
}

}  // namespace digestkg
