// Authors and their joint papers -> a web of names, coloured by community.

#include "exporters/picture.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace digestkg::exporters {
namespace {

constexpr std::size_t most_for_fdp = 90;

std::int64_t papers(const Graph& graph, NodeId id) {
  const Value* value = graph.value(graph.node(id), Key::Papers);
  return value ? std::get<std::int64_t>(*value) : 0;
}

std::size_t community(const Graph& graph, NodeId id) {
  const Value* value = graph.value(graph.node(id), Key::Community);
  return value ? static_cast<std::size_t>(std::get<std::int64_t>(*value)) : 0;
}

std::string decimal(double number) {
  StringOutput out;
  out << std::round(number * 10) / 10;
  return out.text();
}

struct Group {
  NodeId lead = 0;
  std::size_t members = 0;
};

std::map<std::size_t, Group> groups(const Graph& graph) {
  std::map<std::size_t, Group> out;
  for (NodeId id = 0; id < graph.nodes().size(); ++id) {
    Group& group = out[community(graph, id)];
    if (group.members++ == 0 || papers(graph, id) > papers(graph, group.lead)) group.lead = id;
  }
  return out;
}

const GroupLook& look_of(std::size_t group) {
  const auto looks = group_looks();
  return looks[std::min(group, looks.size() - 1)];
}

}  // namespace

Drawing authors_picture(const View& view) {
  const Graph& graph = view.graph;
  const auto parts = groups(graph);
  Caption caption = caption_of(view, "A line joins authors with joint papers; its width is their number. Under a name stands the number of "
                                     "all the author's papers. Colours are groups that write together.");
  for (const auto& [number, group] : parts) {
    if (group.members < 2 || number + 1 >= group_looks().size()) break;
    caption.legend.push_back({"\xE2\x96\xA0", look_of(number).stroke,
                              clip(graph.name(group.lead), 22) + " and " + std::to_string(group.members - 1)});
  }
  const bool large = graph.nodes().size() > most_for_fdp;  // routing lines around 300 boxes takes minutes
  Drawing drawing = framed("authors", Drawing::Lines::Undirected, large ? "sfdp" : "fdp", caption,
                           {{"overlap", "prism"}, {"sep", "+7"}, {"esep", "+5"}, {"splines", large ? "line" : "true"}, {"start", "3"}, {"K", "0.8"}});
  std::int64_t most = 1;
  for (NodeId id = 0; id < graph.nodes().size(); ++id) most = std::max(most, papers(graph, id));
  std::vector<Drawing::Node> drawn;
  for (NodeId id = 0; id < graph.nodes().size(); ++id) {
    const std::int64_t count = papers(graph, id);
    const std::string name = clip(graph.name(id), 30), own = std::to_string(count) + (count == 1 ? " paper" : " papers");
    Attributes attributes = node_attributes(Kind::Author, id == view.focus ? bold(name) : markup(name), font(own, shade::muted, 9),
                                            std::string(graph.name(id)) + ": " + own);
    const GroupLook& group = look_of(community(graph, id));
    attributes.push_back({"color", std::string(group.stroke.light)});
    attributes.push_back({"fillcolor", std::string(group.fill.light)});
    attributes.push_back({"fontsize", decimal(10 + 5 * std::pow(static_cast<double>(count) / static_cast<double>(most), 0.6))});
    if (id == view.focus) attributes.push_back({"penwidth", "2.2"});
    drawn.push_back(drawing.node(attributes));
  }
  for (const Edge& e : graph.edges()) {
    const std::size_t joint = weight_of(graph, e);
    drawing.edge(drawn[e.source], drawn[e.target],
                 {{"penwidth", decimal(std::min(9.0, 0.8 + 0.9 * static_cast<double>(joint - 1)))},
                  {"len", "1.5"},
                  {"weight", std::to_string(joint)},
                  {"tooltip", tooltip(std::string(graph.name(e.source)) + " and " + std::string(graph.name(e.target)) + ": " +
                                      std::to_string(joint) + (joint == 1 ? " joint paper" : " joint papers"))}});
  }
  return drawing;
}

}  // namespace digestkg::exporters
