// The list of all export formats: `--to`, `digestkg formats` and the tests over every format read it.

#include "exporters/exporters.hpp"
#include "exporters/losses.hpp"

#include <algorithm>
#include <vector>

namespace digestkg {

std::span<const Format> formats() {
  static const std::vector<Format> list{
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
