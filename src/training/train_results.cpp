// Annotated results -> weights of the models that read numbers.

#include "extract/results.hpp"
#include "graph/score_fold.hpp"
#include "training/fit.hpp"
#include "training/project.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <set>

namespace digestkg::training {
namespace {

/// Words of a metric that tell it from others (gold/score.py).
std::set<std::string> words(std::string_view metric) {
  const std::vector<std::string> all = score_words(metric);
  return {all.begin(), all.end()};
}

double overlap(const std::string& a, std::string_view b) {
  const std::set<std::string> x = words(a), y = words(b);
  const auto shared = static_cast<double>(std::ranges::count_if(x, [&](const std::string& w) { return y.contains(w); }));
  return shared / std::max(1.0, static_cast<double>(x.size() + y.size()) - shared);
}

/// Annotated results of each number of a case.
std::vector<std::vector<const GoldResult*>> align(const Case& c) {
  const auto& numbers = c.passage.numbers();
  std::vector<std::vector<const GoldResult*>> aligned(numbers.size());
  const auto named_in = [&](const std::optional<std::string>& name, std::size_t sentence) {
    const std::int16_t e = name ? c.entity_of(*name) : nothing;
    return e >= 0 && std::ranges::any_of(c.passage.mentions(static_cast<std::size_t>(e)),
                                         [&](std::uint16_t m) { return c.passage.item(m).sentence == sentence; });
  };
  for (const GoldResult& g : c.record->results) {
    double best = -1;
    std::size_t chosen = numbers.size();
    for (std::size_t k = 0; k < numbers.size(); ++k) {
      const double value = numbers[k].has(kMinus) && g.value < 0 ? -numbers[k].value : numbers[k].value;
      if (std::abs(value - g.value) > 1e-9 * std::max(1.0, std::abs(g.value))) continue;
      const std::size_t sentence = c.passage.item(c.passage.item_of(k)).sentence;
      const Span span{static_cast<std::uint16_t>(c.passage.document().sentences()[sentence].first),
                      static_cast<std::uint16_t>(c.passage.document().sentences()[sentence].last)};
      double fit = named_in(g.method, sentence) + named_in(g.benchmark, sentence) + (numbers[k].unit == g.unit.value_or(""));
      if (g.metric) {
        const std::set<std::string> have = words(c.passage.document().text(span)), want = words(*g.metric);
        fit += 2.0 * static_cast<double>(std::ranges::count_if(want, [&](const std::string& w) { return have.contains(w); })) /
               static_cast<double>(std::max<std::size_t>(1, want.size()));
      }
      if (c.passage.sentence(sentence).section == Section::Results) fit += 0.5;
      if (sentence == 0 || c.passage.sentence(sentence).question) fit -= 1;
      if (!aligned[k].empty()) fit -= 1.6;  // each number first gets one result
      if (fit > best) best = fit, chosen = k;
    }
    if (chosen < numbers.size()) aligned[chosen].push_back(&g);
  }
  return aligned;
}

struct Examples {
  std::vector<Example> number, metric, method, benchmark, sharing;
};

class ExampleMaker {
 public:
  /// Features of the number before take what is annotated; what a first reading made of it instead measured no better.
  ExampleMaker(const Case& c, float weight, Examples& examples) : c_(c), weight_(weight), examples_(examples) {}

  void run() {
    find_sites(c_.passage, sites_);
    propose_metrics(c_.passage, sites_, phrases_, begins_);
    const auto aligned = align(c_);
    std::vector<Annotated> annotated(sites_.size());
    for (std::size_t k = 0; k < sites_.size(); ++k) annotated[k] = annotation(aligned[k]);
    for (std::size_t k = 0; k < sites_.size(); ++k) {
      const Annotated before = sites_[k].previous < 0 ? Annotated{} : annotated[k - 1];
      const bool is_result = !aligned[k].empty();
      NamedFeatures f;
      number_features(c_.passage, sites_[k], {before.result, before.change, nothing}, f);
      push(examples_.number, std::move(f), is_result ? (aligned[k].front()->delta ? 3 : 1) : 0);
      if (!is_result) continue;
      metric_ = metric(k, aligned[k]);
      attach(Sort::Method, k, aligned[k], {before.result, before.change, before.method}, examples_.method);
      attach(Sort::Benchmark, k, aligned[k], {before.result, before.change, before.benchmark}, examples_.benchmark);
      share(Sort::Method, k, aligned[k]);
      share(Sort::Benchmark, k, aligned[k]);
    }
  }

 private:
  /// One number's result.
  struct Annotated {
    bool result = false, change = false;
    std::int16_t method = nothing, benchmark = nothing;
  };

