#pragma once
// Frees entries and extractions once they are in the graph, so that a large archive is not held twice.

#include "base/memory.hpp"

#include <digestkg/graph.hpp>

#include <utility>
#include <vector>

namespace digestkg {

class Spending {
 public:
  /// Frees nothing: faster where memory does not matter.
  Spending() = default;
  Spending(std::vector<Entry>& entries, std::vector<Extraction>& extractions) : entries_(&entries), extractions_(&extractions) {}

  void free_entry(std::size_t i) { free(entries_, i); }
  void free_extraction(std::size_t i) { free(extractions_, i); }
  /// To be called when all entries, or all extractions, are in the graph.
  void free_entries() { free_all(entries_); }
  void free_extractions() { free_all(extractions_); }

 private:
  template <class Item>
  void free(std::vector<Item>* items, std::size_t i) {
    if (items == nullptr) return;
    const Item spent = std::move((*items)[i]);  // an empty string that is assigned would leave the room of the old one
    if (++freed_ % large_archive == 0) give_back_memory();
  }
  template <class Item>
  void free_all(std::vector<Item>* items) const {
    if (items == nullptr) return;
    std::vector<Item>().swap(*items);
    if (freed_ >= large_archive) give_back_memory();
  }

  std::vector<Entry>* entries_ = nullptr;
  std::vector<Extraction>* extractions_ = nullptr;
  std::size_t freed_ = 0;
};

}  // namespace digestkg
