#pragma once
// The steps of training, each of which fits the weights of one part of extraction.

#include "training/gold.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace digestkg::training {

struct Options {
  std::string gold;     ///< folder with dev.jsonl, dev.entries.jsonl and split.tsv
  std::string weights;  ///< folder that takes NAME.tsv; nothing is written when empty
};

/// Fits, prints figures of cross-validation and writes weights.
struct Stage {
  std::string_view name;
  void (*run)(const std::vector<GoldRecord>& records, const Options& options);
};

/// Writes WEIGHTS/NAME.tsv unless options.weights is empty.
void write_weights(const Options& options, std::string_view name, const std::string& tsv);

}  // namespace digestkg::training
