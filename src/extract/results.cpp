// Numbers of a passage -> reported results.

#include "extract/results.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>

namespace digestkg {
namespace {

/// Says how good a value is, and nothing of what it measures.
constexpr WordSet praise({"highest", "higher", "high", "lowest", "lower", "low", "best", "better", "top", "superior", "improved", "new", "strong",
                          "strongest", "competitive", "impressive", "significant", "significantly", "substantial", "notable", "remarkable"});
bool praises(const Item& item) { return item.kind == ItemKind::Word && praise.has(item.word.hash); }

constexpr float least_share = 0.05F;  ///< of a name among its rivals; what is less likely is no evidence for anything

class ResultReader {
 public:
  ResultReader(const Passage& passage, std::span<const Claimed> claims, const ResultModels& models, ResultWorkspace& workspace,
               std::vector<ReportedResult>& results)
      : passage_(passage), claims_(claims), models_(models), work_(workspace), results_(results) {}

  void run() {
    work_.scored.clear();
    if (passage_.numbers().empty()) return;
    find_sites(passage_, work_.sites);
    propose_metrics(passage_, work_.sites, work_.phrases, work_.phrase_begins);
    work_.read.clear();
    work_.parts.clear();
    work_.result_parts.clear();
    for (std::size_t k = 0; k < work_.sites.size(); ++k) read(k);
    if (work_.read.empty()) return;
    link_baselines(passage_, work_.sites, claims_, work_.read, results_);
    share();
    settle(work_.scored);
  }

 private:
  template <class Write>
  LinearModel::Scores score(const LinearModel& model, Write&& write) {
    work_.features.clear();
    write(work_.features);
    return model.score(work_.features);
  }

  void read(std::size_t k) {
    const NumberSite& site = work_.sites[k];
    const bool before = site.previous >= 0 && site.previous == previous_item_;
    const LinearModel::Scores number = score(models_.number, [&](HashedFeatures& f) {
      number_features(passage_, site, {before, previous_change_, nothing}, f);
    });
    const float confidence = LinearModel::probability(number[0]);
    if (confidence < models_.result_threshold) return;
    const Number& n = passage_.numbers()[k];
    const Document& d = passage_.document();
    ReportedResult r;
    r.value = canonical_decimal(d.text().substr(n.begin, n.end - n.begin), n.has(kMinus));
    r.unit = n.unit;
    r.raw = d.text().substr(n.raw_begin, n.raw_end - n.raw_begin);
    r.delta = n.unit != "x" && LinearModel::probability(number[1]) > models_.change_threshold;
    r.number = d.range(n.begin, n.end);
    r.evidence.sentence = d.range(passage_.sentence(site.sentence));
    r.evidence.rule = "result";
    ResultParts parts{site.number, confidence};
    const MetricPhrase* metric = choose_metric(k, parts.metric);
    if (metric) r.metric = text_of(*metric);
    metric_ = metric ? passage_.item(static_cast<std::size_t>(metric->end - 1)).stem : Part("-");
    r.method = attach(Sort::Method, models_.method, site, {before, previous_change_, previous_method_}, work_.methods, parts.method);
    r.benchmark = attach(Sort::Benchmark, models_.benchmark, site, {before, previous_change_, previous_benchmark_}, work_.benchmarks, parts.benchmark);
    pair_up(confidence);
    r.evidence.confidence = parts.number * parts.metric * parts.method * parts.benchmark;
    previous_change_ = r.delta;
    previous_method_ = r.method;
    previous_benchmark_ = r.benchmark;
    previous_item_ = site.item;
    work_.read.push_back({site.number, results_.size()});
    work_.parts.push_back(parts);
    results_.push_back(std::move(r));
  }

  /// The best phrase for what the number measures, or null.
  const MetricPhrase* choose_metric(std::size_t k, float& share) {
    const std::span<const MetricPhrase> rivals(work_.phrases.data() + work_.phrase_begins[k],
                                               work_.phrases.data() + work_.phrase_begins[k + 1]);
    const MetricPhrase* best = nullptr;
    work_.scores.clear();
    for (const MetricPhrase& phrase : rivals) {
      work_.scores.push_back(
          score(models_.metric, [&](HashedFeatures& f) { metric_features(passage_, work_.sites[k], phrase, rivals, f); })[0]);
      if (!best || work_.scores.back() > best_score_) {
        best = &phrase;
        best_score_ = work_.scores.back();
      }
    }
    if (best) share = share_of_best();
    return best;
  }

  /// The name that the number holds for, or nothing; `likely` takes all names that it may hold for.
  std::int16_t attach(Sort sort, const LinearModel& model, const NumberSite& site, Before before, std::vector<LikelyName>& likely, float& share) {
    const Proposals proposals = propose_names(sort, passage_, site);
    std::int16_t best = nothing;
    work_.scores.clear();
    likely.clear();
    const auto weigh = [&](std::int16_t entity) {
      const float s =
          score(model, [&](HashedFeatures& f) { attachment_features(sort, passage_, site, proposals, entity, before, metric_, f); })[0];
      work_.scores.push_back(s);
      if (entity != nothing) likely.push_back({entity, s});
      if (entity != nothing && s <= best_score_) return;
      best = entity;
      best_score_ = s;
    };
    weigh(nothing);
    for (std::size_t e = 0; e < passage_.scene().entities.size(); ++e)
      if (is_of(sort, passage_.scene().entities[e]) && may_hold_for(e, site)) weigh(static_cast<std::int16_t>(e));
    share = share_of_best();
    for (LikelyName& name : likely) name.share = std::exp(name.share - best_score_) * share;  // a score until here
    std::erase_if(likely, [](const LikelyName& name) { return name.share < least_share; });
    return best;
  }

