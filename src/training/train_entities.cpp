// Predicted names -> weights of the models for kinds and introductions, and scenes predicted out of fold.

#include "extract/entities.hpp"
#include "training/fit.hpp"
#include "training/stage.hpp"

#include <algorithm>
#include <cstdio>
#include <set>

namespace digestkg::training {
namespace {

bool introduces(const GoldRecord& record, int gold) {
  return gold >= 0 && std::ranges::find(record.introduces, record.entities[static_cast<std::size_t>(gold)].forms.front()) != record.introduces.end();
}

/// Gold kinds as bits: method, benchmark, dataset.
int kind_bits(const GoldEntity& entity) {
  const auto bit = [](Kind kind) { return 1 << (static_cast<int>(kind) - static_cast<int>(Kind::Method)); };
  return bit(entity.kind) | (entity.also ? bit(*entity.also) : 0);
}

struct Figures {
  int right = 0, extra = 0, missed = 0;
  void print(const char* name) const {
    const double p = right + extra ? 1.0 * right / (right + extra) : 0, r = right + missed ? 1.0 * right / (right + missed) : 0;
    std::printf("  %-12s P %.3f R %.3f F1 %.3f\n", name, p, r, p + r > 0 ? 2 * p * r / (p + r) : 0);
  }
};

Figures entity_figures(const Work& work) {
  Figures f;
  for (std::size_t r = 0; r < work.records.size(); ++r) {
    if (!work.records[r].measured) continue;
    std::set<int> taken;
    int right = 0;
    for (std::size_t e = 0; e < work.predicted[r].entities.size(); ++e) {
      const int g = work.gold_of[r][e];
      if (g < 0 || !taken.insert(g).second) continue;
      const GoldEntity& gold = work.records[r].entities[static_cast<std::size_t>(g)];
      const Kind kind = work.predicted[r].entities[e].kind;
      right += kind == gold.kind || (gold.also && kind == *gold.also);
    }
    f.right += right;
    f.extra += static_cast<int>(work.predicted[r].entities.size()) - right;
    f.missed += static_cast<int>(work.records[r].entities.size()) - right;
  }
  return f;
}

Figures intro_figures(const Work& work, float threshold) {
  Figures f;
  for (std::size_t r = 0; r < work.records.size(); ++r) {
    if (!work.records[r].measured) continue;
    std::set<int> found;
    for (std::size_t e = 0; e < work.predicted[r].entities.size(); ++e) {
      if (work.predicted[r].entities[e].intro_probability < threshold) continue;
      const int g = work.gold_of[r][e];
      if (!introduces(work.records[r], g)) ++f.extra;
      else found.insert(g);
    }
    f.right += static_cast<int>(found.size());
    f.missed += static_cast<int>(work.records[r].introduces.size() - found.size());
  }
  return f;
}

}  // namespace

void train_entities(Work& work, const Options& options) {
  const std::vector<std::string> kind_classes{"method", "benchmark", "dataset"};
  std::vector<Example> kinds;
  for (std::size_t r = 0; r < work.records.size(); ++r)
    for (std::size_t e = 0; e < work.predicted[r].entities.size(); ++e) {
      NamedFeatures features;
      kind_features(work.predicted[r], e, features);
      const int g = work.gold_of[r][e];
      // What is no name at all has no kind: it is shown to the model with no weight, so that out of fold it gets a kind all the same.
      kinds.push_back({std::move(features.features), g >= 0 ? kind_bits(work.records[r].entities[static_cast<std::size_t>(g)]) : 0, work.records[r].fold,
                       g >= 0 ? 1.0F : 0.0F});
    }
  const FitOptions kind_fit{.cost = 0.3, .least_count = 3, .prune = 0.02F};
  const auto kind_p = out_of_fold(kinds, kind_classes, kind_fit, folds);
  std::size_t next = 0;
  for (Scene& scene : work.predicted) {
    for (Entity& entity : scene.entities) {
      std::copy_n(kind_p[next++].begin(), 3, entity.kind_probability.begin());
    }
    settle(scene);
  }
  entity_figures(work).print("entities");
  write_weights(options, "kinds", fit(kinds, kind_classes, kind_fit));

  std::vector<Example> intros;
  for (std::size_t r = 0; r < work.records.size(); ++r)
    for (std::size_t e = 0; e < work.predicted[r].entities.size(); ++e) {
      NamedFeatures features;
      intro_features(work.predicted[r], e, features);
      intros.push_back({std::move(features.features), introduces(work.records[r], work.gold_of[r][e]), work.records[r].fold, 1});
    }
  const FitOptions intro_fit{.cost = 0.15, .least_count = 3, .prune = 0.02F};
  const auto intro_p = out_of_fold(intros, {"introduced"}, intro_fit, folds);
  next = 0;
  for (Scene& scene : work.predicted)
    for (Entity& entity : scene.entities) entity.intro_probability = intro_p[next++][0];
  for (const float threshold : {0.35F, 0.4F, 0.45F, 0.5F, 0.55F}) {
    std::printf("  threshold %.2f", static_cast<double>(threshold));
    intro_figures(work, threshold).print("introduces");
  }
  for (Scene& scene : work.predicted) settle(scene);
  write_weights(options, "introduces", fit(intros, {"introduced"}, intro_fit));
}

}  // namespace digestkg::training
