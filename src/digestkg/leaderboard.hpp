#pragma once
// Result nodes -> leaderboards: what papers report on one benchmark, ranked where numbers can be compared.

#include <digestkg/graph.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace digestkg {

/// A Result node with what it is about. Texts are the graph's.
struct Score {
  NodeId result = 0;
  std::optional<NodeId> paper, method, benchmark, metric, baseline;
  std::string_view value;           ///< canonical decimal
  std::string_view unit;            ///< empty for none
  std::string_view baseline_value;  ///< empty when unsaid
  std::string_view date;            ///< day of the paper's first listing
  std::string_view sentence;        ///< of the most confident claim
  double number = 0;                ///< `value`
  float confidence = 0;             ///< of the most confident claim
  bool delta = false;               ///< a change, not a level
};
Score score_of(const Graph& graph, NodeId result);

/// `91.7%`, `2.1x`, `12 points`; a change has its sign: `+4.3%`.
std::string shown(const Score& score);
/// True when higher is better, empty when the graph does not say.
std::optional<bool> higher_is_better(const Graph& graph, const Score& score);

/// load_graph() without what leaderboards do not use, in a fraction of its time: authors, tasks and relations of papers and methods are
/// left out, and claims stand on Result nodes only. A fault in what is left out is not told.
Graph load_results(const std::string& path);

/// Scores that share metric and unit.
struct Board {
  std::string_view metric;                ///< empty: not named
  std::string_view unit;
  std::optional<bool> higher_is_better;   ///< empty: not known, so the scores have no ranks
  std::vector<Score> scores;              ///< best first; the highest first when the direction is not known
  std::vector<std::size_t> ranks;         ///< of each score, from 1, equal values share one; empty when not ranked
};

struct Leaderboard {
  NodeId benchmark = 0;
  std::vector<Board> boards;   ///< two or more scores each; most scores first
  std::vector<Score> singles;  ///< levels that nothing can be compared with; newest first
  std::vector<Score> gains;    ///< changes over a baseline of their own; newest first

  std::size_t scores() const;
};

struct LeaderboardRequest {
  std::string since;          ///< first day, inclusive; empty: all
  double min_confidence = 0;
};

Leaderboard leaderboard(const Graph& graph, NodeId benchmark, const LeaderboardRequest& request = {});

/// A benchmark or dataset and how much is reported on it.
struct Activity {
  NodeId benchmark = 0;
  std::size_t results = 0, methods = 0, papers = 0;
  std::string_view latest;  ///< day of the newest result
};
/// Up to `count` benchmarks with most results, most first; 0 for all.
std::vector<Activity> busiest_benchmarks(const Graph& graph, std::size_t count, const LeaderboardRequest& request = {});

/// Two scores that one paper states for the winner and the loser of a comparison.
struct Comparison {
  Score winner;
  std::string_view loser_value;
};
/// Where a paper that says `winner` outperforms `loser` gives a number for both. Sorted by benchmark and metric.
std::vector<Comparison> stated_comparisons(const Graph& graph, const Edge& outperforms);

enum class TableFormat : std::uint8_t { Terminal, Markdown, Csv, Json, Html };
/// Accepts `terminal`, `markdown`, `csv`, `json`, `html`.
std::optional<TableFormat> table_format_named(std::string_view name);

/// With `spreadsheet_safe`, CSV has an apostrophe before what a spreadsheet would run as a formula.
/// One document, also of several: one table in CSV, one list in JSON (of one leaderboard too), one page in HTML.
void write_leaderboards(const Graph& graph, std::span<const Leaderboard> boards, TableFormat format, Output& output, bool spreadsheet_safe = false);
void write_leaderboard(const Graph& graph, const Leaderboard& board, TableFormat format, Output& output, bool spreadsheet_safe = false);
void write_activity(const Graph& graph, std::span<const Activity> activity, TableFormat format, Output& output, bool spreadsheet_safe = false);

}  // namespace digestkg
