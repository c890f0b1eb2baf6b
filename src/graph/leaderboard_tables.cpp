// Leaderboards -> text for a terminal, Markdown, CSV, JSON or HTML. All of them are made from the same rows.

#include "base/spreadsheet.hpp"
#include "base/utf8.hpp"

#include <digestkg/leaderboard.hpp>

#include <nlohmann/json.hpp>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <set>

namespace digestkg {
namespace {

/// One score in words, with the section that it stands in.
struct Row {
  std::string rank, method, metric, value, unit, baseline, paper, date, sentence;
  bool delta = false;
  float confidence = 0;
  std::string_view direction;
};

struct Section {
  std::string title, remark;
  bool names_metric = false;  ///< rows are of several metrics
  std::vector<Row> rows;
};

Row row_of(const Graph& graph, const Score& s, std::string rank) {
  Row row;
  row.rank = std::move(rank);
  row.method = s.method ? std::string(graph.name(*s.method)) : "";
  row.metric = s.metric ? std::string(graph.name(*s.metric)) : "";
  row.value = shown(s);
  row.unit = s.unit;
  if (s.baseline) row.baseline = graph.name(*s.baseline);
  if (!s.baseline_value.empty()) row.baseline += (row.baseline.empty() ? "" : " ") + std::string(s.baseline_value);
  if (s.paper) row.paper = graph.text(graph.node(*s.paper), Key::ArxivId);
  row.date = s.date;
  row.sentence = s.sentence;
  row.delta = s.delta;
  row.confidence = s.confidence;
  const auto higher = higher_is_better(graph, s);
  row.direction = !higher ? "" : *higher ? "higher" : "lower";
  return row;
}

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

std::string or_dash(const std::string& text) { return text.empty() ? "-" : text; }

// ---- text ----------------------------------------------------------------------------------------------------------------------

/// Columns that a terminal takes to show `text`.
std::size_t width(std::string_view text) {
  std::size_t columns = 0;
  utf8proc_int32_t character = 0;
  while (!text.empty()) {
    const auto read = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()), &character);
    if (read <= 0) break;
    columns += static_cast<std::size_t>(std::max(0, utf8proc_charwidth(character)));
    text.remove_prefix(static_cast<std::size_t>(read));
  }
  return columns;
}

std::string cut(std::string_view text, std::size_t columns) {
  if (width(text) <= columns) return std::string(text);
  std::size_t end = text.size();
  while (end > 0 && (width(text.substr(0, end)) > columns - 1 || (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)) --end;
  return std::string(text.substr(0, end)) + "\xE2\x80\xA6";
}

using Cells = std::vector<std::string>;
constexpr std::size_t widest_cell = 44, widest_sentence = 110;

/// Cells in columns as wide as their widest; `right` names the columns that stand to the right. Each row may have a line under it.
void write_columns(const std::vector<Cells>& rows, const std::set<std::size_t>& right, const std::vector<std::string>& under, Output& out) {
  std::vector<std::size_t> widths;
  for (const Cells& row : rows)
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i == widths.size()) widths.push_back(0);
      widths[i] = std::max(widths[i], width(row[i]));
    }
  for (std::size_t r = 0; r < rows.size(); ++r) {
    std::string line = " ";
    for (std::size_t i = 0; i < rows[r].size(); ++i) {
      const std::string pad(widths[i] - width(rows[r][i]), ' ');
      line += ' ' + (right.contains(i) ? pad + rows[r][i] : rows[r][i] + pad) + ' ';
    }
    line.resize(line.find_last_not_of(' ') + 1);
    out << printable(line) << '\n';
    if (r < under.size() && !under[r].empty()) out << "       " << printable(under[r]) << '\n';
  }
}

