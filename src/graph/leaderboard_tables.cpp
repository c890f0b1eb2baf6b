// Leaderboards -> text for a terminal, Markdown, CSV, JSON or HTML. All of them are made from the same rows.

#include "base/utf8.hpp"
#include "graph/leaderboard_rows.hpp"

#include <digestkg/leaderboard.hpp>

#include <nlohmann/json.hpp>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <set>

namespace digestkg {
namespace {

using namespace tables;

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

void write_terminal(const Graph& graph, const Leaderboard& all, bool several, Output& out) {
  out << printable(heading(graph, all, several)) << ": " << summary(graph, all) << '\n';
  for (const Section& section : sections(graph, all)) {
    out << '\n' << printable(section.title) << " (" << section.remark << ")\n";
    std::vector<Cells> rows;
    std::vector<std::string> sentences;
    for (const Row& row : section.rows) {
      const std::string baseline = baseline_in_words(row);
      Cells cells{row.rank, cut(or_dash(row.method), widest_cell)};
      if (section.names_metric) cells.push_back(cut(or_dash(row.metric), widest_cell));
      cells.push_back(row.shown);
      cells.push_back(baseline.empty() ? "" : "vs " + cut(baseline, widest_cell));
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

void write_markdown(const Graph& graph, const Leaderboard& all, bool several, Output& out) {
  out << "# " << markdown(heading(graph, all, several)) << "\n\n" << summary(graph, all) << ".\n";
  for (const Section& section : sections(graph, all)) {
    out << "\n## " << markdown(section.title) << "\n\n" << section.remark << "\n\n";
    const std::string_view metric_head = section.names_metric ? " Metric |" : "", metric_rule = section.names_metric ? " --- |" : "";
    out << "| # | Method |" << metric_head << " Value | Baseline | Paper | Date | Sentence |\n| ---: | --- |" << metric_rule
        << " ---: | --- | --- | --- | --- |\n";
    for (const Row& row : section.rows) {
      out << "| " << row.rank << " | " << markdown(row.method) << " |";
      if (section.names_metric) out << ' ' << markdown(row.metric) << " |";
      out << ' ' << markdown(row.shown) << " | " << markdown(baseline_in_words(row)) << " | " << markdown_link(row.paper) << " | "
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

/// The head and the begin of the body.
void open_page(std::string_view title, Output& out) {
  out << "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">"
         "<title>" << html(title) << "</title><style>" << page_style << "</style></head><body>\n";
}

void write_html(const Graph& graph, const Leaderboard& all, bool several, Output& out) {
  out << "<h1>" << html(heading(graph, all, several)) << "</h1>\n<p>" << summary(graph, all) << ".</p>\n";
  for (const Section& section : sections(graph, all)) {
    out << "<h2>" << html(section.title) << " <small>" << section.remark << "</small></h2>\n<table class=\"b\"><thead><tr><th class=\"n\">#</th><th>Method</th>"
        << (section.names_metric ? "<th>Metric</th>" : "")
        << "<th class=\"n\">Value</th><th>Baseline</th><th>Paper</th><th>Date</th><th>Sentence</th></tr></thead><tbody>\n";
    for (const Row& row : section.rows) {
      out << "<tr><td class=\"n\">" << row.rank << "</td><td>" << html(row.method) << "</td>";
      if (section.names_metric) out << "<td>" << html(row.metric) << "</td>";
      out << "<td class=\"n\">" << html(row.shown) << "</td><td>" << html(baseline_in_words(row)) << "</td><td>" << html_link(row.paper)
          << "</td><td class=\"d\">" << html(row.date) << "</td><td>" << html(row.sentence) << "</td></tr>\n";
    }
    out << "</tbody></table>\n";
  }
}

void write_page(const Graph& graph, std::span<const Leaderboard> boards, Output& out) {
  open_page(boards.empty() ? "No leaderboard" : graph.name(boards.front().benchmark), out);
  for (const Leaderboard& board : boards) write_html(graph, board, boards.size() > 1, out);
  out << "</body></html>\n";
}

// ---- the list of benchmarks ----------------------------------------------------------------------------------------------------

Cells cells_of(const Graph& graph, const Activity& a) {
  return {std::string(graph.name(a.benchmark)), std::to_string(a.results), std::to_string(a.methods), std::to_string(a.papers), std::string(a.latest)};
}
constexpr std::array<std::string_view, 5> activity_heads{"benchmark", "results", "methods", "papers", "latest"};

void write_activity_html(const Graph& graph, std::span<const Activity> activity, Output& out) {
  open_page("Benchmarks with most results", out);
  out << "<h1>Benchmarks with most results</h1>\n<table><thead><tr>";
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

void write_leaderboards(const Graph& graph, std::span<const Leaderboard> boards, TableFormat format, Output& output, bool spreadsheet_safe) {
  if (format == TableFormat::Csv) return write_csv(graph, boards, CsvCell(spreadsheet_safe), output);
  if (format == TableFormat::Json) return write_json(graph, boards, output);
  if (format == TableFormat::Html) return write_page(graph, boards, output);
  for (const Leaderboard& board : boards) {
    if (&board != boards.data()) output << '\n';
    (format == TableFormat::Markdown ? write_markdown : write_terminal)(graph, board, boards.size() > 1, output);
  }
}

void write_leaderboard(const Graph& graph, const Leaderboard& board, TableFormat format, Output& output, bool spreadsheet_safe) {
  write_leaderboards(graph, {&board, 1}, format, output, spreadsheet_safe);
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
