#pragma once
// Examples in words -> weights of a linear model, by liblinear's logistic regression.

#include "extract/features.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace digestkg::training {

struct Example {
  std::vector<std::pair<std::string, float>> features;  ///< NamedFeatures::features; a feature named twice counts twice
  int label = 0;                                        ///< bit c set: of class c
  int fold = 0;                                         ///< which fold the example's entry is in
  float weight = 1;
};

struct FitOptions {
  double cost = 0.3;    ///< liblinear's C
  int least_count = 2;  ///< features seen in fewer examples are left out
  float prune = 0.01F;  ///< weights below this are left out of the file
};

inline constexpr int no_fold = -1;

/// Weights as the text of a weights file, features sorted by name, fitted on the examples outside fold `left_out`. Deterministic.
std::string fit(const std::vector<Example>& examples, const std::vector<std::string>& classes, const FitOptions& options,
                int left_out = no_fold);

/// Probability of each class for each example by a model fitted without the example's fold.
std::vector<std::vector<float>> out_of_fold(const std::vector<Example>& examples, const std::vector<std::string>& classes,
                                            const FitOptions& options, int folds);

}  // namespace digestkg::training
