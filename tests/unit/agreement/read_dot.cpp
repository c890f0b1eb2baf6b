// DOT -> facts, by cgraph: names, edges and weights.

#include "unit/agreement/facts.hpp"

#include <graphviz/cgraph.h>

#include <memory>
#include <stdexcept>

namespace digestkg::testing {
namespace {

std::string attribute(void* object, const char* name) {
  const char* const value = agget(object, const_cast<char*>(name));
  return value == nullptr ? std::string{} : value;
}

/// What Graphviz shows for a label: backslashes come in pairs, `&` as an entity.
std::string shown_text(const std::string& label) {
  std::string text;
  for (std::size_t i = 0; i < label.size(); ++i) {
    text += label[i];
    if (label[i] == '\\') ++i;
    else if (label.compare(i, 5, "&amp;") == 0) i += 4;
  }
  return text;
}

}  // namespace

Facts read_dot(const Files& files) {
  const std::unique_ptr<Agraph_t, int (*)(Agraph_t*)> graph(agmemread(files.at("graph.dot").c_str()), agclose);
  if (!graph) throw std::runtime_error("no DOT");
  Facts facts;
  for (Agnode_t* node = agfstnode(graph.get()); node != nullptr; node = agnxtnode(graph.get(), node)) {
    facts.insert({Category::Label, agnameof(node), "label", shown_text(attribute(node, "label"))});
    for (Agedge_t* edge = agfstout(graph.get(), node); edge != nullptr; edge = agnxtout(graph.get(), edge)) {
      const std::string about = edge_name(agnameof(agtail(edge)), attribute(edge, "class"), agnameof(aghead(edge)));
      facts.insert({Category::Edge, about, "edge", ""});
      facts.insert({Category::Weight, about, "weight", attribute(edge, "weight")});
    }
  }
  return facts;
}

}  // namespace digestkg::testing
