// A graph -> a Cypher script for a running Neo4j server.

#include "exporters/exporters.hpp"
#include "exporters/neo4j_schema.hpp"
#include "exporters/property_table.hpp"

#include "base/escape.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace digestkg::exporters {
namespace {

/// Rows of one UNWIND: enough to spare round trips, few enough to keep the text of a statement small.
constexpr std::size_t batch = 250;

/// A string literal that no name can end: Cypher reads `\uXXXX` even before it reads strings, but not after a doubled backslash.
void write_literal(Output& out, std::string_view text) {
  const auto special = [](unsigned char c) { return c < 0x20 || c == '\'' || c == '\\'; };
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
  out << '\'';
  escape_runs(text, special, replace, [&](std::string_view run) { out << run; });
  out << '\'';
}

class CypherWriter {
 public:
  CypherWriter(const Graph& graph, const ExportOptions& options, Output& out) : graph_(graph), options_(options), out_(out) {}

  void write() {
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
  /// `UNWIND [row, ...] AS row` followed by what is done with each, for every batch.
  template <class Id, class WriteRow>
  void write_batches(const std::vector<Id>& rows, std::string_view action, WriteRow write_row) {
    for (std::size_t begin = 0; begin < rows.size(); begin += batch) {
      out_ << "UNWIND [\n";
      for (std::size_t i = begin; i < std::min(begin + batch, rows.size()); ++i) {
        if (i > begin) out_ << ",\n";
        write_row(rows[i]);
      }
      out_ << "\n] AS row\n" << action << ";\n";
    }
  }

  /// The node is found by its first kind, which has the unique constraint; the others are added.
  void write_nodes(KindSet kinds, const std::vector<NodeId>& rows) {
    std::string action = "MERGE (n:" + std::string(info(kinds.first()).label) + " {iri: row.iri})\nSET n = row, n" + kind_labels(kinds);
    Columns columns;
    for (const NodeId id : rows) columns.mark(graph_, graph_.node(id), options_.claims);
    action += dates("n", "row", columns);
    write_batches(rows, action, [&](NodeId id) {
      const Node& node = graph_.node(id);
      out_ << "{iri: ";
      write_literal(out_, node.iri);
      write_properties(node);
      out_ << '}';
    });
  }

  void write_edges(const std::tuple<Relation, Kind, Kind>& ends, const std::vector<EdgeId>& rows) {
    const auto& [relation, source, target] = ends;
    std::string action = "MATCH (a:" + std::string(info(source).label) + " {iri: row.source})\nMATCH (b:" + std::string(info(target).label) +
                         " {iri: row.target})\nMERGE (a)-[r:" + std::string(info(relation).label) + "]->(b)\nSET r = row.set";
    Columns columns;
    for (const EdgeId id : rows) columns.mark(graph_, graph_.edge(id), options_.claims);
    action += dates("r", "row.set", columns);
    write_batches(rows, action, [&](EdgeId id) {
      const Edge& edge = graph_.edge(id);
      out_ << "{source: ";
      write_literal(out_, graph_.node(edge.source).iri);
      out_ << ", target: ";
      write_literal(out_, graph_.node(edge.target).iri);
      out_ << ", set: {weight: " << weight_of(graph_, edge);
      write_properties(edge);
      out_ << "}}";
    });
  }

  /// Dates come as text, which is turned into dates in one place, so that rows are literals alone.
  static std::string dates(std::string_view owner, std::string_view row, const Columns& columns) {
    std::string sets;
    for (const KeyInfo& key : keys())
      if (key.type == ValueType::Date && columns.has(key.key))
        sets.append(", ").append(owner).append(".").append(key.name).append(" = date(").append(row).append(".").append(key.name).append(")");
    if (columns.claims)
      for (const ClaimColumnInfo& column : claim_columns())
        if (column.type == ValueType::Date)
          sets.append(", ").append(owner).append(".").append(column.name).append(" = [day IN ").append(row).append(".").append(column.name)
              .append(" | date(day)]");
    return sets;
  }

  template <class Owner>
  void write_properties(const Owner& owner) {
    for (const Property& property : graph_.properties(owner)) {
      if (!fits(property)) continue;
      out_ << ", " << info(property.key).name << ": ";
      if (info(property.key).type == ValueType::Decimal) write_decimal(std::get<std::string_view>(property.value));
      else std::visit([this](const auto& value) { write_value(value); }, property.value);
    }
    const auto claims = graph_.claims(owner);
    if (!options_.claims || claims.empty()) return;
    for (const ClaimColumnInfo& column : claim_columns()) {
      out_ << ", " << column.name << ": [";
      for (std::size_t i = 0; i < claims.size(); ++i) {
        if (i > 0) out_ << ", ";
        visit_claim(graph_, claims[i], column.column, [this](auto item) { write_item(item); });
      }
      out_ << ']';
    }
  }

  void write_value(std::string_view text) { write_literal(out_, text); }
  void write_value(bool yes) { out_ << (yes ? std::string_view("true") : std::string_view("false")); }
  void write_value(std::int64_t number) { out_ << number; }
  void write_value(double number) { write_decimal(number); }
  void write_value(std::span<const std::string_view> list) {
    out_ << '[';
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (i > 0) out_ << ", ";
      write_literal(out_, list[i]);
    }
    out_ << ']';
  }

  void write_item(std::string_view text) { write_literal(out_, text); }
  void write_item(std::uint32_t number) { out_ << number; }
  void write_item(float number) { write_decimal(number); }

  /// With a point or an exponent, since `97` would be an integer.
  void write_decimal(std::string_view digits) {
    out_ << digits;
    if (digits.find_first_of(".e") == digits.npos) out_ << ".0";
  }
  template <class Number>
    requires std::is_floating_point_v<Number>
  void write_decimal(Number number) {
    std::array<char, 32> digits;
    write_decimal(std::string_view(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr));
  }

  const Graph& graph_;
  const ExportOptions& options_;
  Output& out_;
};

}  // namespace

void write_cypher(const View& view, const ExportOptions& options, Output& out) { CypherWriter(view.graph, options, out).write(); }

}  // namespace digestkg::exporters
