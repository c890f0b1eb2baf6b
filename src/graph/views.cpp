// A request -> the view it asks for.

#include "graph/views.hpp"

#include <digestkg/analysis.hpp>

#include <algorithm>

namespace digestkg {
namespace views {

NodeId named(const Graph& graph, std::string_view name, KindSet kinds) {
  const auto found = find_named(graph, name, kinds);
  if (!found.empty()) return found.front();
  std::string what;
  for (const KindInfo& kind : digestkg::kinds())
    if (kinds.has(kind.kind)) (what += what.empty() ? "" : " or ") += kind.record;
  std::string message = "no " + (what.empty() ? std::string("name") : what) + " `" + std::string(name) + "` in this graph";
  const auto near = nearest_names(graph, name, 5, kinds);
  for (std::size_t i = 0; i < near.size(); ++i) message += (i == 0 ? "; near it: " : ", ") + near[i];
  throw Error(message);
}

std::string counted(std::size_t count, std::string_view singular, std::string_view plural) {
  std::string digits = std::to_string(count);
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) digits.insert(static_cast<std::size_t>(at), 1, ',');
  return digits + ' ' + std::string(count == 1 ? singular : plural);
}

std::vector<std::string> limits_in_words(const ViewRequest& request) {
  std::vector<std::string> words;
  if (!request.since.empty() && !request.until.empty()) words.push_back("From " + request.since + " to " + request.until);
  else if (!request.since.empty()) words.push_back("Since " + request.since);
  else if (!request.until.empty()) words.push_back("Until " + request.until);
  const auto decimal = [](double number) {
    StringOutput out;
    out << number;
    return out.text();
  };
  if (request.min_confidence > 0) words.push_back("Confidence at least " + decimal(request.min_confidence));
  if (request.min_weight > 0) words.push_back("Weight at least " + decimal(request.min_weight));
  if (!request.only.empty()) {
    std::string kinds;
    for (const Kind kind : request.only) (kinds += kinds.empty() ? "Only " : ", ") += info(kind).plural;
    words.push_back(kinds);
  }
  return words;
}

View finish(const Graph& graph, Copy copy, const ViewRequest& request, std::optional<NodeId> focus, std::string title,
            std::vector<std::string> notes) {
  for (std::string& limit : limits_in_words(request)) notes.push_back(std::move(limit));
  View view;
  view.kind = request.kind;
  view.graph = measured(copy.builder.finish());
  if (focus) view.focus = view.graph.find(graph.node(*focus).iri);
  view.title = std::move(title);
  view.notes = std::move(notes);
  return view;
}

View finish(const Graph& graph, Selection selection, const ViewRequest& request, std::optional<NodeId> focus, std::string title,
            std::vector<std::string> notes) {
  KindSet only;
  for (const Kind kind : request.only) only = only | kind;
  if (!only.empty())
    for (NodeId id = 0; id < graph.nodes().size(); ++id)
      if (id != focus && !graph.node(id).kinds.any(only)) selection.nodes[id] = false;
  for (EdgeId id = 0; id < graph.edges().size(); ++id)
    if (selection.edges[id] && info(graph.edge(id).relation).from_text &&
        static_cast<double>(weight_of(graph, graph.edge(id))) < request.min_weight)
      selection.edges[id] = false;
  return finish(graph, copy(graph, selection), request, focus, std::move(title), std::move(notes));
}

namespace {

View everything(const Graph& graph, const ViewRequest& request) {
  Selection all(graph);
  all.nodes.flip();
  all.edges.flip();
  if (request.top > 0 && request.top < graph.nodes().size()) {
    std::vector<NodeId> order(graph.nodes().size());
    for (NodeId id = 0; id < order.size(); ++id) order[id] = id;
    std::ranges::stable_sort(order, [&](NodeId a, NodeId b) { return importance(graph, a) > importance(graph, b); });
    for (std::size_t i = request.top; i < order.size(); ++i) all.nodes[order[i]] = false;
  }
  std::vector<std::string> notes;
  if (request.top > 0 && request.top < graph.nodes().size())
    notes.push_back(std::to_string(request.top) + " of " + counted(graph.nodes().size(), "node", "nodes") + ": the most linked");
  return finish(graph, std::move(all), request, std::nullopt, whole(graph).title, std::move(notes));
}

View dispatch(const Graph& graph, const ViewRequest& request) {
  switch (request.kind) {
    case ViewKind::Whole: return everything(graph, request);
    case ViewKind::Around: return around(graph, request);
    case ViewKind::Authors: return authors(graph, request);
    case ViewKind::Benchmark: return benchmark(graph, request);
    case ViewKind::Outperforms: return outperforms(graph, request);
    case ViewKind::Paper: return paper(graph, request);
    case ViewKind::Timeline: return timeline(graph, request);
  }
  throw Error("no such view");
}

}  // namespace
}  // namespace views

View make_view(const Graph& graph, const ViewRequest& request) {
  const std::optional<Graph> left = within_limits(graph, request);
  if (!left) return views::dispatch(graph, request);
  if (!request.name.empty()) {
    const auto meant = find_named(graph, request.name);
    if (!meant.empty() && !left->find(graph.node(meant.front()).iri))
      throw Error("nothing about `" + request.name + "` is left by the days and the confidence asked for");
  }
  return views::dispatch(*left, request);
}

View whole(Graph graph) {
  const auto papers = static_cast<std::size_t>(std::ranges::count_if(graph.nodes(), [](const Node& n) { return n.kinds.has(Kind::Paper); }));
  View view;
  view.kind = ViewKind::Whole;
  view.title = "What " + views::counted(papers, "paper says", "papers say");
  view.graph = std::move(graph);
  return view;
}

}  // namespace digestkg
