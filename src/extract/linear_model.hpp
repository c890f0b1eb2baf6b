#pragma once
// A linear classifier: the weights of ontology/weights/NAME.tsv and the probabilities they give.

#include "extract/compiled_model.hpp"
#include "extract/features.hpp"

#include <array>
#include <memory>
#include <string>
#include <string_view>

namespace digestkg {

/// Logistic model with one or more classes, each with its own weights; class probabilities are independent of each other.
/// Immutable; safe to use from several threads.
class LinearModel {
 public:
  static constexpr std::size_t most_classes = CompiledModel::most_classes;
  using Scores = std::array<float, most_classes>;
  /// Sums of weights in thousandths. Whole numbers: features may be summed in parts, in any order.
  using Sums = std::array<std::int32_t, most_classes>;

  LinearModel() = default;
  /// From the text of a weights file (compile_model). Throws Error when it is none.
  explicit LinearModel(std::string_view tsv) : own_(std::make_unique<const std::string>(compile_model(tsv))), model_(*own_) {}
  /// ontology/weights/NAME.tsv as compiled in; a model without weights (every probability one half) when there is none.
  static LinearModel embedded(std::string_view name);

  std::size_t classes() const { return model_.classes(); }
  bool empty() const { return model_.empty(); }
  /// The weights of the features but the real ones. Linear in their number; allocates nothing.
  Sums sum(const HashedFeatures& features) const;
  /// Log-odds a class, of the features and of others that were summed before.
  Scores score(const HashedFeatures& features, const Sums& others = {}) const;
  static float probability(float log_odds);

 private:
  std::unique_ptr<const std::string> own_;  ///< the bytes of a model that is not compiled in
  CompiledModel model_;
};

}  // namespace digestkg
