// Introductions -> what came when: the names that others took up most, with the papers that introduced them.

#include "graph/views.hpp"

#include <algorithm>
#include <map>

namespace digestkg::views {
namespace {

constexpr std::size_t usual_limit = 36;

struct Arrival {
  NodeId thing = 0, paper = 0;  ///< the first paper that introduces it
  std::string_view date;
  std::size_t uptake = 0;       ///< later facts about it from other papers
};

bool takes_up(Relation relation) { return relation != Relation::Introduces && info(relation).from_text; }

/// How many other papers speak of a thing that `paper` introduced.
std::size_t uptake(const Graph& graph, NodeId thing, NodeId paper) {
  std::size_t count = 0;
  for (const EdgeId id : graph.in_edges(thing)) {
    const Edge& edge = graph.edge(id);
    if (!takes_up(edge.relation) || edge.source == paper) continue;
    const auto claims = graph.claims(edge);
    count += std::ranges::any_of(claims, [&](const Claim& c) { return graph.listing(c).paper != graph.node(paper).iri; });
  }
  return count;
}

std::vector<Arrival> arrivals(const Graph& graph) {
  std::map<NodeId, Arrival> first;
  for (const Edge& edge : graph.edges()) {
    if (edge.relation != Relation::Introduces) continue;
    const Arrival arrival{edge.target, edge.source, graph.text(graph.node(edge.source), Key::Date), 0};
    const auto [at, fresh] = first.emplace(edge.target, arrival);
    if (!fresh && arrival.date < at->second.date) at->second = arrival;
  }
  std::vector<Arrival> all;
  for (auto& [thing, arrival] : first) {
    arrival.uptake = uptake(graph, thing, arrival.paper);
    all.push_back(arrival);
  }
  return all;
}

/// True when an edge joins the two, whichever way.
bool linked(const Graph& graph, NodeId a, NodeId b) {
  const auto to = [&](NodeId from, NodeId target) {
    return std::ranges::any_of(graph.out_edges(from), [&](const Edge& e) { return e.target == target; });
  };
  return to(a, b) || to(b, a);
}

std::vector<Arrival> by_measure(const Graph& graph, std::vector<Arrival> all, Measure measure) {
  std::map<NodeId, Arrival> of;
  std::vector<NodeId> things;
  for (const Arrival& a : all) of[a.thing] = a, things.push_back(a.thing);
  sort_by(graph, things, measure);
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = of[things[i]];
  return all;
}

}  // namespace

View timeline(const Graph& graph, const ViewRequest& request) {
  need(request, named_things, "timeline");
  std::optional<NodeId> focus;
  if (!request.name.empty()) focus = named(graph, request.name);
  std::vector<Arrival> all = arrivals(graph);
  if (focus)
    std::erase_if(all, [&](const Arrival& a) { return a.thing != *focus && !linked(graph, a.thing, *focus) && !linked(graph, a.paper, *focus); });
  const KindSet kinds = only(request);
  if (!kinds.empty()) std::erase_if(all, [&](const Arrival& a) { return !graph.node(a.thing).kinds.any(kinds); });
  if (all.empty()) throw Error(focus ? "no paper introduces anything that is linked to `" + request.name + "`" : "no paper introduces anything");
  const std::size_t total = all.size();
  std::ranges::stable_sort(all, [](const Arrival& a, const Arrival& b) { return a.uptake > b.uptake; });
  if (request.rank) all = by_measure(graph, std::move(all), *request.rank);
  all.resize(std::min(total, request.top > 0 ? request.top : usual_limit));

  Selection selection(graph);
  for (const Arrival& a : all) selection.nodes[a.thing] = selection.nodes[a.paper] = true;
  if (focus) selection.nodes[*focus] = true;
  for (EdgeId id = 0; id < selection.edges.size(); ++id)
    selection.edges[id] = selection.has(graph.edge(id)) && graph.edge(id).relation != Relation::Mentions;
  std::vector<std::string> notes{(all.size() < total ? std::to_string(all.size()) + " of " : "All ") +
                                 counted(total, "name that a paper introduces", "names that papers introduce") +
                                 (all.size() < total ? ": " + chosen(request, "those that most later facts are about") : "")};
  ViewRequest rest = request;
  if (!rest.only.empty()) rest.only.push_back(Kind::Paper);  // they have the days
  return finish(graph, std::move(selection), rest, focus, focus ? "What came when, linked to " + std::string(graph.name(*focus)) : "What came when",
                std::move(notes));
}

}  // namespace digestkg::views
