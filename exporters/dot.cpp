// The whole graph -> DOT text, written as it is walked; a view -> the source of its picture.

#include "base/escape.hpp"
#include "exporters/exporters.hpp"
#include "exporters/picture.hpp"

#include <algorithm>

namespace digestkg::exporters {
namespace {

/// The inside of a quoted DOT string that is shown as it is: each backslash and ampersand would start a command or an entity.
/// `backslash` is what stands for one backslash. Control characters, which end the text for readers in C, become U+FFFD.
void write_quoted(std::string_view text, std::string_view backslash, Output& out) {
  const auto special = [](auto c) { return (c == '"') | (c == '\\') | (c == '&') | ((c < 0x20) & (c != '\t') & (c != '\n')); };
  const auto escape = [&](std::string_view all, std::size_t at) -> Replacement {
    switch (all[at]) {
      case '"': return {"\\\"", 1};
      case '&': return {"&amp;", 1};
      case '\\': return {backslash, 1};
      default: return {"\xEF\xBF\xBD", 1};
    }
  };
  out << '"';
  escape_runs(text, special, escape, [&](std::string_view run) { out << run; });
  out << '"';
}

void write_label(std::string_view text, Output& out) { write_quoted(text, "\\\\", out); }
/// Tooltips are expanded twice.
void write_tooltip(std::string_view text, Output& out) { write_quoted(text.empty() ? " " : text, "\\\\\\\\", out); }

const Claim* strongest(std::span<const Claim> claims) {
  const auto at = std::ranges::max_element(claims, {}, &Claim::confidence);
  return at == claims.end() ? nullptr : &*at;
}

void write_whole(const Graph& graph, Output& out) {
  out << "digraph digestkg {\n  graph [charset=\"UTF-8\"];\n";
  for (const KindInfo& kind : kinds()) {
    const KindLook& l = look(kind.kind);
    out << "  node [class=\"" << kind.label << "\" shape=" << l.shape << " style=\"" << l.style << "\" color=\"" << l.stroke.light
        << "\" fillcolor=\"" << l.fill.light << "\"];\n";
    for (NodeId id = 0; id < graph.nodes().size(); ++id) {
      if (graph.node(id).kinds.first() != kind.kind) continue;
      out << "  ";
      write_label(graph.node(id).iri, out);
      out << " [label=";
      write_label(graph.name(id), out);
      if (kind.kind == Kind::Paper)
        if (const std::string link = link_of(graph, id); !link.empty()) out << " URL=\"" << link << '"';
      out << "];\n";
    }
  }
  for (const RelationInfo& relation : relations()) {
    out << "  edge [class=\"" << relation.label << "\" label=\"" << relation.picture << "\"];\n";
    for (const Edge& e : graph.edges()) {
      if (e.relation != relation.relation) continue;
      out << "  ";
      write_label(graph.node(e.source).iri, out);
      out << " -> ";
      write_label(graph.node(e.target).iri, out);
      out << " [weight=" << weight_of(graph, e);
      if (const Claim* claim = strongest(graph.claims(e))) {
        out << " confidence=" << claim->confidence << " tooltip=";
        write_tooltip(graph.sentence(*claim), out);
      }
      out << "];\n";
    }
  }
  out << "}\n";
}

}  // namespace

void write_dot(const View& view, const ExportOptions&, Output& output) {
  if (view.kind != ViewKind::Whole) picture_of(view).write_dot(output);
  else write_whole(view.graph, output);
}

}  // namespace digestkg::exporters
