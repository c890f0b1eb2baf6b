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

std::vector<Loss> drawn_claims(const View& view, const ExportOptions& options) {
  const Graph& graph = view.graph;
  std::size_t properties = 0, claims = 0, kinds = 0;
  each_property(graph, [&](Key key, const Value&) {
    const bool drawn = key == Key::Name || key == Key::Title || key == Key::ArxivId || key == Key::ArxivUrl || key == Key::Papers;
    properties += drawn ? 0 : 1;
  });
  for (const Node& node : graph.nodes()) {
    claims += node.claims.count;
    kinds += node.kinds == KindSet(node.kinds.first()) ? 0 : 1;
  }
  for (const Edge& edge : graph.edges()) claims += edge.claims.count > 1 ? edge.claims.count - 1 : 0;
  std::vector<Loss> losses;
  if (view.kind == ViewKind::Whole) add(losses, "second kinds of nodes", kinds);
  if (view.kind == ViewKind::Whole) add(losses, "properties that are no name, link or weight", properties);
  if (options.claims) add(losses, "claims other than the most confident one of an edge", claims);
  return losses;
}

std::vector<Loss> unshown_properties(const View& view, const ExportOptions& options) {
  std::size_t count = 0;
  each_property(view.graph, [&](Key key, const Value&) {
    switch (key) {
      case Key::Name:
      case Key::ArxivId:
      case Key::Title:
      case Key::Date:
      case Key::ArxivUrl:
      case Key::Unit:
      case Key::Direction:
      case Key::Value:
      case Key::Delta:
      case Key::BaselineValue:
      case Key::Papers: break;
      case Key::Summary: count += options.claims ? 0 : 1; break;  // the page cuts sentences out of it
      default: ++count;
    }
  });
  std::vector<Loss> losses;
  add(losses, "properties that the page does not show", count);
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
