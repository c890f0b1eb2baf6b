// Changes and levels that one paper gives -> changes that are not the difference of their levels.

#include "graph/check_parts.hpp"
#include "graph/result_facts.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <tuple>

namespace digestkg {
namespace {

struct Number {
  double value = 0;
  double slack = 0;  ///< half of the last digit
};

std::optional<Number> number(std::string_view decimal) {
  Number found;
  const auto [end, error] = std::from_chars(decimal.data(), decimal.data() + decimal.size(), found.value);
  if (decimal.empty() || error != std::errc{} || end != decimal.data() + decimal.size()) return std::nullopt;
  const std::size_t point = decimal.find('.');
  found.slack = 0.5 * std::pow(10.0, point == std::string_view::npos ? 0.0 : -static_cast<double>(decimal.size() - point - 1));
  return found;
}

/// Paper, method, benchmark, metric.
using Subject = std::tuple<NodeId, NodeId, NodeId, NodeId>;

struct Level {
  Number number;
  Claim claim;
};

/// Whether `change` is a difference, a relative change in percent or a factor between the levels, as far as their digits tell.
bool adds_up(const Number& change, std::string_view unit, const Number& level, const Number& baseline) {
  const double slack = change.slack + level.slack + baseline.slack + 1e-9;
  const double wanted = std::abs(change.value);
  const double difference = std::abs(level.value - baseline.value);
  if (std::abs(difference - wanted) <= slack) return true;
  if (baseline.value == 0 || level.value == 0) return false;
  const double relative = (level.slack + baseline.slack) / std::abs(baseline.value);
  if (unit == "x") {
    const double factor = std::abs(level.value / baseline.value);
    return std::min(std::abs(factor - wanted), std::abs(1 / factor - wanted)) <= change.slack + wanted * 2 * relative + 1e-9;
  }
  return unit == "%" && std::abs(100 * difference / std::abs(baseline.value) - wanted) <= change.slack + 100 * 2 * relative + 1e-9;
}

class DeltaCheck {
 public:
  explicit DeltaCheck(const Graph& graph) : graph_(graph) {
    for (NodeId id = 0; id < graph.nodes().size(); ++id) add(id);
  }

  void run(std::vector<Fault>& faults) const {
    for (const auto& [id, facts] : changes_) {
      const Node& node = graph_.node(id);
      const auto change = number(graph_.text(node, Key::Value));
      const std::vector<Level> levels = levels_of(facts, *facts.method), baselines = baselines_of(node, facts);
      if (!change || levels.empty() || baselines.empty()) continue;
      const std::string_view unit = graph_.text(node, Key::Unit);
      const bool explained = std::ranges::any_of(levels, [&](const Level& level) {
        return std::ranges::any_of(baselines, [&](const Level& baseline) { return adds_up(*change, unit, level.number, baseline.number); });
      });
      if (!explained) faults.push_back(fault(node, levels, baselines));
    }
  }

 private:
  void add(NodeId id) {
    const Node& node = graph_.node(id);
    if (!node.kinds.has(Kind::Result)) return;
    const ResultFacts facts = facts_of(graph_, id);
    if (!facts.paper || !facts.method || !facts.benchmark || !facts.metric || graph_.claims(node).empty()) return;
    const Value* const delta = graph_.value(node, Key::Delta);
    if (delta && std::get<bool>(*delta)) {
      changes_.emplace_back(id, facts);
    } else if (const auto level = number(graph_.text(node, Key::Value))) {
      levels_.emplace(Subject(*facts.paper, *facts.method, *facts.benchmark, *facts.metric), Level{*level, graph_.claims(node).front()});
    }
  }

  std::vector<Level> levels_of(const ResultFacts& facts, NodeId method) const {
    const auto [begin, end] = levels_.equal_range(Subject(*facts.paper, method, *facts.benchmark, *facts.metric));
    std::vector<Level> levels;
    for (auto at = begin; at != end; ++at) levels.push_back(at->second);
    return levels;
  }

  std::vector<Level> baselines_of(const Node& change, const ResultFacts& facts) const {
    if (const auto stated = number(graph_.text(change, Key::BaselineValue))) return {{*stated, graph_.claims(change).front()}};
    return facts.baseline ? levels_of(facts, *facts.baseline) : std::vector<Level>{};
  }

  Fault fault(const Node& change, const std::vector<Level>& levels, const std::vector<Level>& baselines) const {
    Fault found{FaultKind::Delta, std::string(change.iri),
                "the change " + std::string(graph_.text(change, Key::Raw)) + " is not what lies between the levels of the paper", {}};
    found.sentences.push_back(told(graph_, graph_.claims(change).front()));
    for (const auto* said : {&levels, &baselines})
      for (const Level& level : *said) found.sentences.push_back(told(graph_, level.claim));
    std::ranges::sort(found.sentences);
    found.sentences.erase(std::unique(found.sentences.begin(), found.sentences.end()), found.sentences.end());
    return found;
  }

  const Graph& graph_;
  std::vector<std::pair<NodeId, ResultFacts>> changes_;
  std::multimap<Subject, Level> levels_;
};

}  // namespace

void check_deltas(const Graph& graph, std::vector<Fault>& faults) { DeltaCheck(graph).run(faults); }

}  // namespace digestkg
