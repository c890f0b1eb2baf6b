// Candidates of annotated entries -> weights of the name model and names predicted out of fold.

#include "extract/entities.hpp"
#include "training/fit.hpp"
#include "training/stage.hpp"

#include <algorithm>
#include <cstdio>
#include <set>

namespace digestkg::training {
namespace {

struct Proposed {
  std::vector<AcronymPair> pairs;
  std::vector<Candidate> candidates;
};

std::set<std::string> folded_forms(const GoldRecord& record) {
  std::set<std::string> forms;
  for (const GoldEntity& entity : record.entities)
    for (const std::string& form : entity.forms) forms.insert(score_fold(form));
  return forms;
}

/// Gold entity that shares a form with `entity`, or -1.
int gold_of(const Entity& entity, const GoldRecord& record) {
  for (std::size_t g = 0; g < record.entities.size(); ++g)
    for (const std::string& form : record.entities[g].forms)
      for (const std::string& mine : entity.forms)
        if (score_fold(mine) == score_fold(form)) return static_cast<int>(g);
  return -1;
}

struct Counts {
  int right = 0, predicted = 0, gold = 0;
  double f1() const { return predicted + gold == 0 ? 0 : 2.0 * right / (predicted + gold); }
};

Counts count_names(const Work& work) {
  Counts counts;
  for (std::size_t r = 0; r < work.records.size(); ++r) {
    if (!work.records[r].measured) continue;
    std::set<int> found;
    for (const int g : work.gold_of[r])
      if (g >= 0) found.insert(g);
    counts.right += static_cast<int>(found.size());
    counts.predicted += static_cast<int>(work.gold_of[r].size());
    counts.gold += static_cast<int>(work.records[r].entities.size());
  }
  return counts;
}

/// The words around a span, for people who read errors.
std::string around(const Document& d, Span span) {
  const std::uint32_t begin = d.token(span.begin).begin, end = d.token(span.end - 1u).end;
  const std::uint32_t from = begin > 45 ? begin - 45 : 0;
  std::string text(d.text().substr(from, begin - from));
  text += ">>" + std::string(d.text().substr(begin, end - begin)) + "<<" + std::string(d.text().substr(end, 45));
  std::ranges::replace(text, '\n', '~');
  return text;
}

void print_errors(const Work& work, const std::vector<Proposed>& proposed, const std::vector<std::vector<float>>& probabilities) {
  std::size_t next = 0;
  for (std::size_t r = 0; r < work.records.size(); ++r) {
    const Document& d = work.documents[r];
    const std::string& id = work.records[r].entry.id;
    const std::size_t first = next;
    next += proposed[r].candidates.size();
    if (!work.records[r].measured) continue;
    for (std::size_t e = 0; e < work.predicted[r].entities.size(); ++e)
      if (work.gold_of[r][e] < 0)
        std::printf("%s extra (%.2f): %s\n", id.c_str(), static_cast<double>(work.predicted[r].entities[e].name_probability),
                    around(d, work.predicted[r].entities[e].mentions.front()).c_str());
    for (std::size_t g = 0; g < work.records[r].entities.size(); ++g) {
      if (std::ranges::find(work.gold_of[r], static_cast<int>(g)) != work.gold_of[r].end()) continue;
      const GoldEntity& gold = work.records[r].entities[g];
      std::printf("%s missed: %s", id.c_str(), gold.forms.front().c_str());
      for (std::size_t i = 0; i < proposed[r].candidates.size(); ++i) {
        const Span span = proposed[r].candidates[i].spans.front();
        for (const std::string& form : gold.forms)
          if (score_fold(d.text(span)) == score_fold(form)) std::printf(" (%.2f) %s", static_cast<double>(probabilities[first + i][0]), around(d, span).c_str());
      }
      std::printf("\n");
    }
  }
}

/// Candidates and examples of all records; says how many annotated forms are among them.
std::vector<Proposed> propose(const Work& work, bool errors, std::vector<Example>& examples) {
  std::vector<Proposed> proposed(work.records.size());
  std::size_t reachable = 0, gold_forms = 0;
  for (std::size_t r = 0; r < work.records.size(); ++r) {
    const Document& document = work.documents[r];
    auto& [pairs, candidates] = proposed[r];
    find_acronyms(document, pairs);
    std::vector<KnownSpan> known;
    find_known(document, work.lexicon, known);
    propose_candidates(document, known, work.lexicon, pairs, candidates);
    const std::set<std::string> forms = folded_forms(work.records[r]);
    std::set<std::string> reached;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      NamedFeatures features;
      own_features(document, candidates, pairs, i, features);
      surrounding_features(document, candidates, i, features);
      const std::string_view form = document.text(candidates[i].spans.front());
      bool is_name = false;
      for (const std::string& folded : {score_fold(form), score_fold(singular(form))})
        if (forms.contains(folded)) reached.insert(folded), is_name = true;
      examples.push_back({std::move(features.features), is_name, work.records[r].fold, 1});
    }
    if (errors)
      for (const std::string& form : forms)
        if (!reached.contains(form)) std::printf("%s not proposed: %s\n", work.records[r].entry.id.c_str(), form.c_str());
    reachable += reached.size();
    gold_forms += forms.size();
  }
  std::printf("names: %zu candidates, %zu of %zu gold forms proposed\n", examples.size(), reachable, gold_forms);
  return proposed;
}

/// Names by probabilities out of fold, into work.predicted and work.gold_of.
Counts predict(const std::vector<Proposed>& proposed, const std::vector<std::vector<float>>& probabilities, float threshold, Work& work) {
  std::size_t next = 0;
  work.predicted.clear();
  work.gold_of.assign(work.records.size(), {});
  for (std::size_t r = 0; r < work.records.size(); ++r) {
    const auto& [pairs, candidates] = proposed[r];
    std::vector<float> p;
    for (std::size_t i = 0; i < candidates.size(); ++i) p.push_back(probabilities[next++][0]);
    work.predicted.push_back(join_names(work.documents[r], candidates, pairs, choose_names(candidates, p, threshold)));
    for (const Entity& entity : work.predicted.back().entities) work.gold_of[r].push_back(gold_of(entity, work.records[r]));
  }
  return count_names(work);
}

/// Where names are most often right. Later stages learn from these; from those of name_threshold, which are a few more, they learn no better.
constexpr float best_threshold = 0.55F;

}  // namespace

void train_names(Work& work, const Options& options) {
  std::vector<Example> examples;
  const std::vector<Proposed> proposed = propose(work, options.errors, examples);
  const FitOptions fit_options{.cost = 0.25, .least_count = 3, .prune = 0.02F};
  const auto probabilities = out_of_fold(examples, {"name"}, fit_options, folds);
  for (const float threshold : {0.35F, 0.40F, 0.45F, 0.50F, 0.55F, 0.60F}) {
    const Counts c = predict(proposed, probabilities, threshold, work);
    std::printf("  threshold %.2f: P %.3f R %.3f F1 %.3f\n", static_cast<double>(threshold), 1.0 * c.right / c.predicted, 1.0 * c.right / c.gold, c.f1());
  }
  predict(proposed, probabilities, best_threshold, work);
  if (options.errors) print_errors(work, proposed, probabilities);
  write_weights(options, "names", fit(examples, {"name"}, fit_options));
}

}  // namespace digestkg::training
