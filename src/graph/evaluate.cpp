// Annotated and predicted records -> tallies of what was found, invented and missed.

#include <digestkg/evaluate.hpp>

#include "graph/score_fold.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace digestkg {
namespace {

enum Row : std::size_t {
  Entities,
  Methods,
  Benchmarks,
  Datasets,
  Names,
  Relations,
  Introduces,
  Uses,
  TrainedOn,
  EvaluatedOn,
  Outperforms,
  Results,
  Lenient,
  Values,
  row_count
};

constexpr std::array<std::string_view, row_count> row_names = {"entities",    "method",     "benchmark", "dataset",    "names",
                                                               "relations",   "introduces", "uses",      "trained_on", "evaluated_on",
                                                               "outperforms", "results",    "lenient",   "values"};
constexpr bool is_part(std::size_t row) { return row != Entities && row != Names && row != Relations && row != Results; }

Row row_of(Kind kind) { return kind == Kind::Method ? Methods : kind == Kind::Benchmark ? Benchmarks : Datasets; }

std::set<std::string> forms(const RecordEntity& e) {
  std::set<std::string> folded{score_fold(e.name)};
  for (const std::string& alias : e.aliases) folded.insert(score_fold(alias));
  return folded;
}

bool meet(const std::set<std::string>& a, const std::set<std::string>& b) {
  return std::ranges::any_of(a, [&](const std::string& x) { return b.contains(x); });
}

/// Words of a metric that tell it from others.
std::set<std::string> telling_words(std::string_view metric) {
  static const std::set<std::string, std::less<>> weak = {"the",    "a",     "an",     "of",      "on",     "in",   "for",
                                                          "at",     "to",    "and",    "score",   "scores", "rate", "rates",
                                                          "values", "value", "metric", "average", "mean",   "avg",  "overall"};
  std::set<std::string> all, telling;
  for (const std::string& word : score_words(metric)) {
    all.insert(word);
    if (!weak.contains(word)) telling.insert(word);
  }
  return telling.empty() ? all : telling;
}

bool same_metric(const std::optional<std::string>& gold, const std::optional<std::string>& predicted) {
  if (!gold || gold->empty()) return true;
  const std::set<std::string> g = telling_words(*gold), p = telling_words(predicted.value_or(""));
  const auto shared = std::ranges::count_if(g, [&](const std::string& word) { return p.contains(word); });
  return shared > 0 && 2 * static_cast<std::size_t>(shared) >= std::min(g.size(), p.size());
}

std::string show(const RecordResult& r) {
  std::string text = r.metric.value_or("?") + " " + std::to_string(r.value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text + r.unit.value_or("") + (r.delta ? " change" : "") + " [" + r.method.value_or("-") + " | " + r.benchmark.value_or("-") + "]";
}

const Record empty_record{};

/// Compares one entry's two records.
class Comparison {
 public:
  Comparison(const Record& gold, const Record& predicted, Evaluation& evaluation)
      : gold_(gold), predicted_(predicted), evaluation_(evaluation) {
    for (const RecordEntity& e : gold.entities) gold_forms_.push_back(forms(e));
    for (std::size_t i = 0; i < gold.entities.size(); ++i) index_[gold.entities[i].name] = static_cast<int>(i);
    for (const RecordEntity& e : predicted.entities) {
      const std::set<std::string> mine = forms(e);
      const auto hit = std::ranges::find_if(gold_forms_, [&](const auto& g) { return meet(mine, g); });
      to_gold_[e.name] = hit == gold_forms_.end() ? unknown : static_cast<int>(hit - gold_forms_.begin());
    }
  }

  void run() {
    entities();
    introduces();
    pairs(Uses, gold_.uses, predicted_.uses);
    pairs(TrainedOn, gold_.trained_on, predicted_.trained_on);
    pairs(EvaluatedOn, gold_.evaluated_on, predicted_.evaluated_on);
    pairs(Outperforms, gold_.outperforms, predicted_.outperforms);
    results(Results, true);
    results(Lenient, false);
    values();
  }

 private:
  /// A name as both sides see it: its annotated entity, or the name itself when that is nobody's.
  struct Reference {
    int entity = unknown;
    std::string name;
    auto operator<=>(const Reference&) const = default;
  };
  static constexpr int unknown = -1;

  Tally& tally(Row row) { return evaluation_.rows[row].tally; }

  void differ(Row row, bool extra, std::string fact) {
    evaluation_.differences.push_back({gold_.id, row_names[row], extra, std::move(fact)});
  }

  bool kind_fits(const RecordEntity& p, const RecordEntity& g) const { return p.kind == g.kind || p.kind == g.also; }

  void entities() {
    std::set<int> taken, right;
    for (const RecordEntity& p : predicted_.entities) {
      const int i = to_gold_.at(p.name);
      if (i != unknown && kind_fits(p, gold_.entities[i])) right.insert(i);
      const bool found = i != unknown && taken.insert(i).second;
      ++(found ? tally(Names).right : tally(Names).extra);
      if (found && kind_fits(p, gold_.entities[i])) {
        ++tally(Entities).right;
        ++tally(row_of(gold_.entities[i].kind)).right;
        continue;
      }
      if (found) ++tally(row_of(gold_.entities[i].kind)).missed;
      ++tally(row_of(p.kind)).extra;
      ++tally(Entities).extra;
      differ(Entities, true, std::string(info(p.kind).record) + ": " + p.name);
    }
    for (int i = 0; i < static_cast<int>(gold_.entities.size()); ++i) {
      const RecordEntity& g = gold_.entities[i];
      if (!taken.contains(i)) {
        ++tally(Names).missed;
        ++tally(row_of(g.kind)).missed;
      }
      if (right.contains(i)) continue;
      ++tally(Entities).missed;
      differ(Entities, false, std::string(info(g.kind).record) + ": " + g.name);
    }
  }

  Reference gold_reference(const std::string& name) const { return {index_.at(name), {}}; }

  Reference reference(const std::string& name) const {
    const auto found = to_gold_.find(name);
    if (found == to_gold_.end() || found->second == unknown) return {unknown, name};
    return {found->second, {}};
  }

  using Fact = std::vector<Reference>;

  void compare(Row row, const std::set<Fact>& gold, const std::set<Fact>& predicted) {
    const auto show_fact = [&](const Fact& fact) {
      std::string text;
      for (const Reference& r : fact)
        text += (text.empty() ? "" : " -> ") + (r.entity == unknown ? "[" + r.name + "]" : gold_.entities[r.entity].name);
      return text;
    };
    for (const Row r : {row, Relations}) {
      const auto right = static_cast<std::size_t>(std::ranges::count_if(gold, [&](const Fact& f) { return predicted.contains(f); }));
      tally(r).right += right;
      tally(r).extra += predicted.size() - right;
      tally(r).missed += gold.size() - right;
    }
    for (const Fact& f : predicted)
      if (!gold.contains(f)) differ(row, true, show_fact(f));
    for (const Fact& f : gold)
      if (!predicted.contains(f)) differ(row, false, show_fact(f));
  }

  void introduces() {
    std::set<Fact> g, p;
    for (const std::string& name : gold_.introduces) g.insert({gold_reference(name)});
    for (const std::string& name : predicted_.introduces) p.insert({reference(name)});
    compare(Introduces, g, p);
  }

  void pairs(Row row, const Record::Pairs& gold, const Record::Pairs& predicted) {
    std::set<Fact> g, p;
    for (const auto& [a, b] : gold) g.insert({gold_reference(a), gold_reference(b)});
    for (const auto& [a, b] : predicted) p.insert({reference(a), reference(b)});
    compare(row, g, p);
  }

  bool same_name(const std::optional<std::string>& gold, const std::optional<std::string>& predicted, bool strict) const {
    if (!gold) return !predicted || !strict;
    return predicted && reference(*predicted) == gold_reference(*gold);
  }

  bool fits(const RecordResult& g, const RecordResult& p, bool strict) const {
    const bool factor = g.unit == "x" || p.unit == "x";  // a factor may be read as a level or as a change
    return std::abs(p.value - g.value) <= 1e-9 * std::max(1.0, std::abs(g.value)) && (factor || p.delta == g.delta) &&
           same_metric(g.metric, p.metric) && same_name(g.method, p.method, strict) && same_name(g.benchmark, p.benchmark, strict);
  }

  void results(Row row, bool strict) {
    std::vector<const RecordResult*> left;
    std::ranges::transform(predicted_.results, std::back_inserter(left), [](const RecordResult& p) { return &p; });
    std::vector<const RecordResult*> missed;
    for (const RecordResult& g : gold_.results) {
      const auto hit = std::ranges::find_if(left, [&](const RecordResult* p) { return fits(g, *p, strict); });
      if (hit == left.end()) {
        missed.push_back(&g);
        continue;
      }
      left.erase(hit);
      ++tally(row).right;
    }
    tally(row).extra += left.size();
    tally(row).missed += missed.size();
    if (row != Results) return;
    for (const RecordResult* p : left) differ(row, true, show(*p));
    for (const RecordResult* g : missed) differ(row, false, show(*g));
  }

  void values() {
    std::multiset<double> gold, predicted;
    for (const RecordResult& g : gold_.results) gold.insert(g.value);
    for (const RecordResult& p : predicted_.results) predicted.insert(p.value);
    std::vector<double> both;
    std::ranges::set_intersection(gold, predicted, std::back_inserter(both));
    tally(Values).right += both.size();
    tally(Values).extra += predicted.size() - both.size();
    tally(Values).missed += gold.size() - both.size();
  }

  const Record& gold_;
  const Record& predicted_;
  Evaluation& evaluation_;
  std::vector<std::set<std::string>> gold_forms_;
  std::map<std::string, int> index_;
  std::map<std::string, int> to_gold_;
};

double ratio(std::size_t part, std::size_t rest) {
  return part + rest == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(part + rest);
}

}  // namespace

double Tally::precision() const { return ratio(right, extra); }
double Tally::recall() const { return ratio(right, missed); }
double Tally::f1() const {
  const double sum = precision() + recall();
  return sum > 0 ? 2 * precision() * recall() / sum : 0.0;
}

Evaluation evaluate(std::span<const Record> gold, std::span<const Record> predicted) {
  std::map<std::string_view, const Record*> by_id;
  for (const Record& p : predicted) by_id[p.id] = &p;
  Evaluation evaluation;
  for (std::size_t row = 0; row < row_count; ++row) evaluation.rows.push_back({row_names[row], is_part(row), {}});
  for (const Record& g : gold) {
    const auto found = by_id.find(g.id);
    ++evaluation.entries;
    evaluation.predicted += found != by_id.end();
    Comparison(g, found == by_id.end() ? empty_record : *found->second, evaluation).run();
  }
  return evaluation;
}

}  // namespace digestkg
