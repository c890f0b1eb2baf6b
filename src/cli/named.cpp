// A name on the command line -> nodes.

#include "cli/named.hpp"

#include "cli/style.hpp"

#include <digestkg/diagnostic.hpp>
#include <digestkg/view.hpp>

namespace digestkg::cli {

std::vector<NodeId> nodes_named(const Graph& graph, const std::string& name, KindSet kinds) {
  std::vector<NodeId> found = find_named(graph, name, kinds);
  if (!found.empty()) return found;
  std::string message = "nothing is named '" + printable(name) + "'";
  const auto near = nearest_names(graph, name, 3, kinds);
  for (std::size_t i = 0; i < near.size(); ++i) message += (i == 0 ? "; did you mean '" : i + 1 == near.size() ? "' or '" : "', '") + printable(near[i]);
  throw Error(message + (near.empty() ? "" : "'?"));
}

}  // namespace digestkg::cli
