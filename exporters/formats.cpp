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
      {.name = "graphml",
       .extension = "graphml",
       .media_type = "application/graphml+xml",
       .description = "GraphML for Gephi, Neo4j (APOC), NetworkX, igraph, Cytoscape",
       .loses = "digits of a decimal past a double's 15",
       .write = exporters::write_graphml,
       .losses = exporters::long_decimals},
      {.name = "dot",
       .extension = "dot",
       .media_type = "text/vnd.graphviz",
       .description = "Graphviz source: the whole graph, or the drawing of a view",
       .loses = "all claims of an edge but the most confident one; properties other than names, links, weights and confidence",
       .write = exporters::write_dot,
       .losses = exporters::drawn_claims},
      {.name = "svg",
       .extension = "svg",
       .media_type = "image/svg+xml",
       .description = "drawing of a view, with links to the papers and the sentences as tooltips",
       .loses = "what the view's limits leave out; its caption says how much",
       .carrier = Format::Carrier::Picture,
       .write = exporters::write_svg_picture},
      {.name = "png",
       .extension = "png",
       .media_type = "image/png",
       .description = "drawing of a view",
       .loses = "what the view's limits leave out, and all sentences",
       .carrier = Format::Carrier::Picture,
       .write = exporters::write_png_picture},
      {.name = "pdf",
       .extension = "pdf",
       .media_type = "application/pdf",
       .description = "drawing of a view",
       .loses = "what the view's limits leave out, and all sentences",
       .carrier = Format::Carrier::Picture,
       .write = exporters::write_pdf_picture},
  };
  return list;
}

const Format* find_format(std::string_view name) {
  const auto all = formats();
  const auto at = std::ranges::find_if(all, [&](const Format& format) { return format.name == name || format.extension == name; });
  return at == all.end() ? nullptr : &*at;
}

}  // namespace digestkg
