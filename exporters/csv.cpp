// A graph -> tables of nodes, edges and claims, as CSV or TSV.

#include "exporters/csv_text.hpp"
#include "exporters/exporters.hpp"
#include "exporters/list_text.hpp"
#include "exporters/property_table.hpp"

#include "base/spreadsheet.hpp"

#include <string>

namespace digestkg::exporters {
namespace {

class TablesWriter {
 public:
  TablesWriter(const Graph& graph, const ExportOptions& options, char delimiter)
      : graph_(graph), options_(options), delimiter_(delimiter) {}

  void write(OutputFolder& folder, const std::string& extension) {
    write_nodes(folder.file("nodes" + extension));
    write_edges(folder.file("edges" + extension));
    if (options_.claims) write_claims(folder.file("claims" + extension));
    else folder.retire("claims" + extension);
  }

 private:
  /// `id`, `label`, `source`, `target` and `weight` are what Gephi looks for.
  void write_nodes(Output& out) {
    const Columns columns = node_columns(graph_, options_);
    out << "id" << delimiter_ << "label" << delimiter_ << "kind";
    write_names(out, columns);
    for (NodeId id = 0; id < graph_.nodes().size(); ++id) {
      const Node& node = graph_.node(id);
      write_text(out, node.iri);
      out << delimiter_;
      write_text(out, graph_.name(id));
      out << delimiter_ << kind_labels(node.kinds, ';');
      write_columns(out, node, columns);
    }
  }

  void write_edges(Output& out) {
    const Columns columns = edge_columns(graph_, options_);
    out << "source" << delimiter_ << "target" << delimiter_ << "label" << delimiter_ << "weight";
    write_names(out, columns);
    for (const Edge& edge : graph_.edges()) {
      write_ends(out, edge);
      out << delimiter_ << weight_of(graph_, edge);
      write_columns(out, edge, columns);
    }
  }

  /// One row a claim: of an edge, by its source, target and label, or of a Result node, which stands as source alone.
  void write_claims(Output& out) {
    out << "source" << delimiter_ << "target" << delimiter_ << "label";
    for (const ClaimColumnInfo& column : claim_columns()) out << delimiter_ << column.name;
    out << '\n';
    for (const Node& node : graph_.nodes())
      for (const Claim& claim : graph_.claims(node)) {
        write_text(out, node.iri);
        out << delimiter_ << delimiter_;
        write_claim(out, claim);
      }
    for (const Edge& edge : graph_.edges())
      for (const Claim& claim : graph_.claims(edge)) {
        write_ends(out, edge);
        write_claim(out, claim);
      }
  }

  void write_ends(Output& out, const Edge& edge) {
    write_text(out, graph_.node(edge.source).iri);
    out << delimiter_;
    write_text(out, graph_.node(edge.target).iri);
    out << delimiter_ << info(edge.relation).label;
  }

  void write_claim(Output& out, const Claim& claim) {
    for (const ClaimColumnInfo& column : claim_columns()) {
      out << delimiter_;
      visit_claim(graph_, claim, column.column, [&](auto item) {
        if constexpr (std::is_same_v<decltype(item), std::string_view>) write_text(out, item);
        else out << item;
      });
    }
    out << '\n';
  }

  void write_names(Output& out, const Columns& columns) {
    for (const KeyInfo& key : keys())
      if (columns.has(key.key)) out << delimiter_ << key.name;
    out << '\n';
  }

  template <class Owner>
  void write_columns(Output& out, const Owner& owner, const Columns& columns) {
    for (const KeyInfo& key : keys()) {
      if (!columns.has(key.key)) continue;
      out << delimiter_;
      const Value* const value = graph_.value(owner, key.key);
      if (value == nullptr) continue;
      if (key.type == ValueType::Decimal) out << std::get<std::string_view>(*value);
      else std::visit([&](const auto& v) { write_value(out, v); }, *value);
    }
    out << '\n';
  }

  void write_value(Output& out, std::string_view text) { write_text(out, text); }
  void write_value(Output& out, bool yes) { out << (yes ? std::string_view("true") : std::string_view("false")); }
  void write_value(Output& out, std::int64_t number) { out << number; }
  void write_value(Output& out, double number) { out << number; }
  void write_value(Output& out, std::span<const std::string_view> list) {
    list_.clear();
    for (const std::string_view item : list) list_.add(item);
    write_text(out, list_.finish());
  }

  void write_text(Output& out, std::string_view text) {
    if (options_.spreadsheet_safe) write_quoted(out, without_formulas(text));
    else write_cell(out, text, delimiter_);
  }

  const Graph& graph_;
  const ExportOptions& options_;
  const char delimiter_;
  ListText list_;
};

}  // namespace

void write_csv(const View& view, const ExportOptions& options, OutputFolder& folder) {
  TablesWriter(view.graph, options, ',').write(folder, ".csv");
}

void write_tsv(const View& view, const ExportOptions& options, OutputFolder& folder) {
  TablesWriter(view.graph, options, '\t').write(folder, ".tsv");
}

}  // namespace digestkg::exporters
