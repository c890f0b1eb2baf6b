#pragma once
// Frees extractions once they are in the graph, so that a large archive is not held twice.

#include "base/memory.hpp"

#include <digestkg/extract.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace digestkg {

class Spending {
 public:
  /// Frees nothing: faster where memory does not matter.
  Spending() = default;
  explicit Spending(std::vector<Extraction>& extractions) : extractions_(&extractions), at_once_(std::max(large_archive, extractions.size() / 16)) {}

  /// Safe beside free_results().
  void free_facts(std::size_t i) {
    if (extractions_ == nullptr) return;
    std::vector<Thing>().swap((*extractions_)[i].things);
    std::vector<Fact>().swap((*extractions_)[i].facts);
  }
  void free_results(std::size_t i) {
    if (extractions_ == nullptr) return;
    std::vector<ReportedResult>().swap((*extractions_)[i].results);
    std::vector<AddressedTask>().swap((*extractions_)[i].tasks);
    if (++freed_ % at_once_ == 0) give_back_memory();
  }
  /// To be called when all extractions are in the graph.
  void free_all() const {
    if (extractions_ == nullptr) return;
    std::vector<Extraction>().swap(*extractions_);
    if (freed_ >= large_archive) give_back_memory();
  }

 private:
  std::vector<Extraction>* extractions_ = nullptr;
  std::size_t freed_ = 0;
  std::size_t at_once_ = large_archive;  ///< giving back looks at all that is free, so a larger archive must not do it more often
};

}  // namespace digestkg
