// Annotated pairs -> weights of the models that relate names.

#include "extract/relations.hpp"
#include "training/fit.hpp"
#include "training/project.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <functional>

namespace digestkg::training {
namespace {

using GoldPairs = std::vector<std::pair<std::string, std::string>>;

bool holds(const Case& c, const GoldPairs& pairs, std::size_t a, std::size_t b) {
  if (c.gold_of[a] < 0 || c.gold_of[b] < 0) return false;
  const auto name = [&](std::size_t e) -> const std::string& {
    return c.record->entities[static_cast<std::size_t>(c.gold_of[e])].forms.front();
  };
  return std::ranges::find(pairs, std::pair(name(a), name(b))) != pairs.end();
}

struct Examples {
  std::vector<Example> methods, data;
};

void make_examples(const Case& c, const ReadNumbers& numbers, float weight, Examples& examples) {
  std::vector<Claimed> claims;
  find_comparisons(c.passage, claims);
  const PairContext context{c.passage, numbers.results, claims, numbers.scored};
  const std::size_t count = c.gold_of.size();
  for (std::size_t a = 0; a < count; ++a)
    for (std::size_t b = 0; b < count; ++b) {
      if (!is_candidate_pair(context, a, b)) continue;
      NamedFeatures f;
      object_features(c.passage, c.passage.role(a), b, f);
      pair_features(context, a, b, f);
      const bool methods = c.passage.is_method(b);
      const int label = methods ? holds(c, c.record->uses, a, b) + 2 * holds(c, c.record->outperforms, a, b)
                                : holds(c, c.record->trained_on, a, b) + 2 * holds(c, c.record->evaluated_on, a, b);
      (methods ? examples.methods : examples.data).push_back({std::move(f.features), label, c.record->fold, weight});
    }
}

const std::vector<std::string> method_classes{"uses", "outperforms"}, data_classes{"trained_on", "evaluated_on"};

struct Weights {
  std::string methods, data;
};

Weights fit_both(const Examples& e, int left_out) {
  const FitOptions options{.cost = 0.04, .least_count = 3, .prune = 0.01F};
  return {fit(e.methods, method_classes, options, left_out), fit(e.data, data_classes, options, left_out)};
}

RelationModels models_of(const Weights& w) {
  RelationModels m;
  m.methods = LinearModel(w.methods);
  m.data = LinearModel(w.data);
  return m;
}

/// All pairs with any probability, out of fold.
std::vector<std::vector<Fact>> read_all(const std::vector<Case>& cases, const std::vector<ReadNumbers>& numbers,
                                        const std::array<RelationModels, folds>& models) {
  std::vector<std::vector<Fact>> facts(cases.size());
  HashedFeatures features;
  std::vector<Claimed> claims;
  for (std::size_t r = 0; r < cases.size(); ++r) {
    find_comparisons(cases[r].passage, claims);
    read_relations({cases[r].passage, numbers[r].results, claims, numbers[r].scored}, models[static_cast<std::size_t>(cases[r].record->fold)], features, facts[r]);
  }
  return facts;
}

using Keep = std::function<bool(std::size_t relation, float confidence)>;

Evaluation evaluate_kept(const std::vector<Case>& cases, const std::vector<std::vector<Fact>>& facts, const Keep& keep) {
  std::vector<Record> gold, predicted;
  for (std::size_t r = 0; r < cases.size(); ++r) {
    if (!cases[r].record->measured) continue;
    std::vector<Fact> kept;
    for (const Fact& f : facts[r])
      if (keep(static_cast<std::size_t>(std::ranges::find(pair_relations, f.relation) - pair_relations.begin()), f.evidence.confidence))
        kept.push_back(f);
    gold.push_back(record_of(*cases[r].record));
    predicted.push_back(record_of(cases[r], kept, {}));
  }
  return evaluate(gold, predicted);
}

/// The threshold of each relation with the best F1.
std::array<float, 4> best_thresholds(const std::vector<Case>& cases, const std::vector<std::vector<Fact>>& facts) {
  std::array<float, 4> best{};
  std::array<double, 4> best_f1{};
  float t = 0.2F;
  for (int step = 0; step < 13; ++step, t += 0.04F) {
    const Evaluation e = evaluate_kept(cases, facts, [&](std::size_t, float confidence) { return confidence >= t; });
    for (std::size_t k = 0; k < 4; ++k) {
      const auto row = std::ranges::find(e.rows, info(pair_relations[k]).record, &EvaluationRow::name);
      if (row->tally.f1() > best_f1[k]) best_f1[k] = row->tally.f1(), best[k] = t;
    }
  }
  return best;
}

void measure(const char* heading, const std::vector<Case>& cases, const std::vector<std::vector<Fact>>& facts, const Options& options) {
  const std::array<float, 4> thresholds = best_thresholds(cases, facts);
  const Evaluation e =
      evaluate_kept(cases, facts, [&](std::size_t relation, float confidence) { return confidence >= thresholds[relation]; });
  print(heading, e, {"relations", "introduces", "uses", "trained_on", "evaluated_on", "outperforms"});
  std::printf("  thresholds:");
  for (std::size_t k = 0; k < 4; ++k)
    std::printf(" %s %.2f", std::string(info(pair_relations[k]).record).c_str(), static_cast<double>(thresholds[k]));
  std::printf("\n");
  for (std::size_t k = 0; k < 4; ++k) {
    std::printf("  %s", std::string(info(pair_relations[k]).record).c_str());
    print_calibration(info(pair_relations[k]).record, [&](float from, float to) {
      return evaluate_kept(cases, facts, [&](std::size_t, float confidence) { return confidence >= from && confidence < to; });
    });
  }
  if (options.errors) print_differences(heading, e, {"uses", "trained_on", "evaluated_on", "outperforms"});
}

}  // namespace

void train_relations(Work& work, const Options& options) {
  const Cases cases = make_cases(work);
  const std::vector<ReadNumbers> none(cases.gold.size());
  const auto& with_gold = work.numbers_of_gold.empty() ? none : work.numbers_of_gold;
  const auto& with_predicted = work.numbers.empty() ? none : work.numbers;
  Examples examples;
  for (std::size_t r = 0; r < cases.gold.size(); ++r)
    make_examples(cases.gold[r], with_gold[r], cases.predicted.empty() ? 1.0F : 0.5F, examples);
  for (std::size_t r = 0; r < cases.predicted.size(); ++r) make_examples(cases.predicted[r], with_predicted[r], 0.5F, examples);
  std::printf("relations: %zu pairs of methods, %zu of methods and data\n", examples.methods.size(), examples.data.size());
  std::array<RelationModels, folds> models;
  for (int fold = 0; fold < folds; ++fold) {
    models[static_cast<std::size_t>(fold)] = models_of(fit_both(examples, fold));
    models[static_cast<std::size_t>(fold)].thresholds = {0.1F, 0.1F, 0.1F, 0.1F};
  }
  measure("relations, annotated names", cases.gold, read_all(cases.gold, with_gold, models), options);
  if (!cases.predicted.empty())
    measure("relations, predicted names", cases.predicted, read_all(cases.predicted, with_predicted, models), options);
  const Weights all = fit_both(examples, no_fold);
  write_weights(options, "method_pairs", all.methods);
  write_weights(options, "data_pairs", all.data);
}

}  // namespace digestkg::training