  Annotated annotation(const std::vector<const GoldResult*>& gold) const {
    if (gold.empty()) return {};
    const GoldResult& g = *gold.back();
    return {true, g.delta, g.method ? c_.entity_of(*g.method) : nothing, g.benchmark ? c_.entity_of(*g.benchmark) : nothing};
  }

  void push(std::vector<Example>& to, NamedFeatures&& f, int label) {
    to.push_back({std::move(f.features), label, c_.record->fold, weight_});
  }

  /// Head of the best phrase.
  Part metric(std::size_t k, const std::vector<const GoldResult*>& gold) {
    const std::optional<std::string>& metric = gold.front()->metric;
    if (!metric) return Part("-");
    const std::span<const MetricPhrase> rivals(phrases_.data() + begins_[k], phrases_.data() + begins_[k + 1]);
    double best = 0.32;
    std::vector<double> fits;
    for (const MetricPhrase& p : rivals) {
      fits.push_back(overlap(*metric, c_.passage.text(static_cast<std::size_t>(p.begin), static_cast<std::size_t>(p.end))));
      best = std::max(best, fits.back());
    }
    Part head("-");
    for (std::size_t p = 0; p < rivals.size(); ++p) {
      NamedFeatures f;
      metric_features(c_.passage, sites_[k], rivals[p], rivals, f);
      push(examples_.metric, std::move(f), fits[p] >= best);
      if (fits[p] >= best) head = c_.passage.item(static_cast<std::size_t>(rivals[p].end - 1)).stem;
    }
    return head;
  }

  void attach(Sort sort, std::size_t k, const std::vector<const GoldResult*>& gold, Before before, std::vector<Example>& to) {
    std::set<std::int16_t> right;
    for (const GoldResult* g : gold) {
      const auto& name = sort == Sort::Method ? g->method : g->benchmark;
      const std::int16_t e = name ? c_.entity_of(*name) : nothing;
      if (!name)
        right.insert(nothing);
      else if (e >= 0 && is_of(sort, c_.passage.scene().entities[static_cast<std::size_t>(e)]))
        right.insert(e);
    }
    if (right.empty()) return;
    const Proposals proposals = propose_names(sort, c_.passage, sites_[k]);
    for (std::int16_t e = nothing; e < static_cast<std::int16_t>(c_.passage.scene().entities.size()); ++e) {
      if (e != nothing && !is_of(sort, c_.passage.scene().entities[static_cast<std::size_t>(e)])) continue;
      NamedFeatures f;
      attachment_features(sort, c_.passage, sites_[k], proposals, e, before, metric_, f);
      push(to, std::move(f), right.contains(e));
    }
  }

  /// Whether the number is reported of every name of the list that one of its names stands in.
  void share(Sort sort, std::size_t k, const std::vector<const GoldResult*>& gold) {
    std::set<std::int16_t> right;
    for (const GoldResult* g : gold)
      if (const auto& name = sort == Sort::Method ? g->method : g->benchmark; name && c_.entity_of(*name) >= 0)
        right.insert(c_.entity_of(*name));
    for (const std::int16_t chosen : right) {
      NameList list;
      find_list(sort, c_.passage, sites_[k], chosen, list);
      if (list.others.empty()) continue;
      const auto others = std::ranges::count_if(list.others, [&](std::int16_t e) { return right.contains(e); });
      NamedFeatures f;
      sharing_features(sort, c_.passage, sites_[k], list, gold.front()->delta, f);
      push(examples_.sharing, std::move(f), 2 * others > static_cast<std::ptrdiff_t>(list.others.size()));
    }
  }

