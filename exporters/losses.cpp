// A graph -> counts of what an export leaves behind.

#include "exporters/losses.hpp"

#include "exporters/property_table.hpp"

#include <string>

namespace digestkg::exporters {
namespace {

void add(std::vector<Loss>& losses, std::string_view what, std::size_t count) {
  if (count > 0) losses.push_back({std::string(what), count});
}

/// Calls see(key, value) for every property that is worth writing.
template <class See>
void each_property(const Graph& graph, See&& see) {
  const auto walk = [&](const auto& owners) {
    for (const auto& owner : owners)
      for (const Property& property : graph.properties(owner))
        if (is_filled(property.value)) see(property.key, property.value);
  };
  walk(graph.nodes());
  walk(graph.edges());
}

}  // namespace

std::vector<Loss> long_decimals(const View& view, const ExportOptions&) {
  std::size_t count = 0;
  each_property(view.graph, [&](Key key, const Value& value) {
    if (info(key).type == ValueType::Decimal && !survives_double(std::get<std::string_view>(value))) ++count;
  });
  std::vector<Loss> losses;
  add(losses, "decimals with more digits than a double holds", count);
  return losses;
}

std::vector<Loss> drawn_claims(const View& view, const ExportOptions&) {
  std::size_t count = 0;
  for (const Edge& edge : view.graph.edges())
    if (edge.claims.count > 1) count += edge.claims.count - 1;
  std::vector<Loss> losses;
  add(losses, "claims past the most confident one of their edge", count);
  return losses;
}

std::vector<Loss> names_alone(const View& view, const ExportOptions& options) {
  const Graph& graph = view.graph;
  std::size_t properties = 0, claims = 0;
  each_property(graph, [&](Key, const Value&) { ++properties; });
  for (const Node& node : graph.nodes()) claims += node.claims.count;
  for (const Edge& edge : graph.edges()) claims += edge.claims.count;
  std::vector<Loss> losses;
  add(losses, "kinds and identifiers of nodes", graph.nodes().size());
  add(losses, "properties", properties);
  if (options.claims) add(losses, "claims", claims);
  return losses;
}

}  // namespace digestkg::exporters
