// A graph -> a Cypher script for a running Neo4j server.

#include "exporters/dates.hpp"
#include "exporters/exporters.hpp"
#include "exporters/neo4j_schema.hpp"
#include "exporters/property_table.hpp"

#include "base/escape.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace digestkg::exporters {
namespace {

/// Rows of one UNWIND: few transactions, and none of them large.
constexpr std::size_t batch = 1000;

/// Between the columns of a row, and before each item of a list. Both are control characters, so no text holds them.
constexpr std::string_view column_mark = "\\f", item_mark = "\\b";

/// Text inside a string literal that no name can end: Cypher reads `\uXXXX` even before it reads strings, but not after a doubled
/// backslash.
void write_text(Output& out, std::string_view text) {
  const auto special = [](auto c) { return (c < 0x20) | (c == '\'') | (c == '\\'); };
  const auto replace = [](std::string_view all, std::size_t at) -> Replacement {
    switch (all[at]) {
      case '\'': return {"\\'", 1};
      case '\\': return {"\\\\", 1};
      case '\t': return {"\\t", 1};
      case '\n': return {"\\n", 1};
      case '\r': return {"\\r", 1};
      default: return {"\xEF\xBF\xBD", 1};
    }
  };
  escape_runs(text, special, replace, [&](std::string_view run) { out << run; });
}

/// What turns the text of a column or of a list's item into a value: `date(` and `)`; nothing for texts. Of a day that is none Neo4j makes
/// no date: `dates` is false when there is one.
std::string converted(ValueType type, std::string_view text, bool dates) {
  const auto call = [&](std::string_view function) { return std::string(function).append("(").append(text).append(")"); };
  switch (type) {
    case ValueType::Integer: return call("toInteger");
    case ValueType::Real:
    case ValueType::Decimal: return call("toFloat");
    case ValueType::Boolean: return call("toBoolean");
    case ValueType::Date: return dates ? call("date") : std::string(text);
    case ValueType::Text:
    case ValueType::Link:
    case ValueType::TextList: break;
  }
  return std::string(text);
}

/// `, name: row[1], date: date(row[2])`: each column of a row becomes a property; a property that is null is not set.
class PropertyMap {
 public:
  PropertyMap(std::size_t first, bool dates) : next_(first), dates_(dates) {}

  void add(std::string_view name, ValueType type) { append(name, type == ValueType::TextList ? list(type) : converted(type, row(), dates_)); }
  void add_list(std::string_view name, ValueType type) { append(name, list(type)); }
  const std::string& text() const { return text_; }

 private:
  std::string row() const { return "row[" + std::to_string(next_) + ']'; }
  std::string list(ValueType type) const {
    const std::string items = "split(" + row() + ", '" + std::string(item_mark) + "')[1..]";
    const std::string item = converted(type, "item", dates_);
    return item == "item" ? items : "[item IN " + items + " | " + item + ']';
  }
  void append(std::string_view name, const std::string& value) {
    text_.append(", ").append(name).append(": ").append(value);
    ++next_;
  }

  std::size_t next_;
  bool dates_;
  std::string text_;
};

PropertyMap property_map(const Columns& columns, std::size_t first, bool dates) {
  PropertyMap map(first, dates);
  for (const KeyInfo& key : keys())
    if (columns.has(key.key)) map.add(key.name, key.type);
  if (columns.claims)
    for (const ClaimColumnInfo& column : claim_columns()) map.add_list(column.name, column.type);
  return map;
}

/// A server plans each statement anew when its rows are maps, and walks over every literal of them some hundred times: minutes for a
/// year of digests. Rows that are strings are one list to it, and statements that differ in nothing else share one plan.
class CypherWriter {
 public:
  CypherWriter(const Graph& graph, const ExportOptions& options, Output& out)
      : graph_(graph), options_(options), dates_(has_only_dates(graph)), out_(out) {}

  void write() {
    out_ << "// Run it twice and nothing changes: cypher-shell < graph.cypher\n"
            "// A row is one string: "
         << column_mark << " parts its columns, " << item_mark << " stands before each item of a list, an empty column is no property.\n";
    write_schema(graph_, out_);
    std::map<KindSet, std::vector<NodeId>> nodes;
    for (NodeId id = 0; id < graph_.nodes().size(); ++id) nodes[graph_.node(id).kinds].push_back(id);
    for (const auto& [kinds, rows] : nodes) write_nodes(kinds, rows);

    std::map<std::tuple<Relation, Kind, Kind>, std::vector<EdgeId>> edges;
    for (EdgeId id = 0; id < graph_.edges().size(); ++id) {
      const Edge& edge = graph_.edge(id);
      edges[{edge.relation, graph_.node(edge.source).kinds.first(), graph_.node(edge.target).kinds.first()}].push_back(id);
    }
    for (const auto& [ends, rows] : edges) write_edges(ends, rows);
  }

