// Library use: digests -> a graph -> who outperforms whom, and Turtle on standard output.

#include <digestkg/digest.hpp>
#include <digestkg/export.hpp>
#include <digestkg/extract.hpp>
#include <digestkg/graph.hpp>
#include <digestkg/view.hpp>

#include <iostream>
#include <string>
#include <vector>

using namespace digestkg;

int main(int argc, char** argv) {
  const std::vector<std::string> inputs(argv + 1, argv + argc);
  const unsigned jobs = 2;

  const Reading reading = read_inputs(inputs, jobs);
  for (const Diagnostic& fault : reading.diagnostics) std::cerr << format(fault);

  const Extractor extractor;
  const std::vector<Extraction> extractions = extractor.read_all(reading.entries, jobs);
  const Resolution resolution = resolve(reading.entries, extractions);
  const Graph graph = build_graph(reading.entries, extractions, resolution, extractor);

  for (const Edge& edge : graph.edges()) {
    if (edge.relation != Relation::Outperforms) continue;
    const Claim& claim = graph.claims(edge).front();
    std::cerr << graph.name(edge.source) << " beats " << graph.name(edge.target) << ", says " << graph.listing(claim).paper << ": \""
              << graph.sentence(claim) << "\"\n";
  }

  StringOutput turtle;
  find_format("turtle")->write(whole(graph), ExportOptions{}, turtle);
  std::cout << turtle.text();
  return reading.entries.empty() ? 1 : 0;
}
