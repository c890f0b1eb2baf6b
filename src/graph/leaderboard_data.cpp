// Leaderboards -> CSV and JSON: numbers as numbers, the unit apart, and the text as it was told.

#include "base/spreadsheet.hpp"
#include "graph/leaderboard_rows.hpp"

#include <nlohmann/json.hpp>

namespace digestkg::tables {
namespace {

std::string confidence_text(float confidence) {
  StringOutput out;
  out << confidence;
  return out.text();
}

/// A graph from elsewhere may call anything a number.
bool is_number(std::string_view text) { return nlohmann::json::parse(text, nullptr, false).is_number(); }

std::string number_cell(std::string_view decimal, const CsvCell& csv) {
  return decimal.empty() || is_number(decimal) ? std::string(decimal) : csv(decimal);
}

void write_rows(const Graph& graph, const Leaderboard& all, CsvCell csv, Output& out) {
  for (const Section& section : sections(graph, all))
    for (const Row& row : section.rows)
      out << csv(graph.name(all.benchmark)) << ',' << csv(graph.node(all.benchmark).iri) << ',' << csv(section.title) << ',' << row.rank << ','
          << csv(row.method) << ',' << csv(row.metric) << ',' << row.direction << ',' << number_cell(row.value, csv) << ',' << csv(row.unit) << ','
          << csv(row.raw) << ',' << (row.delta ? "true" : "false") << ',' << csv(row.baseline) << ',' << number_cell(row.baseline_value, csv) << ','
          << csv(row.paper) << ',' << csv(row.date) << ',' << confidence_text(row.confidence) << ',' << csv(row.sentence) << "\r\n";
}

using Json = nlohmann::ordered_json;

Json json_of(const Row& row) {
  Json item = Json::object();
  const auto text = [&](const char* key, std::string_view value) {
    if (!value.empty()) item[key] = value;
  };
  const auto number = [&](const char* key, std::string_view decimal) {
    if (!decimal.empty()) item[key] = is_number(decimal) ? Json::parse(decimal) : Json(decimal);
  };
  number("rank", row.rank);
  text("method", row.method);
  text("metric", row.metric);
  number("value", row.value);
  text("unit", row.unit);
  text("raw", row.raw);
  text("direction", row.direction);
  item["delta"] = row.delta;
  text("baseline", row.baseline);
  number("baselineValue", row.baseline_value);
  text("paper", row.paper);
  text("date", row.date);
  number("confidence", confidence_text(row.confidence));
  text("sentence", row.sentence);
  return item;
}

Json json_of(const Graph& graph, const Leaderboard& all) {
  Json page{{"benchmark", graph.name(all.benchmark)}, {"iri", graph.node(all.benchmark).iri}, {"sections", Json::array()}};
  for (const Section& section : sections(graph, all)) {
    Json rows = Json::array();
    for (const Row& row : section.rows) rows.push_back(json_of(row));
    page["sections"].push_back({{"title", section.title}, {"remark", section.remark}, {"rows", std::move(rows)}});
  }
  return page;
}

}  // namespace

std::string CsvCell::operator()(std::string_view text) const {
  std::string cell = "\"";
  for (const char c : spreadsheet_safe_ ? without_formulas(text) : std::string(text)) (cell += c) += c == '"' ? "\"" : "";
  return cell + '"';
}

void write_csv(const Graph& graph, std::span<const Leaderboard> boards, CsvCell csv, Output& out) {
  out << "benchmark,iri,section,rank,method,metric,direction,value,unit,raw,delta,baseline,baseline_value,paper,date,confidence,sentence\r\n";
  for (const Leaderboard& board : boards) write_rows(graph, board, csv, out);
}

void write_json(const Graph& graph, std::span<const Leaderboard> boards, Output& out) {
  Json list = Json::array();
  for (const Leaderboard& board : boards) list.push_back(json_of(graph, board));
  out << list.dump(2) << '\n';
}

}  // namespace digestkg::tables
