// Result nodes of one benchmark -> boards of scores that can be compared, and the rest apart.

#include <digestkg/leaderboard.hpp>

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <tuple>

namespace digestkg {
namespace {

bool accepted(const Score& score, const LeaderboardRequest& request) {
  return score.confidence >= request.min_confidence && (request.since.empty() || score.date >= request.since);
}

std::string_view metric_name(const Graph& graph, const Score& score) { return score.metric ? graph.name(*score.metric) : std::string_view{}; }

template <class Use>
void each_score_on(const Graph& graph, NodeId benchmark, const LeaderboardRequest& request, Use use) {
  for (const EdgeId id : graph.in_edges(benchmark)) {
    if (graph.edge(id).relation != Relation::OnBenchmark) continue;
    const Score score = score_of(graph, graph.edge(id).source);
    if (accepted(score, request)) use(score);
  }
}

/// Scores without a unit where some are shares of 1 and the others clearly of 100: two scales, which nothing may rank together.
bool mixes_scales(const Board& board) {
  if (!board.unit.empty() || board.higher_is_better != true) return false;
  const auto share = [](const Score& s) { return s.number >= 0 && s.number <= 1; };
  const auto percent = [](const Score& s) { return s.number >= 5 && s.number <= 100; };
  return std::ranges::any_of(board.scores, share) && std::ranges::any_of(board.scores, percent) &&
         std::ranges::all_of(board.scores, [&](const Score& s) { return share(s) || percent(s); });
}

/// Takes the shares of 1 out of the board.
Board take_shares(Board& board) {
  Board shares = board;
  shares.unit = "of 1";
  const auto is_share = [](const Score& s) { return s.number <= 1; };
  std::erase_if(shares.scores, [&](const Score& s) { return !is_share(s); });
  std::erase_if(board.scores, is_share);
  return shares;
}

void sort_by_value(Board& board) {
  const bool down = board.higher_is_better.value_or(true);
  std::ranges::stable_sort(board.scores, [&](const Score& a, const Score& b) { return down ? a.number > b.number : a.number < b.number; });
  if (!board.higher_is_better) return;
  for (std::size_t i = 0; i < board.scores.size(); ++i)
    board.ranks.push_back(i > 0 && board.scores[i].value == board.scores[i - 1].value ? board.ranks.back() : i + 1);
}

void sort_newest_first(std::vector<Score>& scores) {
  std::ranges::stable_sort(scores, [](const Score& a, const Score& b) { return a.date > b.date; });
}

}  // namespace

Score score_of(const Graph& graph, NodeId result) {
  const Node& node = graph.node(result);
  Score score;
  score.result = result;
  score.value = graph.text(node, Key::Value);
  score.unit = graph.text(node, Key::Unit);
  score.baseline_value = graph.text(node, Key::BaselineValue);
  if (const Value* delta = graph.value(node, Key::Delta)) score.delta = std::get<bool>(*delta);
  std::from_chars(score.value.data(), score.value.data() + score.value.size(), score.number);
  for (const Edge& e : graph.out_edges(result)) {
    if (e.relation == Relation::OfMethod) score.method = e.target;
    if (e.relation == Relation::OnBenchmark) score.benchmark = e.target;
    if (e.relation == Relation::ByMetric) score.metric = e.target;
    if (e.relation == Relation::OverBaseline) score.baseline = e.target;
  }
  for (const EdgeId id : graph.in_edges(result))
    if (graph.edge(id).relation == Relation::Reports) score.paper = graph.edge(id).source;
  if (score.paper) score.date = graph.text(graph.node(*score.paper), Key::Date);
  for (const Claim& claim : graph.claims(node)) {
    if (!score.sentence.empty() && claim.confidence <= score.confidence) continue;
    score.confidence = claim.confidence;
    score.sentence = graph.sentence(claim);
  }
  return score;
}

std::string shown(const Score& score) {
  std::string text(score.value);
  if (score.delta && !text.starts_with('-')) text.insert(0, "+");
  if (score.unit.empty()) return text;
  if (score.unit != "%" && score.unit != "x") text += ' ';
  return text.append(score.unit);
}

std::optional<bool> higher_is_better(const Graph& graph, const Score& score) {
  if (!score.metric) return std::nullopt;
  const std::string_view direction = graph.text(graph.node(*score.metric), Key::Direction);
  return direction.empty() ? std::nullopt : std::optional(direction == "higher");
}

std::size_t Leaderboard::scores() const {
  std::size_t count = singles.size() + gains.size();
  for (const Board& board : boards) count += board.scores.size();
  return count;
}

Leaderboard leaderboard(const Graph& graph, NodeId benchmark, const LeaderboardRequest& request) {
  Leaderboard out;
  out.benchmark = benchmark;
  std::map<std::pair<std::string_view, std::string_view>, Board> groups;
  each_score_on(graph, benchmark, request, [&](const Score& score) {
    if (score.delta) {
      out.gains.push_back(score);
      return;
    }
    Board& board = groups[{metric_name(graph, score), score.unit}];
    board.metric = metric_name(graph, score);
    board.unit = score.unit;
    board.higher_is_better = higher_is_better(graph, score);
    board.scores.push_back(score);
  });
  const auto add = [&](Board board) {
    if (board.scores.size() == 1) out.singles.push_back(board.scores.front());
    else out.boards.push_back(std::move(board));
  };
  for (auto& [key, board] : groups) {
    if (mixes_scales(board)) add(take_shares(board));
    add(std::move(board));
  }
  std::ranges::for_each(out.boards, sort_by_value);
  std::ranges::stable_sort(out.boards, [](const Board& a, const Board& b) {
    return std::tuple(a.ranks.empty(), b.scores.size()) < std::tuple(b.ranks.empty(), a.scores.size());
  });
  sort_newest_first(out.singles);
  sort_newest_first(out.gains);
  return out;
}

std::vector<Activity> busiest_benchmarks(const Graph& graph, std::size_t count, const LeaderboardRequest& request) {
  std::vector<Activity> all;
  for (NodeId id = 0; id < graph.nodes().size(); ++id) {
    if (!graph.node(id).kinds.any(info(Relation::OnBenchmark).target)) continue;
    Activity activity{id, 0, 0, 0, {}};
    std::set<NodeId> methods, papers;
    each_score_on(graph, id, request, [&](const Score& score) {
      ++activity.results;
      if (score.method) methods.insert(*score.method);
      if (score.paper) papers.insert(*score.paper);
      activity.latest = std::max(activity.latest, score.date);
    });
    activity.methods = methods.size();
    activity.papers = papers.size();
    if (activity.results > 0) all.push_back(activity);
  }
  std::ranges::stable_sort(all, [](const Activity& a, const Activity& b) {
    return std::tie(a.results, a.papers) > std::tie(b.results, b.papers);
  });
  if (count > 0 && all.size() > count) all.resize(count);
  return all;
}

std::vector<Comparison> stated_comparisons(const Graph& graph, const Edge& outperforms) {
  std::set<std::string_view> papers;
  for (const Claim& claim : graph.claims(outperforms)) papers.insert(graph.listing(claim).paper);
  const auto scores_of = [&](NodeId method) {
    std::vector<Score> scores;
    for (const EdgeId id : graph.in_edges(method)) {
      if (graph.edge(id).relation != Relation::OfMethod) continue;
      const Score score = score_of(graph, graph.edge(id).source);
      const auto claims = graph.claims(graph.node(score.result));
      if (!score.delta && score.benchmark &&
          std::ranges::any_of(claims, [&](const Claim& c) { return papers.contains(graph.listing(c).paper); }))
        scores.push_back(score);
    }
    return scores;
  };
  std::vector<Comparison> found;
  const auto better = [&](const Score& winner, double loser) {
    const auto higher = higher_is_better(graph, winner);
    return !higher || (*higher ? winner.number > loser : winner.number < loser);
  };
  const std::vector<Score> losers = scores_of(outperforms.target);
  for (const Score& winner : scores_of(outperforms.source)) {
    if (winner.baseline == outperforms.target && !winner.baseline_value.empty()) {
      found.push_back({winner, winner.baseline_value});
      continue;
    }
    for (const Score& loser : losers)
      if (std::tie(loser.paper, loser.benchmark, loser.metric, loser.unit) ==
              std::tie(winner.paper, winner.benchmark, winner.metric, winner.unit) &&
          better(winner, loser.number)) {
        found.push_back({winner, loser.value});
        break;
      }
  }
  std::ranges::stable_sort(found, [](const Comparison& a, const Comparison& b) {
    return std::tie(a.winner.benchmark, a.winner.metric) < std::tie(b.winner.benchmark, b.winner.metric);
  });
  return found;
}

}  // namespace digestkg