  const Case& c_;
  const float weight_;
  Examples& examples_;
  Part metric_{"-"};
  std::vector<NumberSite> sites_;
  std::vector<MetricPhrase> phrases_;
  std::vector<std::uint32_t> begins_;
};

const std::vector<std::string> number_classes{"result", "change"}, one_class{"right"};

struct Weights {
  std::string number, metric, method, benchmark, sharing;
};

Weights fit_all(const Examples& e, int left_out) {
  const FitOptions numbers{.cost = 0.4, .least_count = 3, .prune = 0.01F}, metrics{.cost = 0.1, .least_count = 3, .prune = 0.01F};
  const FitOptions attachments{.cost = 0.3, .least_count = 3, .prune = 0.01F};
  return {fit(e.number, number_classes, numbers, left_out), fit(e.metric, one_class, metrics, left_out),
          fit(e.method, one_class, attachments, left_out), fit(e.benchmark, one_class, attachments, left_out),
          fit(e.sharing, one_class, attachments, left_out)};
}

ResultModels models_of(const Weights& w) {
  ResultModels m;
  m.number = LinearModel(w.number);
  m.metric = LinearModel(w.metric);
  m.method = LinearModel(w.method);
  m.benchmark = LinearModel(w.benchmark);
  m.sharing = LinearModel(w.sharing);
  return m;
}

/// Whether one result is annotated, all its parts together.
bool is_right(const Case& c, const ReportedResult& result) {
  const Record gold = record_of(*c.record), predicted = record_of(c, {}, {result});
  const Evaluation e = evaluate({&gold, 1}, {&predicted, 1});
  return std::ranges::find(e.rows, "results", &EvaluationRow::name)->tally.right > 0;
}

/// Results read out of fold, as examples of right and wrong ones.
std::vector<Example> trust_examples(const std::vector<Case>& cases, const std::array<ResultModels, folds>& models) {
  std::vector<Example> examples;
  ResultWorkspace workspace;
  std::vector<Claimed> claims;
  for (const Case& c : cases) {
    std::vector<ReportedResult> results;
    find_comparisons(c.passage, claims);
    read_results(c.passage, claims, models[static_cast<std::size_t>(c.record->fold)], workspace, results);
    for (std::size_t r = 0; r < results.size(); ++r) {
      const ResultParts& parts = workspace.result_parts[r];
      NamedFeatures f;
      trust_features(c.passage, workspace.sites[parts.site], results[r], parts, f);
      examples.push_back({std::move(f.features), is_right(c, results[r]), c.record->fold, 1});
    }
  }
  return examples;
}

void measure(const char* heading, const std::vector<Case>& cases, const std::array<ResultModels, folds>& models, const Options& options,
             std::vector<ReadNumbers>& read) {
  ResultWorkspace workspace;
  std::vector<Claimed> claims;
  read.assign(cases.size(), {});
  for (std::size_t r = 0; r < cases.size(); ++r) {
    find_comparisons(cases[r].passage, claims);
    read_results(cases[r].passage, claims, models[static_cast<std::size_t>(cases[r].record->fold)], workspace, read[r].results);
    read[r].scored = workspace.scored;
  }
  const auto keep = [&](float from, float to) {
    std::vector<Record> gold, predicted;
    for (std::size_t r = 0; r < cases.size(); ++r) {
      if (!cases[r].record->measured) continue;
      std::vector<ReportedResult> kept;
      std::ranges::copy_if(read[r].results, std::back_inserter(kept),
                           [&](const ReportedResult& p) { return p.evidence.confidence >= from && p.evidence.confidence < to; });
      gold.push_back(record_of(*cases[r].record));
      predicted.push_back(record_of(cases[r], {}, kept));
    }
    return evaluate(gold, predicted);
  };
  const Evaluation whole = keep(0, 2);
  print(heading, whole, {"results", "lenient", "values"});
  print_calibration("results", keep);
  if (options.errors) print_differences(heading, whole, {"results"});
}

}  // namespace

void train_results(Work& work, const Options& options) {
  Cases cases = make_cases(work);
  const float weight = cases.predicted.empty() ? 1.0F : 0.5F;
  Examples examples;
  std::array<ResultModels, folds> models;
  for (const Case& c : cases.gold) ExampleMaker(c, weight, examples).run();
  for (const Case& c : cases.predicted) ExampleMaker(c, weight, examples).run();
  for (int fold = 0; fold < folds; ++fold) models[static_cast<std::size_t>(fold)] = models_of(fit_all(examples, fold));
  measure("results, annotated names", cases.gold, models, options, work.numbers_of_gold);
  if (!cases.predicted.empty()) measure("results, predicted names", cases.predicted, models, options, work.numbers);
  std::printf("results: %zu numbers, %zu metric phrases, %zu methods, %zu benchmarks, %zu lists of names\n", examples.number.size(),
              examples.metric.size(), examples.method.size(), examples.benchmark.size(), examples.sharing.size());
  const std::vector<Example> trust = trust_examples(cases.predicted.empty() ? cases.gold : cases.predicted, models);
  const FitOptions trust_options{.cost = 0.1, .least_count = 3, .prune = 0.005F};
  for (int fold = 0; fold < folds; ++fold)
    models[static_cast<std::size_t>(fold)].trust = LinearModel(fit(trust, one_class, trust_options, fold));
  measure("results as trusted, annotated names", cases.gold, models, options, work.numbers_of_gold);
  if (!cases.predicted.empty()) measure("results as trusted, predicted names", cases.predicted, models, options, work.numbers);
  write_weights(options, "result_trust", fit(trust, one_class, trust_options));
  const Weights all = fit_all(examples, no_fold);
  write_weights(options, "numbers", all.number);
  write_weights(options, "metrics", all.metric);
  write_weights(options, "result_methods", all.method);
  write_weights(options, "result_benchmarks", all.benchmark);
  write_weights(options, "shared_numbers", all.sharing);
}

}  // namespace digestkg::training
