// A graph -> GraphML that Gephi, Neo4j's APOC, NetworkX, igraph, graphology and Cytoscape all read rightly.

#include "base/escape.hpp"
#include "exporters/exporters.hpp"
#include "exporters/list_text.hpp"
#include "exporters/looks.hpp"
#include "exporters/property_table.hpp"
#include "exporters/xml_text.hpp"
#include "graph/ahead.hpp"
#include "graph/claim_texts.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace digestkg::exporters {
namespace {

constexpr std::string_view prologue =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
    "xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";

/// The types that every reader knows. Readers without lists see a JSON array in a string.
std::string_view attribute_type(ValueType type) {
  switch (type) {
    case ValueType::Integer: return "\"long\"";
    case ValueType::Real:
    case ValueType::Decimal: return "\"double\"";
    case ValueType::Boolean: return "\"boolean\"";
    case ValueType::TextList: return "\"string\" attr.list=\"string\"";
    case ValueType::Text:
    case ValueType::Date:
    case ValueType::Link: break;
  }
  return "\"string\"";
}

/// What every node and every edge has besides what the graph says of it.
enum class NodeLook : std::uint8_t { Label, Kind, Colour, Size };
enum class EdgeLook : std::uint8_t { Interaction, Weight };

/// Ids of the attributes of nodes (`n0`, `n1`...) or edges (`e0`...): unique over both, the same in every file, and short, as an id stands
/// wherever its attribute has a value. The name is in its <key>.
class KeyIds {
 public:
  constexpr explicit KeyIds(char owner) : owner_(owner) {}
  std::string of(NodeLook look) const { return id(static_cast<std::size_t>(look)); }
  std::string of(EdgeLook look) const { return id(static_cast<std::size_t>(look)); }
  std::string of(ClaimColumn column) const { return id(looks + static_cast<std::size_t>(column)); }
  std::string of(Key key) const { return id(looks + claim_column_count + static_cast<std::size_t>(key)); }

 private:
  static constexpr std::size_t looks = 4;  ///< room for them; what is written most often has the shortest ids
  std::string id(std::size_t number) const { return owner_ + std::to_string(number); }
  char owner_;
};

/// The ids that APOC takes for what the elements' attributes say already, so that they are no properties.
constexpr std::string_view apoc_labels = "labels", apoc_label = "label";
constexpr KeyIds node_ids('n'), edge_ids('e');

std::string open_tag(std::string_view id) { return std::string("<data key=\"").append(id).append("\">"); }

/// The text where a list of JSON in an element holds it as it is.
std::optional<std::string_view> plain_item(std::string_view text, const std::string&) {
  const auto odd = [](auto c) { return (c < 0x20) | (c == '"') | (c == '\\') | (c == '&') | (c == '<') | (c == ']') | (c == 0xEF); };
  return find_special(text, 0, odd) == text.size() ? std::optional(text) : std::nullopt;
}

class GraphmlWriter {
 public:
  GraphmlWriter(const Graph& graph, const ExportOptions& options, Output& out)
      : graph_(graph), node_columns_(node_columns(graph, options)), edge_columns_(edge_columns(graph, options)), sizes_(graph),
        texts_(graph, plain_item), out_(out) {
    for (const KeyInfo& key : keys()) {
      node_data_[static_cast<std::size_t>(key.key)] = open_tag(node_ids.of(key.key));
      edge_data_[static_cast<std::size_t>(key.key)] = open_tag(edge_ids.of(key.key));
    }
    for (const ClaimColumnInfo& column : claim_columns()) {
      node_claim_data_[static_cast<std::size_t>(column.column)] = open_tag(node_ids.of(column.column));
      edge_claim_data_[static_cast<std::size_t>(column.column)] = open_tag(edge_ids.of(column.column));
    }
    for (const KindInfo& kind : kinds()) {
      std::string& look = looks_[static_cast<std::size_t>(kind.kind)];
      look.append("</data>").append(open_tag(node_ids.of(NodeLook::Kind))).append(kind.label);
      look.append("</data>").append(open_tag(node_ids.of(NodeLook::Colour))).append(hex(colour(kind.kind)));
      look.append("</data>").append(open_tag(node_ids.of(NodeLook::Size)));
    }
    for (const RelationInfo& relation : relations()) {
      std::string& edge = relations_[static_cast<std::size_t>(relation.relation)];
      edge.append("\" label=\"").append(relation.label).append("\">").append(open_tag(apoc_label)).append(relation.label);
      edge.append("</data>").append(open_tag(edge_ids.of(EdgeLook::Interaction))).append(relation.label);
      edge.append("</data>").append(open_tag(edge_ids.of(EdgeLook::Weight)));
    }
  }

