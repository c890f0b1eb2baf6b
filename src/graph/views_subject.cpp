// One benchmark or one paper -> everything said about it.

#include "graph/views.hpp"

#include <algorithm>

namespace digestkg::views {
namespace {

/// Leaves the `top` most important of the selected nodes of `kinds`, and no results and papers that stand for the others alone.
std::string keep_top(const Graph& graph, Selection& selection, const ViewRequest& request, NodeId focus, KindSet kinds, std::string_view plural) {
  if (request.top == 0) return {};
  std::vector<NodeId> nodes;
  for (NodeId id = 0; id < graph.nodes().size(); ++id)
    if (selection.nodes[id] && id != focus && graph.node(id).kinds.any(kinds)) nodes.push_back(id);
  if (nodes.size() <= request.top) return {};
  sort_by(graph, nodes, request.rank.value_or(Measure::PageRank));
  for (std::size_t i = request.top; i < nodes.size(); ++i) selection.nodes[nodes[i]] = false;
  const auto selected = [&](NodeId id) { return static_cast<bool>(selection.nodes[id]); };
  for (NodeId id = 0; id < graph.nodes().size(); ++id) {
    if (!selected(id) || !graph.node(id).kinds.has(Kind::Result)) continue;
    const auto of_shown = [&](const Edge& e) { return e.relation == Relation::OfMethod && selected(e.target); };
    selection.nodes[id] = std::ranges::any_of(graph.out_edges(id), of_shown);
  }
  for (NodeId id = 0; id < graph.nodes().size(); ++id) {
    if (!selected(id) || id == focus || !graph.node(id).kinds.any(Kind::Paper | Kind::Metric)) continue;
    const auto to_shown = [&](const Edge& e) { return selected(e.target); };
    const auto from_shown = [&](EdgeId e) { return selected(graph.edge(e).source); };
    selection.nodes[id] = std::ranges::any_of(graph.out_edges(id), to_shown) || std::ranges::any_of(graph.in_edges(id), from_shown);
  }
  return std::to_string(request.top) + " of " + counted(nodes.size(), plural, plural) + ": " + chosen(request, "those of highest PageRank");
}

}  // namespace

void keep_facts_of_results(const Graph& graph, Selection& selection) {
  for (NodeId id = 0; id < graph.nodes().size(); ++id) {
    if (!selection.nodes[id] || !graph.node(id).kinds.has(Kind::Result)) continue;
    for (const Edge& e : graph.out_edges(id)) selection.nodes[e.target] = true;
    for (const EdgeId e : graph.in_edges(id)) selection.nodes[graph.edge(e).source] = true;
  }
}

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
  const std::string top = keep_top(graph, selection, request, focus, Kind::Method, "methods");
  selection.induce(graph);
  for (EdgeId id = 0; id < selection.edges.size(); ++id) {
    const Edge& e = graph.edge(id);
    const bool joins = e.relation == Relation::EvaluatedOn || e.relation == Relation::Introduces || e.relation == Relation::Mentions;
    if (joins && e.target != focus) selection.edges[id] = false;
  }
  std::vector<std::string> notes{counted(results, "result", "results") + " are reported and " + counted(methods, "method is", "methods are") +
                                 " said to be evaluated on it"};
  if (!top.empty()) notes.push_back(top);
  return finish(graph, std::move(selection), request, focus, std::string(graph.name(focus)) + ": scores as the papers state them", std::move(notes));
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
  const std::string top = keep_top(graph, selection, request, focus, named_things | Kind::Author | Kind::Task, "things");
  for (EdgeId id = 0; id < selection.edges.size(); ++id) {
    const Edge& edge = graph.edge(id);
    selection.edges[id] = selection.has(edge) && (edge.source == focus || std::ranges::any_of(graph.claims(edge), said_here));
  }
  narrow(graph, selection, request, focus);
  const bool all = top.empty() && request.only.empty() && request.min_weight <= 0 && request.min_confidence <= 0;
  std::vector<std::string> notes{"arXiv " + std::string(graph.text(graph.node(focus), Key::ArxivId)) + " \xC2\xB7 " +
                                 std::string(graph.text(graph.node(focus), Key::Date)) +
                                 (all ? " \xC2\xB7 all that its title and summary state" : "")};
  if (!top.empty()) notes.push_back(top);
  return finish(graph, copy(graph, selection, said_here), request, focus, std::string(graph.name(focus)), std::move(notes));
}

}  // namespace digestkg::views
