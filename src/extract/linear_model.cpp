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

template <std::size_t classes>
LinearModel::Scores LinearModel::sum(const HashedFeatures& features) const {
  Scores sums{};
  const auto add = [&](std::uint32_t key, float value) {
    const std::array<float, classes> weights = model_.weights<classes>(key);
    for (std::size_t c = 0; c < classes; ++c) sums[c] += value * weights[c];
  };
  for (const std::uint32_t key : features.keys()) add(key, 1.0F);
  for (const auto& [key, value] : features.reals()) add(key, value);
  return sums;
}

LinearModel::Scores LinearModel::score(const HashedFeatures& features) const {
  if (empty()) return {};
  switch (classes()) {
    case 1: return sum<1>(features);
    case 2: return sum<2>(features);
    case 3: return sum<3>(features);
    default: return sum<most_classes>(features);
  }
}

float LinearModel::probability(float log_odds) { return 1.0F / (1.0F + std::exp(-log_odds)); }

}  // namespace digestkg