  void write() {
    out_ << prologue;
    declare_keys();
    out_ << "<graph id=\"G\" edgedefault=\"directed\">\n";
    visit_ahead(graph_, graph_.nodes(), [this](const Node& node) { write_node(static_cast<NodeId>(&node - graph_.nodes().data())); });
    visit_ahead(graph_, graph_.edges(), [this](const Edge& edge) { write_edge(edge); });
    out_ << "</graph>\n</graphml>\n";
  }

 private:
  using OpenTags = std::array<std::string, key_count>;
  using ClaimTags = std::array<std::string, claim_column_count>;

  void declare(std::string_view id, std::string_view owner, std::string_view name, std::string_view type) {
    out_ << "<key id=\"" << id << "\" for=\"" << owner << "\" attr.name=\"" << name << "\" attr.type=" << type << "/>\n";
  }

  void declare_keys() {
    declare(apoc_labels, "node", "labels", "\"string\"");
    declare(node_ids.of(NodeLook::Label), "node", "label", "\"string\"");
    declare(node_ids.of(NodeLook::Kind), "node", "kind", "\"string\"");
    declare(node_ids.of(NodeLook::Colour), "node", "color", "\"string\"");
    declare(node_ids.of(NodeLook::Size), "node", "size", "\"double\"");
    declare_columns("node", node_ids, node_columns_);
    declare(apoc_label, "edge", "label", "\"string\"");
    declare(edge_ids.of(EdgeLook::Interaction), "edge", "interaction", "\"string\"");
    declare(edge_ids.of(EdgeLook::Weight), "edge", "weight", "\"double\"");
    declare_columns("edge", edge_ids, edge_columns_);
  }

  void declare_columns(std::string_view owner, const KeyIds& ids, const Columns& columns) {
    for (const KeyInfo& key : keys())
      if (columns.has(key.key)) declare(ids.of(key.key), owner, key.name, attribute_type(key.type));
    if (!columns.claims) return;
    for (const ClaimColumnInfo& column : claim_columns())
      declare(ids.of(column.column), owner, column.name, attribute_type(ValueType::TextList));
  }

  void write_node(NodeId id) {
    const Node& node = graph_.node(id);
    std::string& labels = labels_[node.kinds.bits()];
    if (labels.empty()) labels = kind_labels(node.kinds);
    out_.put("<node id=\"", xml_attribute(node.iri, source_), "\" labels=\"", labels, before_labels_, labels, before_name_);
    write_xml_text(out_, graph_.name(id));
    out_.put(looks_[static_cast<std::size_t>(node.kinds.first())], sizes_.of(id), "</data>");
    write_properties(graph_.properties(node), node_data_);
    if (node_columns_.claims) write_claims(graph_.claims(node), node_claim_data_);
    out_ << "</node>\n";
  }

  void write_edge(const Edge& edge) {
    out_.put("<edge source=\"", xml_attribute(graph_.node(edge.source).iri, source_), "\" target=\"",
             xml_attribute(graph_.node(edge.target).iri, target_), relations_[static_cast<std::size_t>(edge.relation)],
             weight_of(graph_, edge), "</data>");
    write_properties(graph_.properties(edge), edge_data_);
    if (edge_columns_.claims) write_claims(graph_.claims(edge), edge_claim_data_);
    out_ << "</edge>\n";
  }

