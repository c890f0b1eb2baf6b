// A foreign project: builds a graph of two papers with the installed headers and library.

#include <digestkg/digest.hpp>
#include <digestkg/export.hpp>
#include <digestkg/extract.hpp>
#include <digestkg/graph.hpp>

#include <iostream>

int main() {
  digestkg::GraphBuilder builder;
  const auto paper = builder.node("paper/2305.18290", digestkg::Kind::Paper);
  const auto author = builder.node(digestkg::make_iri("author", "Ann Lee"), digestkg::Kind::Author);
  builder.edge(paper, digestkg::Relation::Author, author);
  const digestkg::Graph graph = builder.finish();
  std::cout << graph.nodes().size() << " nodes, " << graph.edges().size() << " edges\n";
  return graph.find("author/Ann%20Lee") ? 0 : 1;
}
