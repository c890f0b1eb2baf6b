// Papers, their authors and their edges to digests -> the texts of each listing.

#include "graph/store.hpp"

#include <algorithm>

namespace digestkg {
namespace {

/// Names at the ends of a paper's AUTHOR edges, by position.
std::vector<std::string_view> authors_of(const Graph& graph, NodeId paper) {
  std::vector<std::pair<std::int64_t, std::string_view>> placed;
  for (const Edge& edge : graph.out_edges(paper)) {
    if (edge.relation != Relation::Author) continue;
    const Value* const position = graph.value(edge, Key::Position);
    const auto* const number = position ? std::get_if<std::int64_t>(position) : nullptr;
    placed.emplace_back(number ? *number : 0, graph.name(edge.target));
  }
  std::ranges::sort(placed);
  std::vector<std::string_view> authors;
  authors.reserve(placed.size());
  for (const auto& [position, name] : placed) authors.push_back(name);
  return authors;
}

}  // namespace

void fill_listings(const Graph& graph, Graph::Store& store) {
  auto at = store.listings.begin();
  while (at != store.listings.end()) {
    const auto end = std::find_if(at, store.listings.end(), [&](const Listing& l) { return l.paper != at->paper; });
    const auto node = graph.find(at->paper);
    if (!node) {
      at = end;
      continue;
    }
    const Node& paper = graph.node(*node);
    const auto authors = store.texts.keep_list(authors_of(graph, *node));
    for (const Edge& edge : graph.out_edges(*node)) {
      if (edge.relation != Relation::ListedIn) continue;
      const auto listing = std::find_if(at, end, [&](const Listing& l) { return l.date == graph.text(graph.node(edge.target), Key::Date); });
      if (listing == end) continue;
      const auto effective = [&](Key key) { return graph.value(edge, key) ? graph.text(edge, key) : graph.text(paper, key); };
      const Value* const own = graph.value(edge, Key::Authors);
      const auto* const list = own ? std::get_if<std::span<const std::string_view>>(own) : nullptr;
      *listing = {paper.iri, listing->date, effective(Key::Title), effective(Key::Summary), list ? *list : authors,
                  effective(Key::ArxivUrl), effective(Key::HuggingFaceUrl)};
    }
    at = end;
  }
}

}  // namespace digestkg
