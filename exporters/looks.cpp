// Kinds and scores -> colours and sizes.

#include "exporters/looks.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace digestkg::exporters {
namespace {

constexpr std::array<Colour, kind_count> palette{{
    {0x2B, 0x34, 0x46},  // Paper
    {0xB3, 0x24, 0x9A},  // Author
    {0x0B, 0x66, 0xDC},  // Method
    {0xBF, 0x44, 0x08},  // Benchmark
    {0x0C, 0x65, 0x40},  // Dataset
    {0x7A, 0x5C, 0x00},  // Metric
    {0x5B, 0x3F, 0xA8},  // Task
    {0x74, 0x80, 0x94},  // Result
    {0x9A, 0xA4, 0xB2},  // Digest
}};

/// The range to which Gephi stretches sizes when it opens a file, so that it shows them as they are written.
constexpr double smallest = 4, largest = 100;

}  // namespace

Colour colour(Kind kind) { return palette[static_cast<std::size_t>(kind)]; }

std::string hex(Colour colour) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string text = "#";
  for (const auto part : {colour.red, colour.green, colour.blue}) (text += digits[part >> 4]) += digits[part & 15];
  return text;
}

Sizes::Sizes(const Graph& graph) : sizes_(graph.nodes().size(), 0) {
  bool ranked = false;
  for (NodeId id = 0; id < sizes_.size(); ++id) {
    const Value* const rank = graph.value(graph.node(id), Key::PageRank);
    if (rank == nullptr) continue;
    ranked = true;
    sizes_[id] = std::get<double>(*rank);
  }
  if (!ranked)
    for (NodeId id = 0; id < sizes_.size(); ++id) sizes_[id] = static_cast<double>(graph.out_edges(id).size() + graph.in_edges(id).size());
  if (sizes_.empty()) return;
  for (double& size : sizes_) size = std::sqrt(std::max(size, 0.0));
  const auto [least, most] = std::ranges::minmax(sizes_);
  for (double& size : sizes_) {
    const double share = most > least ? (size - least) / (most - least) : 0;
    size = std::round((smallest + (largest - smallest) * share) * 100) / 100;
  }
}

}  // namespace digestkg::exporters
