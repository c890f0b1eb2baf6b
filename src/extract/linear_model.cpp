// Features -> the sum of their weights.

#include "extract/linear_model.hpp"

#include "ontology/embedded.hpp"

#include <algorithm>
#include <cmath>

namespace digestkg {

LinearModel LinearModel::embedded(std::string_view name) {
  LinearModel model;
  for (const EmbeddedFile& file : compiled_weights())
    if (file.name == name) model.model_ = CompiledModel(file.bytes);
  return model;
}

LinearModel::Sums LinearModel::sum(const HashedFeatures& features) const {
  const CompiledModel::Lanes sums = empty() ? CompiledModel::Lanes{} : model_.sum(features.keys());
  Sums known{};
  for (std::size_t c = 0; c < most_classes; ++c) known[c] = c < classes() ? sums[c] : 0;
  return known;
}

LinearModel::Scores LinearModel::score(const HashedFeatures& features, const Sums& others) const {
  const Sums sums = sum(features);
  Scores scores;
  for (std::size_t c = 0; c < most_classes; ++c) scores[c] = static_cast<float>(sums[c] + others[c]) / 1000.0F;
  if (empty()) return scores;
  for (const auto& [key, value] : features.reals()) {
    const CompiledModel::Lanes weights = model_.weights(key);
    for (std::size_t c = 0; c < classes(); ++c) scores[c] += value * static_cast<float>(weights[c]) / 1000.0F;
  }
  return scores;
}

float LinearModel::probability(float log_odds) { return 1.0F / (1.0F + std::exp(-log_odds)); }

}  // namespace digestkg
