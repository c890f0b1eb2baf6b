// One benchmark, one paper or any one name -> everything said about it.

#include "graph/views.hpp"

#include <digestkg/analysis.hpp>

#include <algorithm>
#include <set>

namespace digestkg::views {
namespace {

constexpr std::size_t usual_limit = 60;

void keep_facts_of_results(const Graph& graph, Selection& selection) {
  for (NodeId id = 0; id < graph.nodes().size(); ++id) {
    if (!selection.nodes[id] || !graph.node(id).kinds.has(Kind::Result)) continue;
    for (const Edge& e : graph.out_edges(id)) selection.nodes[e.target] = true;
    for (const EdgeId e : graph.in_edges(id)) selection.nodes[graph.edge(e).source] = true;
  }
}

/// What joins two things by chance: a day, a task, a metric.
constexpr KindSet crossroads = Kind::Digest | Kind::Task | Kind::Metric;

/// How much an edge tells of its ends; smaller is more.
int remoteness(Relation relation) {
  switch (relation) {
    case Relation::Mentions: return 2;
    case Relation::Author:
    case Relation::Addresses:
    case Relation::ListedIn: return 1;
    default: return 0;
  }
}

struct Reached {
  NodeId node;
  int hops, remoteness;
};

/// Everything within `hops` of `focus`, nearest and most telling first. Days, tasks and metrics are reached but not passed.
std::vector<Reached> reach(const Graph& graph, NodeId focus, int hops) {
  std::vector<Reached> order{{focus, 0, 0}};
  std::vector<int> best(graph.nodes().size(), -1);
  best[focus] = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const Reached at = order[i];
    if (at.hops == hops || (at.hops > 0 && graph.node(at.node).kinds.any(crossroads))) continue;
    const auto visit = [&](NodeId other, Relation relation) {
      if (best[other] < 0) {
        best[other] = remoteness(relation);
        order.push_back({other, at.hops + 1, 0});
      }
      best[other] = std::min(best[other], remoteness(relation));
    };
    for (const Edge& e : graph.out_edges(at.node)) visit(e.target, e.relation);
    for (const EdgeId e : graph.in_edges(at.node)) visit(graph.edge(e).source, graph.edge(e).relation);
  }
  for (Reached& r : order) r.remoteness = best[r.node];
  std::ranges::stable_sort(order, [&](const Reached& a, const Reached& b) {
    if (a.hops != b.hops) return a.hops < b.hops;
    return a.remoteness != b.remoteness ? a.remoteness < b.remoteness : importance(graph, a.node) > importance(graph, b.node);
  });
  return order;
}

}  // namespace

View benchmark(const Graph& graph, const ViewRequest& request) {
  if (request.name.empty()) throw Error("which benchmark? `digestkg leaderboard` lists those with most results", Error::Cause::Usage);
  const NodeId focus = named(graph, request.name, info(Relation::EvaluatedOn).target);
  Selection selection(graph);
  selection.nodes[focus] = true;
  std::size_t methods = 0, results = 0;
  for (const EdgeId id : graph.in_edges(focus)) {
    const Edge& edge = graph.edge(id);
    if (edge.relation != Relation::EvaluatedOn && edge.relation != Relation::OnBenchmark && edge.relation != Relation::Introduces) continue;
    selection.nodes[edge.source] = true;
    methods += edge.relation == Relation::EvaluatedOn;
    results += edge.relation == Relation::OnBenchmark;
  }
  keep_facts_of_results(graph, selection);
  selection.induce(graph);
  for (EdgeId id = 0; id < selection.edges.size(); ++id) {
    const Edge& e = graph.edge(id);
    const bool joins = e.relation == Relation::EvaluatedOn || e.relation == Relation::Introduces || e.relation == Relation::Mentions;
    if (joins && e.target != focus) selection.edges[id] = false;
  }
  return finish(graph, std::move(selection), request, focus, std::string(graph.name(focus)) + ": scores as the papers state them",
                {counted(results, "result", "results") + " are reported and " + counted(methods, "method is", "methods are") +
                 " said to be evaluated on it"});
}

View paper(const Graph& graph, const ViewRequest& request) {
  if (request.name.empty()) throw Error("which paper? give its arXiv id or title", Error::Cause::Usage);
  const NodeId focus = named(graph, request.name, Kind::Paper);
  const std::string_view iri = graph.node(focus).iri;
  const auto said_here = [&](const Claim& claim) { return graph.listing(claim).paper == iri; };
  Selection selection(graph);
  selection.nodes[focus] = true;
  for (const Edge& e : graph.out_edges(focus)) selection.nodes[e.target] = true;
  keep_facts_of_results(graph, selection);
  for (NodeId id = 0; id < graph.nodes().size(); ++id)  // a result's other papers are not this one
    if (id != focus && graph.node(id).kinds.has(Kind::Paper)) selection.nodes[id] = false;
  for (EdgeId id = 0; id < selection.edges.size(); ++id) {
    const Edge& edge = graph.edge(id);
    selection.edges[id] = selection.has(edge) && (edge.source == focus || std::ranges::any_of(graph.claims(edge), said_here));
  }
  const std::string_view date = graph.text(graph.node(focus), Key::Date);
  return finish(graph, copy(graph, selection, said_here), request, focus, std::string(graph.name(focus)),
                {"arXiv " + std::string(graph.text(graph.node(focus), Key::ArxivId)) + " \xC2\xB7 " + std::string(date) +
                 " \xC2\xB7 all that its title and summary state"});
}

View around(const Graph& graph, const ViewRequest& request) {
  if (request.name.empty()) throw Error("around what? give a name, an arXiv id or an IRI", Error::Cause::Usage);
  const NodeId focus = named(graph, request.name);
  const auto order = reach(graph, focus, std::max(1, request.hops));
  const std::size_t limit = request.top > 0 ? request.top : usual_limit;
  Selection selection(graph);
  std::size_t shown = 0, things = 0;
  for (const Reached& r : order) {
    const bool number = graph.node(r.node).kinds.has(Kind::Result);
    things += !number;
    if (!number && shown < limit) selection.nodes[r.node] = true, ++shown;
  }
  for (const Reached& r : order) {  // numbers of what is shown
    const auto of = graph.out_edges(r.node);
    if (!graph.node(r.node).kinds.has(Kind::Result)) continue;
    selection.nodes[r.node] = std::ranges::all_of(of, [&](const Edge& e) {
      return e.relation == Relation::ByMetric || selection.nodes[e.target];
    });
  }
  keep_facts_of_results(graph, selection);
  selection.induce(graph);
  std::vector<std::string> notes;
  notes.push_back(shown < things ? std::to_string(shown) + " of " + counted(things, "thing", "things") + " within " +
                                       counted(static_cast<std::size_t>(std::max(1, request.hops)), "step", "steps") +
                                       ": the nearest, then what is linked most"
                                 : "All " + counted(things, "thing", "things") + " within " +
                                       counted(static_cast<std::size_t>(std::max(1, request.hops)), "step", "steps"));
  return finish(graph, std::move(selection), request, focus, "Around " + std::string(graph.name(focus)), std::move(notes));
}

}  // namespace digestkg::views
