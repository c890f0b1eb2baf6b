// A graph -> node-link JSON for D3, Sigma and NetworkX.

#include "exporters/exporters.hpp"
#include "exporters/looks.hpp"
#include "exporters/property_table.hpp"

#include "base/json_text.hpp"

namespace digestkg::exporters {
namespace {

class NodeLinkWriter {
 public:
  NodeLinkWriter(const Graph& graph, const ExportOptions& options, Output& out)
      : graph_(graph), options_(options), sizes_(graph), out_(out) {}

  void write() {
    out_ << "{\"directed\":true,\"multigraph\":true,\"graph\":{},\n\"nodes\":[";
    for (NodeId id = 0; id < graph_.nodes().size(); ++id) write_node(id);
    out_ << "\n],\n\"links\":[";
    for (EdgeId id = 0; id < graph_.edges().size(); ++id) write_edge(id);
    out_ << "\n]}\n";
  }

 private:
  void write_node(NodeId id) {
    const Node& node = graph_.node(id);
    out_ << (id == 0 ? std::string_view("\n{\"id\":") : std::string_view(",\n{\"id\":"));
    write_value(node.iri);
    out_ << ",\"label\":";
    write_value(graph_.name(id));
    out_ << ",\"kinds\":[";
    for (const KindInfo& kind : kinds())
      if (node.kinds.has(kind.kind)) out_ << (kind.kind == node.kinds.first() ? "\"" : ",\"") << kind.label << '"';
    out_ << "],\"color\":\"" << hex(colour(node.kinds.first())) << "\",\"size\":" << sizes_.of(id);
    write_properties(node);
  }

  /// NetworkX keeps two links of one pair apart by `key`.
  void write_edge(EdgeId id) {
    const Edge& edge = graph_.edge(id);
    out_ << (id == 0 ? std::string_view("\n{\"source\":") : std::string_view(",\n{\"source\":"));
    write_value(graph_.node(edge.source).iri);
    out_ << ",\"target\":";
    write_value(graph_.node(edge.target).iri);
    out_ << ",\"key\":\"" << info(edge.relation).label << "\",\"weight\":" << weight_of(graph_, edge);
    write_properties(edge);
  }

  template <class Owner>
  void write_properties(const Owner& owner) {
    for (const Property& property : graph_.properties(owner)) {
      if (!is_filled(property.value)) continue;
      out_ << ",\"" << info(property.key).name << "\":";
      if (info(property.key).type == ValueType::Decimal) out_ << std::get<std::string_view>(property.value);
      else std::visit([this](const auto& value) { this->write_value(value); }, property.value);
    }
    if (options_.claims) write_claims(graph_.claims(owner));
    out_ << '}';
  }

  void write_claims(std::span<const Claim> claims) {
    if (claims.empty()) return;
    out_ << ",\"claims\":[";
    for (std::size_t i = 0; i < claims.size(); ++i) {
      const Claim& claim = claims[i];
      out_ << (i == 0 ? std::string_view("{\"paper\":") : std::string_view(",{\"paper\":"));
      write_value(graph_.listing(claim).paper);
      out_ << ",\"date\":";
      write_value(graph_.listing(claim).date);
      out_ << ",\"field\":\"" << field_name(claim.field) << "\",\"begin\":" << claim.begin << ",\"end\":" << claim.end << ",\"sentence\":";
      write_value(graph_.sentence(claim));
      out_ << ",\"rule\":";
      write_value(graph_.rule(claim));
      out_ << ",\"confidence\":" << claim.confidence << '}';
    }
    out_ << ']';
  }

  void write_value(std::string_view text) {
    json_string(text, [this](std::string_view run) { out_ << run; });
  }
  void write_value(bool yes) { out_ << (yes ? std::string_view("true") : std::string_view("false")); }
  void write_value(std::int64_t number) { out_ << number; }
  void write_value(double number) { out_ << number; }
  void write_value(std::span<const std::string_view> list) {
    out_ << '[';
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (i > 0) out_ << ',';
      write_value(list[i]);
    }
    out_ << ']';
  }

  const Graph& graph_;
  const ExportOptions& options_;
  const Sizes sizes_;
  Output& out_;
};

}  // namespace

void write_node_link(const View& view, const ExportOptions& options, Output& out) { NodeLinkWriter(view.graph, options, out).write(); }

}  // namespace digestkg::exporters
