// Features -> the sum of their weights.

#include "extract/linear_model.hpp"

#include "ontology/embedded.hpp"

#include <algorithm>
#include <cmath>
#include <type_traits>

namespace digestkg {

LinearModel LinearModel::embedded(std::string_view name) {
  LinearModel model;
  for (const EmbeddedFile& file : compiled_weights())
    if (file.name == name) model.model_ = CompiledModel(file.bytes);
  return model;
}

namespace {

/// Calls work with the number of classes known when compiling.
template <class Work>
auto with_classes(std::size_t classes, Work work) {
  switch (classes) {
    case 1: return work(std::integral_constant<std::size_t, 1>());
    case 2: return work(std::integral_constant<std::size_t, 2>());
    case 3: return work(std::integral_constant<std::size_t, 3>());
    default: return work(std::integral_constant<std::size_t, LinearModel::most_classes>());
  }
}

}  // namespace

template <std::size_t classes>
LinearModel::Sums LinearModel::sum_of(const HashedFeatures& features) const {
  Sums sums{};
  for (const std::uint32_t key : features.keys()) {
    const std::array<std::int16_t, classes> weights = model_.weights<classes>(key);
    for (std::size_t c = 0; c < classes; ++c) sums[c] += weights[c];
  }
  return sums;
}

template <std::size_t classes>
void LinearModel::add_reals(const HashedFeatures& features, Scores& scores) const {
  for (const auto& [key, value] : features.reals()) {
    const std::array<std::int16_t, classes> weights = model_.weights<classes>(key);
    for (std::size_t c = 0; c < classes; ++c) scores[c] += value * static_cast<float>(weights[c]) / 1000.0F;
  }
}

LinearModel::Sums LinearModel::sum(const HashedFeatures& features) const {
  if (empty()) return {};
  return with_classes(classes(), [&](auto known) { return sum_of<known>(features); });
}

LinearModel::Scores LinearModel::score(const HashedFeatures& features, const Sums& others) const {
  const Sums sums = sum(features);
  Scores scores;
  for (std::size_t c = 0; c < most_classes; ++c) scores[c] = static_cast<float>(sums[c] + others[c]) / 1000.0F;
  if (!empty() && !features.reals().empty()) with_classes(classes(), [&](auto known) { add_reals<known>(features, scores); });
  return scores;
}

float LinearModel::probability(float log_odds) { return 1.0F / (1.0F + std::exp(-log_odds)); }

}  // namespace digestkg
