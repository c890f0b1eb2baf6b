// A benchmark -> its leaderboard as one table, scores ranked only within one metric and unit.

#include "exporters/dates.hpp"
#include "exporters/picture.hpp"

#include <algorithm>
#include <set>

namespace digestkg::exporters {
namespace {

constexpr std::size_t boards_shown = 4, rows_a_board = 12, rows_apart = 6;
constexpr int bar_width = 110;

std::string cell(const std::string& content, std::string_view align = "LEFT") {
  return "<TD ALIGN=\"" + std::string(align) + "\">" + content + "</TD>";
}

std::string section(std::string_view title, std::string_view rest) {
  return "<HR/><TR><TD COLSPAN=\"5\" ALIGN=\"LEFT\" CELLPADDING=\"6\"><B>" + font(title, shade::muted, 10) + "</B>" +
         font(rest, shade::muted, 10) + "</TD></TR>";
}

std::string source_cell(const Graph& graph, const Score& score) {
  if (!score.paper) return cell("&#160;");
  const std::string link = link_of(graph, *score.paper);
  const std::string id(graph.text(graph.node(*score.paper), Key::ArxivId));
  const std::string target = link.empty() ? "" : " HREF=\"" + markup(link) + "\" TARGET=\"_blank\"";
  const std::string tip = score.sentence.empty() ? std::string(graph.name(*score.paper)) : std::string(score.sentence);
  return "<TD ALIGN=\"LEFT\"" + target + " TOOLTIP=\"" + markup(clip(tip, 400)) + "\">" + font(id, look(Kind::Method).stroke, 11) +
         font("\xC2\xA0 " + std::string(month_of(score.date)), shade::muted, 11) + "</TD>";
}

std::string bar(double share, bool best) {
  const int width = std::clamp(static_cast<int>(bar_width * share), 3, bar_width);
  const auto part = [](int pixels, const Shade& shade) {
    return "<TD WIDTH=\"" + std::to_string(pixels) + "\" HEIGHT=\"10\" FIXEDSIZE=\"TRUE\" BGCOLOR=\"" + std::string(shade.light) + "\"></TD>";
  };
  return cell("<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\"><TR>" +
              part(width, best ? look(Kind::Method).stroke : shade::bar) + part(bar_width - width + 1, shade::bar_ground) + "</TR></TABLE>");
}

std::string method_name(const Graph& graph, const Score& score) {
  return score.method ? clip(graph.name(*score.method), 34) : std::string("method not named");
}
std::string metric_name(const Graph& graph, const Score& score) {
  return score.metric ? clip(graph.name(*score.metric), 22) : std::string("metric not named");
}

/// The value with as many decimals as the most exact of the board, so that points stand below one another.
std::string aligned(const Board& board, const Score& score) {
  const auto decimals = [](std::string_view value) { return value.find('.') == std::string_view::npos ? 0 : value.size() - value.find('.') - 1; };
  std::size_t most = 0;
  for (const Score& s : board.scores) most = std::max(most, decimals(s.value));
  std::string text(score.value);
  std::size_t missing = most - decimals(score.value);
  if (missing == most && most > 0) text += '.';
  text.append(missing, '0');
  return score.unit == "%" || score.unit == "x" ? text + std::string(score.unit) : text;
}

std::string ranked_rows(const Graph& graph, const Board& board) {
  double most = 0;
  for (const Score& s : board.scores) most = std::max(most, std::abs(s.number));
  if (board.unit == "%" && most <= 100) most = 100;
  std::string rows;
  for (std::size_t i = 0; i < std::min(board.scores.size(), rows_a_board); ++i) {
    const Score& s = board.scores[i];
    const bool best = !board.ranks.empty() && board.ranks[i] == 1;
    const auto strong = [&](const std::string& text) { return best ? "<B>" + text + "</B>" : text; };
    const std::string rank = board.ranks.empty() ? "" : std::to_string(board.ranks[i]);
    rows += "<TR>" + cell(strong(font(rank, best ? shade::ink : shade::muted, 11)), "RIGHT") +
            cell(strong(font(method_name(graph, s), shade::ink, 11))) + bar(most > 0 ? std::abs(s.number) / most : 0, best) +
            cell(strong(font(aligned(board, s), shade::ink, 11)), "RIGHT") + source_cell(graph, s) + "</TR>";
  }
  return rows;
}

std::string apart_rows(const Graph& graph, std::span<const Score> scores) {
  std::string rows;
  for (const Score& s : scores.first(std::min(scores.size(), rows_apart)))
    rows += "<TR>" + cell("&#160;") + cell(font(method_name(graph, s), shade::ink, 11)) + cell(font(metric_name(graph, s), shade::muted, 10)) +
            cell(font(shown(s), shade::ink, 11), "RIGHT") + source_cell(graph, s) + "</TR>";
  return rows;
}

std::string left_out(std::size_t total, std::size_t limit) {
  return total > limit ? " \xC2\xB7 " + std::to_string(limit) + " of " + std::to_string(total) : "";
}

std::string heading(const Board& board) {
  return (board.unit.empty() ? "" : " \xC2\xB7 " + std::string(board.unit)) +
         (!board.higher_is_better ? " \xC2\xB7 which way is better is not known" : *board.higher_is_better ? " \xC2\xB7 higher is better"
                                                                                                       : " \xC2\xB7 lower is better") +
         left_out(board.scores.size(), rows_a_board);
}

}  // namespace

Drawing board_picture(const View& view) {
  const Graph& graph = view.graph;
  const Leaderboard all = leaderboard(graph, *view.focus);
  std::string rows;
  for (std::size_t i = 0; i < std::min(all.boards.size(), boards_shown); ++i) {
    const Board& board = all.boards[i];
    rows += section(board.metric.empty() ? "metric not named" : board.metric, heading(board)) + ranked_rows(graph, board);
  }
  if (!all.singles.empty())
    rows += section("one score each", " \xC2\xB7 nothing to rank against" + left_out(all.singles.size(), rows_apart)) + apart_rows(graph, all.singles);
  if (!all.gains.empty())
    rows += section("reported gains", " \xC2\xB7 each over its own baseline, not ranked" + left_out(all.gains.size(), rows_apart)) +
            apart_rows(graph, all.gains);

  Caption caption = caption_of(view, "Ranked only within one metric and unit, and only where it is known which way is better.");
  if (all.boards.size() > boards_shown)
    caption.lines.push_back(std::to_string(boards_shown) + " of " + std::to_string(all.boards.size()) + " metrics shown: those with most scores.");
  if (all.scores() == 0) caption.lines.push_back("No paper reports a number on it; the methods said to be evaluated on it stand below.");
  Drawing drawing = framed("leaderboard", Drawing::Lines::Directed, "dot", caption, {{"rankdir", "LR"}, {"nodesep", "0.1"}, {"ranksep", "0.6"}});

  std::set<NodeId> scored;
  for (const auto* scores : {&all.singles, &all.gains})
    for (const Score& s : *scores) if (s.method) scored.insert(*s.method);
  for (const Board& board : all.boards)
    for (const Score& s : board.scores) if (s.method) scored.insert(*s.method);
  std::vector<NodeId> unscored;
  for (const EdgeId id : graph.in_edges(*view.focus))
    if (graph.edge(id).relation == Relation::EvaluatedOn && !scored.contains(graph.edge(id).source)) unscored.push_back(graph.edge(id).source);
  if (!unscored.empty()) {
    rows += section("evaluated on it, without a number", left_out(unscored.size(), rows_a_board));
    for (std::size_t i = 0; i < std::min(unscored.size(), rows_a_board); ++i)
      rows += "<TR>" + cell("&#160;") + "<TD COLSPAN=\"4\" ALIGN=\"LEFT\">" + font(clip(graph.name(unscored[i]), 60), shade::ink, 11) + "</TD></TR>";
  }
  const KindLook& bench = look(Kind::Benchmark);
  const std::string_view name = graph.name(*view.focus);
  drawing.node(table_attributes("<TABLE BORDER=\"1\" COLOR=\"" + std::string(shade::rule.light) +
                                    "\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"4\" BGCOLOR=\"" + std::string(shade::ground.light) +
                                    "\"><TR><TD COLSPAN=\"5\" ALIGN=\"LEFT\" CELLPADDING=\"7\" BGCOLOR=\"" + std::string(bench.fill.light) +
                                    "\"><B>" + font(clip(name, 60), bench.stroke, 14) + "</B></TD></TR>" + rows + "</TABLE>",
                                name));
  return drawing;
}

}  // namespace digestkg::exporters