  /// Notes which method may have the number as its score on which benchmark.
  void pair_up(float number) {
    for (const LikelyName& method : work_.methods)
      for (const LikelyName& benchmark : work_.benchmarks)
        work_.scored.push_back({method.entity, benchmark.entity, number * method.share * benchmark.share});
  }

  /// Of an entry with more names than any summary has, each number is weighed with the first and with those around it, so that a list of
  /// names with numbers does not cost their product.
  bool may_hold_for(std::size_t entity, const NumberSite& site) const {
    constexpr std::size_t most = 64, first = 16;
    constexpr std::int32_t around = 24;
    if (passage_.scene().entities.size() <= most || entity < first) return true;
    return std::ranges::any_of(passage_.mentions(entity), [&](std::uint16_t m) { return std::abs(m - site.item) <= around; });
  }

  /// Probability of the best candidate among its rivals.
  float share_of_best() const {
    float sum = 0;
    for (const float s : work_.scores) sum += std::exp(s - best_score_);
    return 1 / sum;
  }

  /// Adds a result for each further name that a number holds for.
  void share() {
    work_.shared.clear();
    for (std::size_t n = 0; n < work_.read.size(); ++n) {
      const ReadNumber& read = work_.read[n];
      const std::size_t begin = work_.shared.size();
      work_.shared.push_back(std::move(results_[read.result]));
      share(Sort::Method, work_.sites[read.site], begin);
      share(Sort::Benchmark, work_.sites[read.site], begin);
      weigh(work_.parts[n], begin);
    }
    results_.resize(work_.read.front().result);
    results_.insert(results_.end(), std::make_move_iterator(work_.shared.begin()), std::make_move_iterator(work_.shared.end()));
  }

  /// Copies the results from `begin` on for the names that stand beside their method or benchmark.
  void share(Sort sort, const NumberSite& site, std::size_t begin) {
    const auto name = sort == Sort::Method ? &ReportedResult::method : &ReportedResult::benchmark;
    const bool change = work_.shared[begin].delta;
    find_list(sort, passage_, site, work_.shared[begin].*name, work_.list);
    if (work_.list.others.empty()) return;
    const LinearModel::Scores s =
        score(models_.sharing, [&](HashedFeatures& f) { sharing_features(sort, passage_, site, work_.list, change, f); });
    const float probability = LinearModel::probability(s[0]);
    if (probability < models_.sharing_threshold) return;
    const std::size_t end = work_.shared.size();
    for (const std::int16_t other : work_.list.others)
      for (std::size_t r = begin; r < end; ++r) {
        ReportedResult copy = work_.shared[r];
        copy.*name = other;
        copy.evidence.confidence *= probability;
        if (copy.method != nothing && copy.benchmark != nothing) work_.scored.push_back({copy.method, copy.benchmark, copy.evidence.confidence});
        work_.shared.push_back(std::move(copy));
      }
  }

  /// Weighs each of a number's results as a whole, from `begin` on, and drops those that are more likely wrong than worth keeping.
  void weigh(const ResultParts& parts, std::size_t begin) {
    if (!models_.trust.empty()) {
      for (std::size_t r = begin; r < work_.shared.size(); ++r) {
        ReportedResult& result = work_.shared[r];
        result.evidence.confidence = LinearModel::probability(
            score(models_.trust, [&](HashedFeatures& f) { trust_features(passage_, work_.sites[parts.site], result, parts, f); })[0]);
      }
      const auto first = work_.shared.begin() + static_cast<std::ptrdiff_t>(begin);
      work_.shared.erase(std::remove_if(first, work_.shared.end(),
                                        [&](const ReportedResult& r) { return r.evidence.confidence < models_.trust_threshold; }),
                         work_.shared.end());
    }
    work_.result_parts.insert(work_.result_parts.end(), work_.shared.size() - begin, parts);
  }

  /// "scores" measures a score, and so does the highest score.
  std::string text_of(const MetricPhrase& phrase) const {
    std::int32_t begin = phrase.begin;
    // What opened before the phrase and closes in it is no part: (8B) score measures a score.
    for (std::int32_t i = begin, open = 0; i + 1 < phrase.end; ++i) {
      const Item& item = passage_.item(static_cast<std::size_t>(i));
      open += item.is_mark("(");
      if (item.is_mark(")") && --open < 0) begin = i + 1, open = 0;
    }
    while (begin + 1 < phrase.end && praises(passage_.item(static_cast<std::size_t>(begin)))) ++begin;
    std::string text(passage_.text(static_cast<std::size_t>(begin), static_cast<std::size_t>(phrase.end)));
    if (text == "scores" || text == "rates") text.pop_back();
    return text;
  }

  const Passage& passage_;
  const std::span<const Claimed> claims_;
  const ResultModels& models_;
  ResultWorkspace& work_;
  std::vector<ReportedResult>& results_;
  bool previous_change_ = false;
  std::int16_t previous_method_ = nothing;
  std::int16_t previous_benchmark_ = nothing;
  std::int32_t previous_item_ = -1;
  Part metric_{"-"};
  float best_score_ = 0;
};

}  // namespace

ResultModels ResultModels::embedded() {
  ResultModels models;
  models.number = LinearModel::embedded("numbers");
  models.metric = LinearModel::embedded("metrics");
  models.method = LinearModel::embedded("result_methods");
  models.benchmark = LinearModel::embedded("result_benchmarks");
  models.sharing = LinearModel::embedded("shared_numbers");
  models.trust = LinearModel::embedded("result_trust");
  return models;
}

void read_results(const Passage& passage, std::span<const Claimed> claims, const ResultModels& models, ResultWorkspace& workspace,
                  std::vector<ReportedResult>& results) {
  ResultReader(passage, claims, models, workspace, results).run();
}

}  // namespace digestkg
