// Scores -> rows of words in sections.

#include "graph/leaderboard_rows.hpp"

#include <set>

namespace digestkg::tables {
namespace {

Row row_of(const Graph& graph, const Score& s, std::string rank) {
  Row row;
  row.rank = std::move(rank);
  row.method = s.method ? std::string(graph.name(*s.method)) : "";
  row.metric = s.metric ? std::string(graph.name(*s.metric)) : "";
  row.shown = shown(s);
  row.value = s.value;
  row.baseline_value = s.baseline_value;
  row.raw = graph.text(graph.node(s.result), Key::Raw);
  row.unit = s.unit;
  if (s.baseline) row.baseline = graph.name(*s.baseline);
  if (s.paper) row.paper = graph.text(graph.node(*s.paper), Key::ArxivId);
  row.date = s.date;
  row.sentence = s.sentence;
  row.delta = s.delta;
  row.confidence = s.confidence;
  const auto higher = higher_is_better(graph, s);
  row.direction = !higher ? "" : *higher ? "higher" : "lower";
  return row;
}

}  // namespace

std::vector<Section> sections(const Graph& graph, const Leaderboard& all) {
  std::vector<Section> out;
  for (const Board& board : all.boards) {
    Section section{board.metric.empty() ? "metric not named" : std::string(board.metric),
                    !board.higher_is_better ? "which way is better is not known, so not ranked"
                                            : *board.higher_is_better ? "higher is better" : "lower is better",
                    false, {}};
    if (!board.unit.empty()) section.title += ", " + std::string(board.unit);
    for (std::size_t i = 0; i < board.scores.size(); ++i)
      section.rows.push_back(row_of(graph, board.scores[i], board.ranks.empty() ? "" : std::to_string(board.ranks[i])));
    out.push_back(std::move(section));
  }
  const auto apart = [&](std::string title, std::string remark, const std::vector<Score>& scores) {
    if (scores.empty()) return;
    Section section{std::move(title), std::move(remark), true, {}};
    for (const Score& s : scores) section.rows.push_back(row_of(graph, s, ""));
    out.push_back(std::move(section));
  };
  apart("one score each", "nothing to rank against", all.singles);
  apart("reported gains", "each over its own baseline, not ranked", all.gains);
  return out;
}

std::string summary(const Graph& graph, const Leaderboard& all) {
  std::set<std::string> methods, papers;
  for (const Section& section : sections(graph, all))
    for (const Row& row : section.rows) {
      if (!row.method.empty()) methods.insert(row.method);
      papers.insert(row.paper);
    }
  const auto counted = [](std::size_t count, const std::string& what) { return std::to_string(count) + ' ' + what + (count == 1 ? "" : "s"); };
  return counted(all.scores(), "score") + " of " + counted(methods.size(), "named method") + " from " + counted(papers.size(), "paper");
}

std::string heading(const Graph& graph, const Leaderboard& all, bool several) {
  const std::string name(graph.name(all.benchmark));
  return several ? name + " (" + std::string(graph.node(all.benchmark).iri) + ')' : name;
}

std::string baseline_in_words(const Row& row) {
  if (row.baseline_value.empty()) return row.baseline;
  return row.baseline.empty() ? std::string(row.baseline_value) : row.baseline + ' ' + std::string(row.baseline_value);
}

}  // namespace digestkg::tables
