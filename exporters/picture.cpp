// What all pictures share: caption, legend, looks of nodes, and the evidence behind an edge.

#include "exporters/picture.hpp"

#include <algorithm>
#include <set>

namespace digestkg::exporters {
namespace {

constexpr std::string_view typeface = "Helvetica,Arial,sans-serif";
constexpr std::size_t largest_network = 300;

std::string row(const std::string& cell) { return "<TR><TD ALIGN=\"LEFT\">" + cell + "</TD></TR>"; }

std::string caption_markup(const Caption& caption) {
  std::string rows;
  for (const std::string& line : wrap(caption.title, 70, 2)) rows += row("<FONT POINT-SIZE=\"17\"><B>" + markup(line) + "</B></FONT>");
  for (const std::string& text : caption.lines)
    for (const std::string& line : wrap(text, 88, 4)) rows += row(font(line, shade::muted, 11));
  std::string legend;
  std::size_t length = 0;
  for (const LegendEntry& entry : caption.legend) {
    if (length > 0 && length + entry.text.size() > 84) {
      rows += row(legend);
      legend.clear();
      length = 0;
    }
    if (!legend.empty()) legend += "&#160;&#160;&#160;";
    legend += font(entry.sign, entry.shade, 10) + font(" " + entry.text, shade::muted, 10);
    length += entry.text.size() + 5;
  }
  if (!legend.empty()) rows += row(legend);
  return "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"2\">" + rows + "<TR><TD HEIGHT=\"6\"></TD></TR></TABLE>";
}

const Claim* strongest(const Graph& graph, const Edge& edge) {
  const auto claims = graph.claims(edge);
  const auto at = std::ranges::max_element(claims, {}, &Claim::confidence);
  return at == claims.end() ? nullptr : &*at;
}

/// True when two columns show what stands around the focus: nothing is further than one step but ends of its numbers.
bool one_step_far(const View& view) {
  if (view.hops == 1) return true;
  constexpr KindSet drawn = named_things | Kind::Paper | Kind::Author;
  std::set<NodeId> near;
  for (const Edge& e : view.graph.out_edges(*view.focus)) near.insert(e.target);
  for (const EdgeId e : view.graph.in_edges(*view.focus)) near.insert(view.graph.edge(e).source);
  for (NodeId id = 0; id < view.graph.nodes().size(); ++id)
    if (id != *view.focus && view.graph.node(id).kinds.any(drawn) && !near.contains(id)) return false;
  return true;
}

std::string_view arxiv_id(std::string_view paper_iri) { return paper_iri.substr(paper_iri.find('/') + 1); }

}  // namespace

Drawing picture_of(const View& view) {
  switch (view.kind) {
    case ViewKind::Outperforms: return outperforms_picture(view);
    case ViewKind::Authors: return authors_picture(view);
    case ViewKind::Benchmark: return board_picture(view);
    case ViewKind::Paper: return subject_picture(view);
    case ViewKind::Timeline: return timeline_picture(view);
    case ViewKind::Around: return one_step_far(view) ? subject_picture(view) : network_picture(view);
    case ViewKind::Whole: break;
  }
  const auto has_comparison = [](const Edge& e) { return e.relation == Relation::Outperforms; };
  if (view.graph.nodes().size() > largest_network && std::ranges::any_of(view.graph.edges(), has_comparison))
    return outperforms_picture(make_view(view.graph, ViewRequest{}));
  return network_picture(view);
}

Caption caption_of(const View& view, std::string_view reading) {
  Caption caption{view.title, {}, {}};
  if (!reading.empty()) caption.lines.emplace_back(reading);
  std::string notes;
  for (const std::string& note : view.notes) notes += note + ". ";
  if (!notes.empty()) caption.lines.push_back(notes);
  return caption;
}

void add_kinds(Caption& caption, KindSet kinds) {
  constexpr std::string_view signs[] = {"\xE2\x96\xA0", "\xE2\x97\x8B", "\xE2\x97\x8F", "\xE2\x97\x86", "\xE2\x96\xBC"};
  for (const Kind kind : {Kind::Paper, Kind::Author, Kind::Method, Kind::Benchmark, Kind::Dataset})
    if (kinds.has(kind))
      caption.legend.push_back({signs[static_cast<std::size_t>(kind)], look(kind).stroke, std::string(info(kind).record)});
}

Drawing framed(std::string_view name, Drawing::Lines lines, std::string_view engine, const Caption& caption, const Attributes& layout) {
  Drawing drawing(name, lines, engine);
  drawing.set({{"fontname", std::string(typeface)}, {"fontsize", "12"}, {"fontcolor", std::string(shade::ink.light)},
               {"bgcolor", std::string(shade::ground.light)}, {"pad", "0.25"}, {"labelloc", "t"}, {"labeljust", "l"},
               {"charset", "UTF-8"}, {"outputorder", "edgesfirst"}, {"tooltip", " "}});
  drawing.set(layout);
  drawing.set({{"label", caption_markup(caption), true}});
  drawing.default_node({{"fontname", std::string(typeface)}, {"fontsize", "11"}, {"fontcolor", std::string(shade::ink.light)},
                        {"shape", "box"}, {"style", "rounded,filled"}, {"penwidth", "1.2"}, {"margin", "0.14,0.07"},
                        {"height", "0.32"}, {"width", "0.2"}, {"target", "_blank"}});
  drawing.default_edge({{"fontname", std::string(typeface)}, {"fontsize", "9"}, {"fontcolor", std::string(shade::muted.light)},
                        {"color", std::string(shade::line.light)}, {"penwidth", "1.1"}, {"arrowsize", "0.65"}, {"target", "_blank"}});
  return drawing;
}

std::string font(std::string_view text, const Shade& shade, int points) {
  return "<FONT POINT-SIZE=\"" + std::to_string(points) + "\" COLOR=\"" + std::string(shade.light) + "\">" +
         (text.empty() ? "&#160;" : markup(text)) + "</FONT>";
}
std::string bold(std::string_view text) { return "<B>" + markup(text) + "</B>"; }

Attributes node_attributes(KindSet kinds, const std::string& main, const std::string& below, std::string_view tip, const std::string& link) {
  const KindLook& l = look(kinds);
  Attributes attributes{{"label", below.empty() ? main : main + "<BR/>" + below, true},
                        {"shape", std::string(l.shape)},
                        {"style", std::string(l.style)},
                        {"margin", std::string(l.margin)},
                        {"color", std::string(l.stroke.light)},
                        {"fillcolor", std::string(l.fill.light)},
                        {"tooltip", tooltip(tip)}};
  if (!link.empty()) attributes.push_back({"URL", tooltip(link)});
  return attributes;
}

Attributes table_attributes(const std::string& table, std::string_view tip) {
  return {{"label", table, true}, {"shape", "plain"}, {"style", ""}, {"tooltip", tooltip(tip)}};
}

std::string link_of(const Graph& graph, const Claim& claim) { return arxiv_link(arxiv_id(graph.listing(claim).paper)); }
std::string link_of(const Graph& graph, NodeId paper) { return arxiv_link(graph.text(graph.node(paper), Key::ArxivId)); }

std::string evidence(const Graph& graph, const Edge& edge) {
  std::string text = std::string(graph.name(edge.source)) + ' ' + in_words(edge.relation) + ' ' + std::string(graph.name(edge.target));
  const Claim* const claim = strongest(graph, edge);
  if (!claim) return text;
  text.append(": \xE2\x80\x9C").append(graph.sentence(*claim)).append("\xE2\x80\x9D (arXiv ").append(arxiv_id(graph.listing(*claim).paper)) += ')';
  if (edge.claims.count > 1) text += "; and " + std::to_string(edge.claims.count - 1) + " more";
  return text;
}

Attributes evidence_attributes(const Graph& graph, const Edge& edge) {
  Attributes attributes{{"tooltip", tooltip(evidence(graph, edge))}};
  const Claim* const claim = strongest(graph, edge);
  const std::string link = claim ? link_of(graph, *claim) : std::string();
  if (!link.empty()) attributes.push_back({"URL", tooltip(link)});
  return attributes;
}

Attributes group_box(std::string_view title) {
  return {{"label", "<B>" + font(title, shade::muted, 10) + "</B>", true},
          {"labeljust", "l"},
          {"style", "rounded,filled"},
          {"color", std::string(shade::panel_edge.light)},
          {"fillcolor", std::string(shade::panel.light)},
          {"margin", "9"},
          {"tooltip", " "}};
}

std::string in_words(Relation relation) {
  std::string words(info(relation).picture);
  std::ranges::replace(words, '-', ' ');
  return words;
}

}  // namespace digestkg::exporters