  void write_properties(std::span<const Property> properties, const OpenTags& open) {
    for (const Property& property : properties) {
      if (!fits(property)) continue;
      out_ << open[static_cast<std::size_t>(property.key)];
      std::visit([this](const auto& value) { write_value(value); }, property.value);
      out_ << "</data>";
    }
  }

  void write_value(std::string_view text) { write_xml_text(out_, text); }
  void write_value(bool yes) { out_ << (yes ? std::string_view("true") : std::string_view("false")); }
  void write_value(std::int64_t number) { out_ << number; }
  void write_value(double number) { out_ << number; }
  void write_value(std::span<const std::string_view> list) {
    list_.clear();
    for (const std::string_view item : list) list_.add(item);
    write_xml_text(out_, list_.finish());
  }

  void write_claims(std::span<const Claim> claims, const ClaimTags& open) {
    if (claims.empty()) return;
    const auto write = [&](ClaimColumn column, auto item_of) {
      write_list(claims, column, open[static_cast<std::size_t>(column)], item_of);
    };
    write(ClaimColumn::Paper, [&](const Claim& c) { return texts_.paper(c); });
    write(ClaimColumn::Date, [&](const Claim& c) { return texts_.date(c); });
    write(ClaimColumn::Field, [&](const Claim& c) { return std::optional(field_name(c.field)); });
    write(ClaimColumn::Begin, [&](const Claim& c) { return std::optional(c.begin); });
    write(ClaimColumn::End, [&](const Claim& c) { return std::optional(c.end); });
    write(ClaimColumn::Sentence, [&](const Claim& c) { return texts_.sentence(c); });
    write(ClaimColumn::Rule, [&](const Claim& c) { return texts_.rule(c); });
    write(ClaimColumn::Confidence, [&](const Claim& c) { return std::optional(c.confidence); });
  }

  template <class ItemOf>
  void write_list(std::span<const Claim> claims, ClaimColumn column, std::string_view open, ItemOf item_of) {
    if (!std::ranges::all_of(claims, [&](const Claim& c) { return item_of(c).has_value(); })) return write_odd_list(claims, column, open);
    out_.put(open, "[\"", *item_of(claims.front()));
    for (const Claim& claim : claims.subspan(1)) out_.put("\",\"", *item_of(claim));
    out_ << "\"]</data>";
  }

  void write_odd_list(std::span<const Claim> claims, ClaimColumn column, std::string_view open) {
    list_.clear();
    for (const Claim& claim : claims) visit_claim(graph_, claim, column, [this](auto item) { list_.add(item); });
    out_ << open;
    write_xml_text(out_, list_.finish());
    out_ << "</data>";
  }

  const Graph& graph_;
  const Columns node_columns_, edge_columns_;
  const Sizes sizes_;
  ClaimTexts<decltype(&plain_item)> texts_;
  Output& out_;
  OpenTags node_data_, edge_data_;
  ClaimTags node_claim_data_, edge_claim_data_;
  const std::string before_labels_ = "\">" + open_tag(apoc_labels), before_name_ = "</data>" + open_tag(node_ids.of(NodeLook::Label));
  std::array<std::string, kind_count> looks_;          ///< what stands between a node's name and its size
  std::array<std::string, relation_count> relations_;  ///< what stands between an edge's target and its weight
  std::array<std::string, 1 << kind_count> labels_;    ///< by KindSet, of those that nodes had so far
  ListText list_;
  std::string source_, target_;  ///< room for IRIs with escapes
};

}  // namespace

void write_graphml(const View& view, const ExportOptions& options, Output& out) { GraphmlWriter(view.graph, options, out).write(); }

}  // namespace digestkg::exporters
