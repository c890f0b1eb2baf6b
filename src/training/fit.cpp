// Examples in words -> sparse rows -> liblinear's logistic regression -> a weights file, or probabilities out of fold.

#include "training/fit.hpp"

#include "extract/linear_model.hpp"

#include <linear.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>

namespace digestkg::training {
namespace {

struct ModelDeleter {
  void operator()(model* m) const { free_and_destroy_model(&m); }
};
using ModelPointer = std::unique_ptr<model, ModelDeleter>;

/// Examples as liblinear takes them; feature numbers follow the names' order, so that nothing depends on a hash.
class Rows {
 public:
  Rows(const std::vector<Example>& examples, int least_count) {
    struct Count {
      int examples = 0;
      const Example* last = nullptr;
    };
    std::unordered_map<std::string_view, Count> counts;
    for (const Example& e : examples)
      for (const auto& [name, value] : e.features)
        if (Count& count = counts[name]; std::exchange(count.last, &e) != &e) ++count.examples;
    for (const auto& [name, count] : counts)
      if (count.examples >= least_count) names_.push_back(name);
    std::ranges::sort(names_);
    std::unordered_map<std::string_view, int> numbers;
    for (std::size_t i = 0; i < names_.size(); ++i) numbers.emplace(names_[i], static_cast<int>(i) + 1);
    rows_.reserve(examples.size());
    for (const Example& e : examples) rows_.push_back(row(e, numbers));
  }

  const std::vector<std::string_view>& names() const { return names_; }
  const std::vector<feature_node>& operator[](std::size_t i) const { return rows_[i]; }

 private:
  static std::vector<feature_node> row(const Example& e, const std::unordered_map<std::string_view, int>& numbers) {
    std::vector<feature_node> nodes;
    nodes.reserve(e.features.size() + 1);
    for (const auto& [name, value] : e.features)
      if (const auto found = numbers.find(name); found != numbers.end()) nodes.push_back({found->second, static_cast<double>(value)});
    std::ranges::stable_sort(nodes, {}, &feature_node::index);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      if (kept > 0 && nodes[kept - 1].index == nodes[i].index)
        nodes[kept - 1].value += nodes[i].value;
      else
        nodes[kept++] = nodes[i];
    }
    nodes.resize(kept);
    nodes.push_back({-1, 0});
    return nodes;
  }

  std::vector<std::string_view> names_;
  std::vector<std::vector<feature_node>> rows_;
};

/// How many copies of an example make up one unit of weight, so that weights of halves and quarters are whole copies.
int copies_per_weight(const std::vector<Example>& examples) {
  for (const int copies : {1, 2})
    if (std::ranges::all_of(examples, [&](const Example& e) {
          return std::nearbyint(e.weight * static_cast<float>(copies)) == e.weight * static_cast<float>(copies);
        }))
      return copies;
  return 4;
}

/// Weights of one class by feature number from 0, fitted on the examples outside `left_out`; all zero when there is one label only.
std::vector<double> fit_class(const Rows& rows, const std::vector<Example>& examples, int class_bit, double cost, int left_out) {
  std::vector<feature_node*> x;
  std::vector<double> y;
  const int copies = copies_per_weight(examples);
  for (std::size_t i = 0; i < examples.size(); ++i) {
    if (examples[i].fold == left_out) continue;
    const auto times = static_cast<long>(std::lround(examples[i].weight * static_cast<float>(copies)));
    for (long n = 0; n < times; ++n) {
      x.push_back(const_cast<feature_node*>(rows[i].data()));  // liblinear reads them only
      y.push_back(examples[i].label >> class_bit & 1);
    }
  }
  std::vector<double> weights(rows.names().size(), 0.0);
  if (weights.empty() || std::ranges::count(y, 1.0) == 0 || std::ranges::count(y, 0.0) == 0) return weights;
  const problem task{static_cast<int>(y.size()), static_cast<int>(weights.size()), y.data(), x.data(), -1};
  const parameter options{L2R_LR, 0.002, cost / copies, 0, nullptr, nullptr, 0.1, nullptr};
  set_print_string_function([](const char*) {});
  const ModelPointer fitted(train(&task, &options));
  const double sign = fitted->label[0] == 1 ? 1 : -1;
  for (std::size_t f = 0; f < weights.size(); ++f) weights[f] = sign * fitted->w[f];
  return weights;
}

std::string three_decimals(double value) {
  std::array<char, 32> buffer;
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, 3).ptr;
  std::string text(buffer.data(), end);
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text == "-0" ? "0" : text;
}

}  // namespace

std::string fit(const std::vector<Example>& examples, const std::vector<std::string>& classes, const FitOptions& options, int left_out) {
  const Rows rows(examples, options.least_count);
  std::vector<std::vector<double>> weights;
  for (std::size_t c = 0; c < classes.size(); ++c)
    weights.push_back(fit_class(rows, examples, static_cast<int>(c), options.cost, left_out));
  std::string text = "classes";
  for (const std::string& name : classes) text += '\t' + name;
  text += '\n';
  for (std::size_t f = 0; f < rows.names().size(); ++f) {
    if (std::ranges::all_of(weights, [&](const auto& w) { return std::abs(w[f]) < static_cast<double>(options.prune); })) continue;
    text += rows.names()[f];
    for (const auto& w : weights) text += '\t' + three_decimals(w[f]);
    text += '\n';
  }
  return text;
}

std::vector<std::vector<float>> out_of_fold(const std::vector<Example>& examples, const std::vector<std::string>& classes,
                                            const FitOptions& options, int folds) {
  const Rows rows(examples, options.least_count);
  std::vector<std::vector<float>> probabilities(examples.size(), std::vector<float>(classes.size()));
  for (std::size_t c = 0; c < classes.size(); ++c)
    for (int fold = 0; fold < folds; ++fold) {
      const std::vector<double> weights = fit_class(rows, examples, static_cast<int>(c), options.cost, fold);
      for (std::size_t i = 0; i < examples.size(); ++i) {
        if (examples[i].fold != fold) continue;
        double sum = 0;
        for (const feature_node& node : rows[i])
          if (node.index > 0) sum += weights[static_cast<std::size_t>(node.index) - 1] * node.value;
        probabilities[i][c] = LinearModel::probability(static_cast<float>(sum));
      }
    }
  return probabilities;
}

}  // namespace digestkg::training