void write_terminal(const Graph& graph, const Leaderboard& all, Output& out) {
  out << printable(graph.name(all.benchmark)) << ": " << summary(graph, all) << '\n';
  for (const Section& section : sections(graph, all)) {
    out << '\n' << printable(section.title) << " (" << section.remark << ")\n";
    std::vector<Cells> rows;
    std::vector<std::string> sentences;
    for (const Row& row : section.rows) {
      Cells cells{row.rank, cut(or_dash(row.method), widest_cell)};
      if (section.names_metric) cells.push_back(cut(or_dash(row.metric), widest_cell));
      cells.push_back(row.value);
      cells.push_back(row.baseline.empty() ? "" : "vs " + cut(row.baseline, widest_cell));
      cells.push_back(row.paper);
      cells.push_back(row.date);
      rows.push_back(std::move(cells));
      sentences.push_back(cut(row.sentence, widest_sentence));
    }
    write_columns(rows, {0, section.names_metric ? std::size_t{3} : std::size_t{2}}, sentences, out);
  }
}

// ---- Markdown and HTML ---------------------------------------------------------------------------------------------------------

std::string escaped(std::string_view text, std::string_view special, auto replace) {
  std::string out;
  for (const char c : text) special.find(c) == std::string_view::npos ? out += c : out += replace(c);
  return out;
}
std::string markdown(std::string_view text) {
  return escaped(text, "\\`*_{}[]<>|#&$~", [](char c) { return std::string{'\\', c}; });
}
std::string html(std::string_view text) {
  return escaped(text, "&<>\"'", [](char c) -> std::string {
    return c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '"' ? "&quot;" : "&#39;";
  });
}
/// A graph from elsewhere may call anything an id; then there is no link.
bool is_arxiv_id(std::string_view id) {
  constexpr std::string_view allowed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-/";
  return !id.empty() && id.find_first_not_of(allowed) == std::string_view::npos && id.find("..") == std::string_view::npos;
}
std::string markdown_link(const std::string& id) {
  return is_arxiv_id(id) ? "[" + id + "](https://arxiv.org/abs/" + id + ")" : markdown(id);
}
std::string html_link(const std::string& id) {
  return is_arxiv_id(id) ? "<a href=\"https://arxiv.org/abs/" + id + "\" rel=\"noreferrer\">" + id + "</a>" : html(id);
}

void write_markdown(const Graph& graph, const Leaderboard& all, Output& out) {
  out << "# " << markdown(graph.name(all.benchmark)) << "\n\n" << summary(graph, all) << ".\n";
  for (const Section& section : sections(graph, all)) {
    out << "\n## " << markdown(section.title) << "\n\n" << section.remark << "\n\n";
    const std::string_view metric_head = section.names_metric ? " Metric |" : "", metric_rule = section.names_metric ? " --- |" : "";
    out << "| # | Method |" << metric_head << " Value | Baseline | Paper | Date | Sentence |\n| ---: | --- |" << metric_rule
        << " ---: | --- | --- | --- | --- |\n";
    for (const Row& row : section.rows) {
      out << "| " << row.rank << " | " << markdown(row.method) << " |";
      if (section.names_metric) out << ' ' << markdown(row.metric) << " |";
      out << ' ' << markdown(row.value) << " | " << markdown(row.baseline) << " | " << markdown_link(row.paper) << " | "
          << markdown(row.date) << " | " << markdown(row.sentence) << " |\n";
    }
  }
}

constexpr std::string_view page_style =
    "body{font:15px/1.5 system-ui,'Liberation Sans',Arial,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#17202b;background:#fff}"
    "table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.35rem .6rem;border-bottom:1px solid #dfe3e9;vertical-align:top}"
    "th,small{color:#5a6472;font-size:.85rem}.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}.d{white-space:nowrap}a{color:#0b66dc}"
    "@media(max-width:46rem){.b thead{display:none}.b tr{display:block;padding:.5rem 0;border-bottom:1px solid #dfe3e9}"
    ".b td{display:inline;border:0;padding:0 .5rem 0 0}.b td:last-child{display:block;color:#5a6472}}"
    "@media(prefers-color-scheme:dark){body{color:#e8ecf1;background:#10151c}th,small{color:#a3aebb}th,td,.b tr{border-color:#2b3542}.b td:last-child{color:inherit}a{color:#4da6ff}}";

void open_page(std::string_view title, Output& out) {
  out << "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">"
         "<title>" << html(title) << "</title><style>" << page_style << "</style></head><body>\n<h1>" << html(title) << "</h1>\n";
}

