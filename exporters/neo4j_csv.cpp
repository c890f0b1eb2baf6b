// A graph -> a folder for `neo4j-admin database import`: typed CSV files, the script that imports them, constraints and indexes.

#include "exporters/csv_text.hpp"
#include "exporters/dates.hpp"
#include "exporters/exporters.hpp"
#include "exporters/neo4j_schema.hpp"
#include "exporters/property_table.hpp"

#include <map>
#include <string>
#include <vector>

namespace digestkg::exporters {
namespace {

/// Between the items of an array: a control character, so it is in no cleaned text (a `;` is).
constexpr char array_delimiter = '\x1F';

/// Neo4j takes no file with a day that is none: `dates` is false when there is one, and all days are texts then.
std::string_view column_type(ValueType type, bool dates) {
  switch (type) {
    case ValueType::Integer: return "long";
    case ValueType::Real:
    case ValueType::Decimal: return "double";
    case ValueType::Boolean: return "boolean";
    case ValueType::Date: return dates ? "date" : "string";
    case ValueType::TextList: return "string[]";
    case ValueType::Text:
    case ValueType::Link: break;
  }
  return "string";
}

/// The rows of one file.
template <class Id>
struct Table {
  std::vector<Id> rows;
  Columns columns;
};

class FolderWriter {
 public:
  FolderWriter(const Graph& graph, const ExportOptions& options, OutputFolder& folder)
      : graph_(graph), folder_(folder), dates_(has_only_dates(graph)) {
    for (NodeId id = 0; id < graph.nodes().size(); ++id) {
      Table<NodeId>& table = nodes_[graph.node(id).kinds];
      table.rows.push_back(id);
      table.columns.mark(graph, graph.node(id), options.claims);
    }
    for (EdgeId id = 0; id < graph.edges().size(); ++id) {
      Table<EdgeId>& table = edges_[graph.edge(id).relation];
      table.rows.push_back(id);
      table.columns.mark(graph, graph.edge(id), options.claims);
    }
  }

  void write() {
    retire_all();
    for (const auto& [kinds, table] : nodes_) {
      const std::string name = kind_labels(kinds, '-');
      write_header(folder_.file(name + "-header.csv"), "iri:ID,:LABEL", table.columns);
      write_nodes(folder_.file(name + ".csv"), table);
    }
    for (const auto& [relation, table] : edges_) {
      const std::string name(info(relation).label);
      write_header(folder_.file(name + "-header.csv"), ":START_ID,:END_ID,:TYPE,weight:long", table.columns);
      write_edges(folder_.file(name + ".csv"), table);
    }
    write_script(folder_.file("import.sh"));
    write_schema(graph_, folder_.file("schema.cypher"));
  }

 private:
  /// Every name that a graph could give a file here.
  void retire_all() {
    const auto retire = [&](std::string name) {
      folder_.retire(name + "-header.csv");
      folder_.retire(std::move(name += ".csv"));
    };
    for (const KindInfo& kind : kinds()) retire(std::string(kind.label));
    for (std::uint16_t bits = 1; bits <= named_things.bits(); ++bits)
      if ((bits & ~named_things.bits()) == 0) retire(kind_labels(KindSet::from_bits(bits), '-'));
    for (const RelationInfo& relation : relations()) retire(std::string(relation.label));
  }

  void write_header(Output& out, std::string_view first, const Columns& columns) {
    out << first;
    for (const KeyInfo& key : keys())
      if (columns.has(key.key)) out << ',' << key.name << ':' << column_type(key.type, dates_);
    if (columns.claims)
      for (const ClaimColumnInfo& column : claim_columns()) out << ',' << column.name << ':' << column_type(column.type, dates_) << "[]";
    out << '\n';
  }

  void write_nodes(Output& out, const Table<NodeId>& table) {
    for (const NodeId id : table.rows) {
      const Node& node = graph_.node(id);
      write_quoted(out, node.iri);
      out << ",\"" << kind_labels(node.kinds, array_delimiter) << '"';
      write_columns(out, node, table.columns);
    }
  }

  void write_edges(Output& out, const Table<EdgeId>& table) {
    for (const EdgeId id : table.rows) {
      const Edge& edge = graph_.edge(id);
      write_quoted(out, graph_.node(edge.source).iri);
      out << ',';
      write_quoted(out, graph_.node(edge.target).iri);
      out << ",\"" << info(edge.relation).label << "\"," << weight_of(graph_, edge);
      write_columns(out, edge, table.columns);
    }
  }

  template <class Owner>
  void write_columns(Output& out, const Owner& owner, const Columns& columns) {
    for (const KeyInfo& key : keys()) {
      if (!columns.has(key.key)) continue;
      out << ',';
      const Value* const value = graph_.value(owner, key.key);
      if (value != nullptr && fits({key.key, *value})) std::visit([&](const auto& v) { write_value(out, v); }, *value);
    }
    if (columns.claims)
      for (const ClaimColumnInfo& column : claim_columns()) write_claims(out, graph_.claims(owner), column.column);
    out << '\n';
  }

  static void write_value(Output& out, std::string_view text) { write_quoted(out, text); }
  static void write_value(Output& out, bool yes) { out << (yes ? std::string_view("true") : std::string_view("false")); }
  static void write_value(Output& out, std::int64_t number) { out << number; }
  static void write_value(Output& out, double number) { out << number; }
  static void write_value(Output& out, std::span<const std::string_view> list) {
    out << '"';
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (i > 0) out << array_delimiter;
      write_inside_quotes(out, list[i]);
    }
    out << '"';
  }

  void write_claims(Output& out, std::span<const Claim> claims, ClaimColumn column) {
    out << ',';
    if (claims.empty()) return;
    out << '"';
    for (std::size_t i = 0; i < claims.size(); ++i) {
      if (i > 0) out << array_delimiter;
      visit_claim(graph_, claims[i], column, [&](auto item) {
        if constexpr (std::is_same_v<decltype(item), std::string_view>) write_inside_quotes(out, item);
        else out << item;
      });
    }
    out << '"';
  }

  void write_script(Output& out) {
    out << "#!/bin/sh\n"
           "# Fills an empty database: sh import.sh [DATABASE]. NEO4J_ADMIN names the program when it is not on the PATH.\n"
           "# When the server runs again: cypher-shell < schema.cypher\n"
           "cd \"$(dirname \"$0\")\" || exit 1\n"
           "exec \"${NEO4J_ADMIN:-neo4j-admin}\" database import full \"${1:-neo4j}\" --id-type=string --array-delimiter=U+001F";
    for (const auto& [kinds, table] : nodes_) {
      const std::string name = kind_labels(kinds, '-');
      out << " \\\n  --nodes=" << name << "-header.csv," << name << ".csv";
    }
    for (const auto& [relation, table] : edges_) {
      const std::string_view name = info(relation).label;
      out << " \\\n  --relationships=" << name << "-header.csv," << name << ".csv";
    }
    out << '\n';
  }

  const Graph& graph_;
  OutputFolder& folder_;
  const bool dates_;
  std::map<KindSet, Table<NodeId>> nodes_;
  std::map<Relation, Table<EdgeId>> edges_;
};

}  // namespace

void write_neo4j(const View& view, const ExportOptions& options, OutputFolder& folder) {
  FolderWriter(view.graph, options, folder).write();
}

}  // namespace digestkg::exporters
