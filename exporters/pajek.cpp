// A graph -> a Pajek network, which VOSviewer, igraph and NetworkX read too: names, arcs and weights.

#include "exporters/exporters.hpp"
#include "exporters/losses.hpp"
#include "exporters/property_table.hpp"

#include <string>
#include <unordered_map>
#include <vector>

namespace digestkg::exporters {
namespace {

/// Pajek has no escapes: quotes and backslashes become apostrophes and slashes, control characters blanks.
std::string plain(std::string_view text) {
  std::string label(text);
  for (char& c : label) {
    if (c == '"') c = '\'';
    else if (c == '\\') c = '/';
    else if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  return label;
}

/// Readers take labels for identities, so a label that two nodes share gets the node's IRI behind it.
std::vector<std::string> labels(const Graph& graph) {
  std::vector<std::string> all;
  std::unordered_map<std::string, std::size_t> uses;
  for (NodeId id = 0; id < graph.nodes().size(); ++id) ++uses[all.emplace_back(plain(graph.name(id)))];
  for (NodeId id = 0; id < all.size(); ++id)
    if (uses[all[id]] > 1) all[id] += " (" + plain(graph.node(id).iri) + ")";
  return all;
}

}  // namespace

void write_pajek(const View& view, const ExportOptions&, Output& out) {
  const Graph& graph = view.graph;
  const std::vector<std::string> label = labels(graph);
  out << "*Vertices " << label.size() << '\n';
  for (NodeId id = 0; id < label.size(); ++id) out << id + 1 << " \"" << label[id] << "\"\n";
  out << "*Arcs\n";
  for (const Edge& edge : graph.edges())
    out << edge.source + 1 << ' ' << edge.target + 1 << ' ' << weight_of(graph, edge) << " l \"" << info(edge.relation).label << "\"\n";
}

std::vector<Loss> pajek_losses(const View& view, const ExportOptions& options) {
  std::size_t changed = 0;
  for (NodeId id = 0; id < view.graph.nodes().size(); ++id) changed += plain(view.graph.name(id)) != view.graph.name(id);
  std::vector<Loss> losses = names_alone(view, options);
  if (changed > 0) losses.push_back({"names whose quotes or backslashes are replaced", changed});
  return losses;
}

}  // namespace digestkg::exporters