void write_html(const Graph& graph, const Leaderboard& all, Output& out) {
  open_page(graph.name(all.benchmark), out);
  out << "<p>" << summary(graph, all) << ".</p>\n";
  for (const Section& section : sections(graph, all)) {
    out << "<h2>" << html(section.title) << " <small>" << section.remark << "</small></h2>\n<table class=\"b\"><thead><tr><th class=\"n\">#</th><th>Method</th>"
        << (section.names_metric ? "<th>Metric</th>" : "")
        << "<th class=\"n\">Value</th><th>Baseline</th><th>Paper</th><th>Date</th><th>Sentence</th></tr></thead><tbody>\n";
    for (const Row& row : section.rows) {
      out << "<tr><td class=\"n\">" << row.rank << "</td><td>" << html(row.method) << "</td>";
      if (section.names_metric) out << "<td>" << html(row.metric) << "</td>";
      out << "<td class=\"n\">" << html(row.value) << "</td><td>" << html(row.baseline) << "</td><td>" << html_link(row.paper)
          << "</td><td class=\"d\">" << html(row.date) << "</td><td>" << html(row.sentence) << "</td></tr>\n";
    }
    out << "</tbody></table>\n";
  }
  out << "</body></html>\n";
}

// ---- CSV and JSON --------------------------------------------------------------------------------------------------------------

class CsvCell {
 public:
  explicit CsvCell(bool spreadsheet_safe) : spreadsheet_safe_(spreadsheet_safe) {}
  std::string operator()(std::string_view text) const {
    const std::string safe = spreadsheet_safe_ ? without_formulas(text) : std::string(text);
    return '"' + escaped(safe, "\"", [](char) { return std::string("\"\""); }) + '"';
  }

 private:
  bool spreadsheet_safe_;
};

std::string confidence_text(float confidence) {
  StringOutput out;
  out << confidence;
  return out.text();
}

void write_csv(const Graph& graph, const Leaderboard& all, CsvCell csv, Output& out) {
  out << "benchmark,section,rank,method,metric,unit,direction,value,delta,baseline,paper,date,confidence,sentence\r\n";
  for (const Section& section : sections(graph, all))
    for (const Row& row : section.rows)
      out << csv(graph.name(all.benchmark)) << ',' << csv(section.title) << ',' << row.rank << ',' << csv(row.method) << ',' << csv(row.metric) << ','
          << csv(row.unit) << ',' << row.direction << ',' << csv(row.value) << ',' << (row.delta ? "true" : "false") << ',' << csv(row.baseline)
          << ',' << csv(row.paper) << ',' << csv(row.date) << ',' << confidence_text(row.confidence) << ',' << csv(row.sentence) << "\r\n";
}

void write_json(const Graph& graph, const Leaderboard& all, Output& out) {
  nlohmann::ordered_json page{{"benchmark", graph.name(all.benchmark)}, {"iri", graph.node(all.benchmark).iri}, {"sections", nlohmann::ordered_json::array()}};
  const auto filled = [](nlohmann::ordered_json& object, const char* key, std::string_view text) {
    if (!text.empty()) object[key] = text;
  };
  for (const Section& section : sections(graph, all)) {
    nlohmann::ordered_json rows = nlohmann::ordered_json::array();
    for (const Row& row : section.rows) {
      nlohmann::ordered_json item = nlohmann::ordered_json::object();
      if (!row.rank.empty()) item["rank"] = std::stoul(row.rank);
      filled(item, "method", row.method);
      filled(item, "metric", row.metric);
      filled(item, "value", row.value);
      filled(item, "unit", row.unit);
      filled(item, "direction", row.direction);
      item["delta"] = row.delta;
      filled(item, "baseline", row.baseline);
      filled(item, "paper", row.paper);
      filled(item, "date", row.date);
      item["confidence"] = nlohmann::ordered_json::parse(confidence_text(row.confidence));
      filled(item, "sentence", row.sentence);
      rows.push_back(std::move(item));
    }
    page["sections"].push_back({{"title", section.title}, {"remark", section.remark}, {"rows", std::move(rows)}});
  }
  out << page.dump(2) << '\n';
}