 private:
  /// `UNWIND ['row', ...]` followed by what is done with each, for every batch.
  template <class Id, class WriteRow>
  void write_batches(const std::vector<Id>& rows, std::string_view action, WriteRow write_row) {
    for (std::size_t begin = 0; begin < rows.size(); begin += batch) {
      out_ << "UNWIND [\n";
      for (std::size_t i = begin; i < std::min(begin + batch, rows.size()); ++i) {
        out_ << (i > begin ? std::string_view(",\n'") : std::string_view("'"));
        write_row(rows[i]);
        out_ << '\'';
      }
      out_ << "\n] AS line\nWITH [text IN split(line, '" << column_mark << "') | CASE text WHEN '' THEN null ELSE text END] AS row\n"
           << action << ";\n";
    }
  }

  /// The node is found by its first kind, which has the unique constraint; the others are added.
  void write_nodes(KindSet kinds, const std::vector<NodeId>& rows) {
    Columns columns;
    for (const NodeId id : rows) columns.mark(graph_, graph_.node(id), options_.claims);
    std::string action = "MERGE (n:" + std::string(info(kinds.first()).label) + " {iri: row[0]})\nSET n = {iri: row[0]" +
                         property_map(columns, 1, dates_).text() + "}, n" + kind_labels(kinds);
    write_batches(rows, action, [&](NodeId id) {
      const Node& node = graph_.node(id);
      write_text(out_, node.iri);
      write_columns(node, columns);
    });
  }

  void write_edges(const std::tuple<Relation, Kind, Kind>& ends, const std::vector<EdgeId>& rows) {
    const auto& [relation, source, target] = ends;
    Columns columns;
    for (const EdgeId id : rows) columns.mark(graph_, graph_.edge(id), options_.claims);
    const std::string action = "MATCH (a:" + std::string(info(source).label) + " {iri: row[0]})\nMATCH (b:" + std::string(info(target).label) +
                               " {iri: row[1]})\nMERGE (a)-[r:" + std::string(info(relation).label) +
                               "]->(b)\nSET r = {weight: toInteger(row[2])" + property_map(columns, 3, dates_).text() + '}';
    write_batches(rows, action, [&](EdgeId id) {
      const Edge& edge = graph_.edge(id);
      write_text(out_, graph_.node(edge.source).iri);
      out_ << column_mark;
      write_text(out_, graph_.node(edge.target).iri);
      out_ << column_mark << weight_of(graph_, edge);
      write_columns(edge, columns);
    });
  }

  /// Behind what is already in the row.
  template <class Owner>
  void write_columns(const Owner& owner, const Columns& columns) {
    for (const KeyInfo& key : keys()) {
      if (!columns.has(key.key)) continue;
      out_ << column_mark;
      const Value* const value = graph_.value(owner, key.key);
      if (value != nullptr && fits({key.key, *value})) std::visit([this](const auto& v) { this->write_value(v); }, *value);
    }
    if (!columns.claims) return;
    for (const ClaimColumnInfo& column : claim_columns()) {
      out_ << column_mark;
      for (const Claim& claim : graph_.claims(owner)) {
        out_ << item_mark;
        visit_claim(graph_, claim, column.column, [this](auto item) { this->write_value(item); });
      }
    }
  }

  void write_value(std::string_view text) { write_text(out_, text); }
  void write_value(bool yes) { out_ << (yes ? std::string_view("true") : std::string_view("false")); }
  template <class Number>
    requires(std::is_arithmetic_v<Number> && !std::is_same_v<Number, bool>)
  void write_value(Number number) {
    out_ << number;
  }
  void write_value(std::span<const std::string_view> list) {
    for (const std::string_view item : list) {
      out_ << item_mark;
      write_text(out_, item);
    }
  }

  const Graph& graph_;
  const ExportOptions& options_;
  const bool dates_;
  Output& out_;
};

}  // namespace

void write_cypher(const View& view, const ExportOptions& options, Output& out) { CypherWriter(view.graph, options, out).write(); }

}  // namespace digestkg::exporters
