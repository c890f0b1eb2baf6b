// The list of all export formats: `--to`, `digestkg formats` and the tests over every format read it.

#include "exporters/exporters.hpp"
#include "exporters/losses.hpp"

#include <algorithm>
#include <vector>

namespace digestkg {

std::span<const Format> formats() {
  static const std::vector<Format> list{
      {.name = "turtle",
       .extension = "ttl",
       .media_type = "text/turtle",
       .description = "RDF for people and every store",
       .loses = {},
       .write = exporters::write_turtle},
      {.name = "ntriples",
       .extension = "nt",
       .media_type = "application/n-triples",
       .description = "RDF, a statement a line: loads fastest",
       .loses = {},
       .write = exporters::write_ntriples},
      {.name = "nquads",
       .extension = "nq",
       .media_type = "application/n-quads",
       .description = "N-Triples with the listings and claims of each digest in a named graph",
       .loses = {},
       .write = exporters::write_nquads},
      {.name = "trig",
       .extension = "trig",
       .media_type = "application/trig",
       .description = "Turtle with the listings and claims of each digest in a named graph",
       .loses = {},
       .write = exporters::write_trig},
      {.name = "rdfxml",
       .extension = "rdf",
       .media_type = "application/rdf+xml",
       .description = "RDF for readers of XML",
       .loses = {},
       .write = exporters::write_rdfxml},
      {.name = "jsonld",
       .extension = "jsonld",
       .media_type = "application/ld+json",
       .description = "RDF for readers of JSON, with its context",
       .loses = {},
       .write = exporters::write_jsonld},
      {.name = "void",
       .extension = "void.ttl",
       .media_type = "text/turtle",
       .description = "what the RDF holds: statements by class and property (VoID)",
       .loses = "all but the counts",
       .write = exporters::write_void},
      {.name = "graphml",
       .extension = "graphml",
       .media_type = "application/graphml+xml",
       .description = "GraphML for Gephi, Neo4j (APOC), NetworkX, igraph, Cytoscape",
       .loses = "digits of a decimal past a double's 15",
       .write = exporters::write_graphml,
       .losses = exporters::long_decimals},
  };
  return list;
}

const Format* find_format(std::string_view name) {
  const auto all = formats();
  const auto at = std::ranges::find_if(all, [&](const Format& format) { return format.name == name || format.extension == name; });
  return at == all.end() ? nullptr : &*at;
}

}  // namespace digestkg