// ---- the list of benchmarks ----------------------------------------------------------------------------------------------------

Cells cells_of(const Graph& graph, const Activity& a) {
  return {std::string(graph.name(a.benchmark)), std::to_string(a.results), std::to_string(a.methods), std::to_string(a.papers), std::string(a.latest)};
}
constexpr std::array<std::string_view, 5> activity_heads{"benchmark", "results", "methods", "papers", "latest"};

void write_activity_html(const Graph& graph, std::span<const Activity> activity, Output& out) {
  open_page("Benchmarks with most results", out);
  out << "<table><thead><tr>";
  for (std::size_t i = 0; i < activity_heads.size(); ++i) out << (i == 0 ? "<th>" : "<th class=\"n\">") << activity_heads[i] << "</th>";
  out << "</tr></thead><tbody>\n";
  for (const Activity& a : activity) {
    const Cells cells = cells_of(graph, a);
    out << "<tr><td>" << html(cells[0]) << "</td>";
    for (std::size_t i = 1; i < cells.size(); ++i) out << "<td class=\"n\">" << html(cells[i]) << "</td>";
    out << "</tr>\n";
  }
  out << "</tbody></table>\n</body></html>\n";
}

}  // namespace

std::optional<TableFormat> table_format_named(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, TableFormat>, 5> names{{{"terminal", TableFormat::Terminal},
                                                                           {"markdown", TableFormat::Markdown},
                                                                           {"csv", TableFormat::Csv},
                                                                           {"json", TableFormat::Json},
                                                                           {"html", TableFormat::Html}}};
  for (const auto& [known, format] : names)
    if (known == name) return format;
  return std::nullopt;
}

void write_leaderboard(const Graph& graph, const Leaderboard& board, TableFormat format, Output& output, bool spreadsheet_safe) {
  switch (format) {
    case TableFormat::Terminal: return write_terminal(graph, board, output);
    case TableFormat::Markdown: return write_markdown(graph, board, output);
    case TableFormat::Csv: return write_csv(graph, board, CsvCell(spreadsheet_safe), output);
    case TableFormat::Json: return write_json(graph, board, output);
    case TableFormat::Html: return write_html(graph, board, output);
  }
}

void write_activity(const Graph& graph, std::span<const Activity> activity, TableFormat format, Output& output, bool spreadsheet_safe) {
  const CsvCell csv(spreadsheet_safe);
  std::vector<Cells> rows;
  for (const Activity& a : activity) rows.push_back(cells_of(graph, a));
  switch (format) {
    case TableFormat::Terminal:
      rows.insert(rows.begin(), Cells(activity_heads.begin(), activity_heads.end()));
      for (Cells& row : rows) row[0] = cut(row[0], widest_cell);
      return write_columns(rows, {1, 2, 3}, {}, output);
    case TableFormat::Markdown:
      output << "| benchmark | results | methods | papers | latest |\n| --- | ---: | ---: | ---: | --- |\n";
      for (const Cells& r : rows) output << "| " << markdown(r[0]) << " | " << r[1] << " | " << r[2] << " | " << r[3] << " | " << markdown(r[4]) << " |\n";
      return;
    case TableFormat::Csv:
      output << "benchmark,results,methods,papers,latest\r\n";
      for (const Cells& r : rows) output << csv(r[0]) << ',' << r[1] << ',' << r[2] << ',' << r[3] << ',' << csv(r[4]) << "\r\n";
      return;
    case TableFormat::Json: {
      nlohmann::ordered_json list = nlohmann::ordered_json::array();
      for (const Activity& a : activity)
        list.push_back({{"benchmark", graph.name(a.benchmark)}, {"iri", graph.node(a.benchmark).iri}, {"results", a.results},
                        {"methods", a.methods}, {"papers", a.papers}, {"latest", a.latest}});
      output << list.dump(2) << '\n';
      return;
    }
    case TableFormat::Html: return write_activity_html(graph, activity, output);
  }
}

}  // namespace digestkg
