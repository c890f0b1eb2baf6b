#pragma once
// A linear classifier: the weights of ontology/weights/NAME.tsv and the probabilities they give.

#include "extract/features.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace digestkg {

/// Logistic model with one or more classes, each with its own weights; class probabilities are independent of each other.
/// Immutable; safe to use from several threads.
class LinearModel {
 public:
  static constexpr std::size_t most_classes = 4;
  using Scores = std::array<float, most_classes>;

  LinearModel() = default;
  /// Parses a weights file: a first line `classes<TAB>NAME...`, then `feature<TAB>weight...` a line. Throws Error when it is none.
  explicit LinearModel(std::string_view tsv);
  /// The embedded file ontology/weights/NAME.tsv; a model without weights (every probability one half) when there is none.
  static LinearModel embedded(std::string_view name);

  std::size_t classes() const { return classes_; }
  bool empty() const { return keys_.empty(); }
  /// Log-odds a class. Linear in the number of features; allocates nothing.
  Scores score(const HashedFeatures& features) const;
  static float probability(float log_odds);

 private:
  using Weights = std::array<float, most_classes>;
  /// Slot of `key`, or the free one where it would stand.
  std::size_t slot(std::uint32_t key) const {
    std::size_t i = key & mask_;
    while (keys_[i] != 0 && keys_[i] != key) i = (i + 1) & mask_;
    return i;
  }
  std::vector<std::uint32_t> keys_;  ///< apart from the weights: most features have none, and then only keys are touched
  std::vector<Weights> weights_;
  std::uint32_t mask_ = 0;
  std::size_t classes_ = 1;
};

/// Hash of a feature as a weights file writes it: `left,right=on|#3`.
std::uint32_t feature_hash(std::string_view written);

}  // namespace digestkg
