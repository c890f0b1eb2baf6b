// A graph -> GEXF 1.2draft for Gephi and Gephi Lite, with looks and the days of the digests on the timeline.

#include "exporters/exporters.hpp"
#include "exporters/list_text.hpp"
#include "exporters/looks.hpp"
#include "exporters/property_table.hpp"
#include "exporters/spells.hpp"
#include "exporters/xml_text.hpp"

#include <string>

namespace digestkg::exporters {
namespace {

/// Attributes bear numbers (graphology): a property's is its key's, then come the lists of claims, then these two.
constexpr std::size_t claims_begin = key_count;
constexpr std::size_t kind_attribute = claims_begin + claim_column_count;
constexpr std::size_t labels_attribute = kind_attribute + 1;

std::string_view attribute_type(ValueType type) {
  switch (type) {
    case ValueType::Integer: return "long";
    case ValueType::Real:
    case ValueType::Decimal: return "double";
    case ValueType::Boolean: return "boolean";
    case ValueType::TextList: return "liststring";
    case ValueType::Text:
    case ValueType::Date:
    case ValueType::Link: break;
  }
  return "string";
}

class GexfWriter {
 public:
  GexfWriter(const Graph& graph, const ExportOptions& options, Output& out)
      : graph_(graph), node_columns_(node_columns(graph, options)), edge_columns_(edge_columns(graph, options)), sizes_(graph), spells_(graph), out_(out) {}

  void write() {
    out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<gexf xmlns=\"http://www.gexf.net/1.2draft\" xmlns:viz=\"http://www.gexf.net/1.2draft/viz\" "
            "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
            "xsi:schemaLocation=\"http://www.gexf.net/1.2draft http://www.gexf.net/1.2draft/gexf.xsd\" version=\"1.2\">\n"
            "<meta><creator>digestkg</creator></meta>\n"
            "<graph defaultedgetype=\"directed\" "
         << (spells_.empty() ? "mode=\"static\"" : "mode=\"dynamic\" timeformat=\"date\"") << ">\n";
    declare_attributes();
    out_ << "<nodes>\n";
    for (NodeId id = 0; id < graph_.nodes().size(); ++id) write_node(id);
    out_ << "</nodes>\n<edges>\n";
    for (EdgeId id = 0; id < graph_.edges().size(); ++id) write_edge(id);
    out_ << "</edges>\n</graph>\n</gexf>\n";
  }

 private:
  void declare(std::size_t id, std::string_view title, ValueType type) {
    out_ << "<attribute id=\"" << id << "\" title=\"" << title << "\" type=\"" << attribute_type(type) << "\"/>\n";
  }

  void declare_columns(const Columns& columns) {
    for (const KeyInfo& key : keys())
      if (columns.has(key.key)) declare(static_cast<std::size_t>(key.key), key.name, key.type);
    if (!columns.claims) return;
    for (const ClaimColumnInfo& column : claim_columns())
      declare(claims_begin + static_cast<std::size_t>(column.column), column.name, ValueType::TextList);
  }

  void declare_attributes() {
    out_ << "<attributes class=\"node\" mode=\"static\">\n";
    declare_columns(node_columns_);
    declare(kind_attribute, "kind", ValueType::Text);
    declare(labels_attribute, "labels", ValueType::Text);
    out_ << "</attributes>\n<attributes class=\"edge\" mode=\"static\">\n";
    declare_columns(edge_columns_);
    out_ << "</attributes>\n";
  }

  void write_node(NodeId id) {
    const Node& node = graph_.node(id);
    const Kind kind = node.kinds.first();
    const Colour look = colour(kind);
    out_ << "<node id=\"";
    write_xml_attribute(out_, node.iri);
    out_ << "\" label=\"";
    write_xml_attribute(out_, graph_.name(id));
    out_ << "\"><attvalues>";
    write_values(graph_.properties(node));
    if (node_columns_.claims) write_claims(graph_.claims(node));
    open_value(kind_attribute);
    out_ << info(kind).label << "\"/>";
    open_value(labels_attribute);
    out_ << kind_labels(node.kinds) << "\"/></attvalues>";
    write_spells(spells_.of_node(id));
    out_ << "<viz:color r=\"" << unsigned{look.red} << "\" g=\"" << unsigned{look.green} << "\" b=\"" << unsigned{look.blue}
         << "\"/><viz:size value=\"" << sizes_.of(id) << "\"/></node>\n";
  }

  void write_edge(EdgeId id) {
    const Edge& edge = graph_.edge(id);
    const std::string_view label = info(edge.relation).label;
    out_ << "<edge id=\"";
    write_xml_attribute(out_, graph_.node(edge.source).iri);
    out_ << ' ' << label << ' ';
    write_xml_attribute(out_, graph_.node(edge.target).iri);
    out_ << "\" source=\"";
    write_xml_attribute(out_, graph_.node(edge.source).iri);
    out_ << "\" target=\"";
    write_xml_attribute(out_, graph_.node(edge.target).iri);
    out_ << "\" label=\"" << label << "\" kind=\"" << label << "\" weight=\"" << weight_of(graph_, edge) << "\"><attvalues>";
    write_values(graph_.properties(edge));
    if (edge_columns_.claims) write_claims(graph_.claims(edge));
    out_ << "</attvalues>";
    write_spells(spells_.of_edge(id));
    out_ << "</edge>\n";
  }

  void write_spells(std::span<const Spell> spells) {
    if (spells.empty()) return;
    out_ << "<spells>";
    for (const Spell& spell : spells) out_ << "<spell start=\"" << spell.start << "\" end=\"" << spell.end << "\"/>";
    out_ << "</spells>";
  }

  void open_value(std::size_t attribute) { out_ << "<attvalue for=\"" << attribute << "\" value=\""; }

  void write_values(std::span<const Property> properties) {
    for (const Property& property : properties) {
      if (!fits(property)) continue;
      open_value(static_cast<std::size_t>(property.key));
      std::visit([this](const auto& value) { write_value(value); }, property.value);
      out_ << "\"/>";
    }
  }

  void write_value(std::string_view text) { write_xml_attribute(out_, text); }
  void write_value(bool yes) { out_ << (yes ? std::string_view("true") : std::string_view("false")); }
  void write_value(std::int64_t number) { out_ << number; }
  void write_value(double number) { out_ << number; }
  void write_value(std::span<const std::string_view> list) {
    list_.clear();
    for (const std::string_view item : list) list_.add(item);
    write_xml_attribute(out_, list_.finish());
  }

  void write_claims(std::span<const Claim> claims) {
    if (claims.empty()) return;
    for (const ClaimColumnInfo& column : claim_columns()) {
      open_value(claims_begin + static_cast<std::size_t>(column.column));
      list_.clear();
      for (const Claim& claim : claims) visit_claim(graph_, claim, column.column, [this](auto item) { list_.add(item); });
      write_xml_attribute(out_, list_.finish());
      out_ << "\"/>";
    }
  }

  const Graph& graph_;
  const Columns node_columns_, edge_columns_;
  const Sizes sizes_;
  const Spells spells_;
  Output& out_;
  ListText list_{ListSyntax::Gexf};
};

}  // namespace

void write_gexf(const View& view, const ExportOptions& options, Output& out) { GexfWriter(view.graph, options, out).write(); }

}  // namespace digestkg::exporters
