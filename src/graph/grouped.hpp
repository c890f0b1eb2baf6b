#pragma once
// Items and whose they are -> the items of each owner.

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

namespace digestkg {

struct OwnedNumber {
  std::uint32_t owner, number;
};

/// Each owner's numbers in the order in which they came, by two passes instead of a sort.
class Grouped {
 public:
  Grouped(std::size_t owners, std::span<const OwnedNumber> items) : first_(owners + 2), numbers_(items.size()) {
    for (const OwnedNumber& item : items) ++first_[item.owner + 2];
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    for (const OwnedNumber& item : items) numbers_[first_[item.owner + 1]++] = item.number;
  }

  std::span<std::uint32_t> of(std::size_t owner) { return std::span(numbers_).subspan(first_[owner], first_[owner + 1] - first_[owner]); }

 private:
  std::vector<std::uint32_t> first_, numbers_;
};

}  // namespace digestkg
