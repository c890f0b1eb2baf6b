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
      {.name = "gexf",
       .extension = "gexf",
       .media_type = "application/gexf+xml",
       .description = "GEXF 1.2 for Gephi and Gephi Lite, with the days of the digests as a timeline",
       .loses = "digits of a decimal past a double's 15",
       .write = exporters::write_gexf,
       .losses = exporters::long_decimals},
      {.name = "neo4j",
       .extension = "neo4j",
       .media_type = "text/csv",
       .description = "folder for neo4j-admin database import: typed CSV, import script, constraints and indexes",
       .loses = "digits of a decimal past a double's 15",
       .carrier = Format::Carrier::Folder,
       .write_folder = exporters::write_neo4j,
       .losses = exporters::long_decimals},
      {.name = "cypher",
       .extension = "cypher",
       .media_type = "application/x-cypher-query",
       .description = "script for a running Neo4j server; running it twice changes nothing",
       .loses = "digits of a decimal past a double's 15",
       .write = exporters::write_cypher,
       .losses = exporters::long_decimals},
      {.name = "csv",
       .extension = "csv",
       .media_type = "text/csv",
       .description = "folder of nodes.csv, edges.csv and claims.csv (RFC 4180)",
       .carrier = Format::Carrier::Folder,
       .write_folder = exporters::write_csv},
      {.name = "tsv",
       .extension = "tsv",
       .media_type = "text/tab-separated-values",
       .description = "folder of nodes.tsv, edges.tsv and claims.tsv",
       .carrier = Format::Carrier::Folder,
       .write_folder = exporters::write_tsv},
      {.name = "node-link",
       .extension = "json",
       .media_type = "application/json",
       .description = "node-link JSON for D3, Sigma and NetworkX",
       .write = exporters::write_node_link},
      {.name = "sqlite",
       .extension = "sqlite",
       .media_type = "application/vnd.sqlite3",
       .description = "SQLite database of nodes, edges and claims, with a view of results",
       .loses = "digits of a decimal past a double's 15",
       .write = exporters::write_sqlite,
       .losses = exporters::long_decimals},
      {.name = "pajek",
       .extension = "net",
       .media_type = "text/plain",
       .description = "Pajek network for VOSviewer, Pajek and igraph: names, arcs and weights",
       .loses = "kinds, properties, claims; quotes and backslashes in names",
       .write = exporters::write_pajek,
       .losses = exporters::pajek_losses},
  };
  return list;
}

const Format* find_format(std::string_view name) {
  const auto all = formats();
  const auto at = std::ranges::find_if(all, [&](const Format& format) { return format.name == name || format.extension == name; });
  return at == all.end() ? nullptr : &*at;
}

}  // namespace digestkg
