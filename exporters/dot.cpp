// The whole graph -> DOT text, written as it is walked; a view -> the source of its picture.

#include "base/escape.hpp"
#include "exporters/exporters.hpp"
#include "exporters/picture.hpp"
#include "graph/ahead.hpp"

#include <algorithm>
#include <array>
#include <ranges>
#include <string>
#include <vector>

namespace digestkg::exporters {
namespace {

/// The inside of a quoted DOT string that is shown as it is: each backslash and ampersand would start a command or an entity.
/// `backslash` is what stands for one backslash. Control characters, which end the text for readers in C, become U+FFFD.
std::string_view shown(std::string_view text, std::string_view backslash, std::string& room) {
  const auto special = [](auto c) { return (c == '"') | (c == '\\') | (c == '&') | (c < 0x20); };
  const auto escape = [&](std::string_view all, std::size_t at) -> Replacement {
    switch (all[at]) {
      case '"': return {"\\\"", 1};
      case '&': return {"&amp;", 1};
      case '\\': return {backslash, 1};
      case '\t':
      case '\n': return {};
      default: return {"\xEF\xBF\xBD", 1};
    }
  };
  return escaped(text, room, special, escape);
}

std::string_view label(std::string_view text, std::string& room) { return shown(text, "\\\\", room); }
/// Tooltips are expanded twice.
std::string_view tooltip(std::string_view text, std::string& room) { return shown(text.empty() ? " " : text, "\\\\\\\\", room); }

const Claim* strongest(std::span<const Claim> claims) {
  const auto at = std::ranges::max_element(claims, {}, &Claim::confidence);
  return at == claims.end() ? nullptr : &*at;
}

class DotWriter {
 public:
  DotWriter(const Graph& graph, Output& out) : graph_(graph), out_(out) {
    for (NodeId id = 0; id < graph.nodes().size(); ++id) nodes_[static_cast<std::size_t>(graph.node(id).kinds.first())].push_back(id);
    for (EdgeId id = 0; id < graph.edges().size(); ++id) edges_[static_cast<std::size_t>(graph.edge(id).relation)].push_back(id);
  }

  void write() {
    out_ << "digraph digestkg {\n  graph [charset=\"UTF-8\"];\n";
    for (const KindInfo& kind : kinds()) {
      const KindLook& l = look(kind.kind);
      out_ << "  node [class=\"" << kind.label << "\" shape=" << l.shape << " style=\"" << l.style << "\" color=\"" << l.stroke.light
           << "\" fillcolor=\"" << l.fill.light << "\"];\n";
      for (const NodeId id : nodes_[static_cast<std::size_t>(kind.kind)]) write_node(id);
    }
    for (const RelationInfo& relation : relations()) {
      out_ << "  edge [class=\"" << relation.label << "\" label=\"" << relation.picture << "\"];\n";
      const auto& of_relation = edges_[static_cast<std::size_t>(relation.relation)];
      visit_ahead(graph_, of_relation | std::views::transform([this](EdgeId id) -> const Edge& { return graph_.edge(id); }),
                  [this](const Edge& edge) { write_edge(edge); });
    }
    out_ << "}\n";
  }

 private:
  void write_node(NodeId id) {
    const Node& node = graph_.node(id);
    out_.put("  \"", label(node.iri, first_), "\" [label=\"", label(graph_.name(id), second_), '"');
    if (node.kinds.first() == Kind::Paper)
      if (const std::string link = link_of(graph_, id); !link.empty()) out_ << " URL=\"" << link << '"';
    out_ << "];\n";
  }

  void write_edge(const Edge& edge) {
    out_.put("  \"", label(graph_.node(edge.source).iri, first_), "\" -> \"", label(graph_.node(edge.target).iri, second_),
             "\" [weight=", weight_of(graph_, edge));
    if (const Claim* claim = strongest(graph_.claims(edge)))
      out_.put(" confidence=", claim->confidence, " tooltip=\"", tooltip(graph_.sentence(*claim), first_), '"');
    out_ << "];\n";
  }

  const Graph& graph_;
  Output& out_;
  std::array<std::vector<NodeId>, kind_count> nodes_;
  std::array<std::vector<EdgeId>, relation_count> edges_;
  std::string first_, second_;  ///< room for what has escapes
};

}  // namespace

void write_dot(const View& view, const ExportOptions&, Output& output) {
  if (view.kind != ViewKind::Whole) picture_of(view).write_dot(output);
  else DotWriter(view.graph, output).write();
}

}  // namespace digestkg::exporters
