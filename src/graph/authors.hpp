#pragma once
// Author strings by number, and the authors of each paper.

#include "base/text_index.hpp"
#include "graph/listings.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace digestkg {

/// Papers are numbered in the order of listings. Names are views of the entries'.
class Authors {
 public:
  Authors(const std::vector<Entry>& entries, const ListingOrder& listings);

  const TextIndex& names() const { return names_; }
  std::size_t papers() const { return first_of_paper_.size() - 1; }
  /// Of all listings of a paper, each once, in the order in which they come.
  std::span<const std::uint32_t> of(std::size_t paper) const {
    return std::span(authors_).subspan(first_of_paper_[paper], first_of_paper_[paper + 1] - first_of_paper_[paper]);
  }

 private:
  std::vector<std::uint32_t> number_all(const std::vector<Entry>& entries, const ListingOrder& listings);

  TextIndex names_;
  std::vector<std::uint32_t> authors_;  ///< of papers, one paper behind the other
  std::vector<std::size_t> first_of_paper_;
};

}  // namespace digestkg
