// A request -> the view it asks for.

#include "graph/views.hpp"

#include <digestkg/analysis.hpp>

#include <algorithm>
#include <map>
#include <set>

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

KindSet only(const ViewRequest& request) {
  KindSet kinds;
  for (const Kind kind : request.only) kinds = kinds | kind;
  return kinds;
}

std::vector<NodeId> ends_by(const Graph& graph, const std::vector<std::pair<NodeId, NodeId>>& pairs, Measure measure) {
  std::vector<NodeId> nodes;
  for (const auto& [a, b] : pairs) nodes.insert(nodes.end(), {a, b});
  std::ranges::sort(nodes);
  nodes.erase(std::ranges::unique(nodes).begin(), nodes.end());
  sort_by(graph, nodes, measure);
  std::map<NodeId, std::size_t> place;
  for (const NodeId id : nodes) place.emplace(id, place.size());
  auto order = pairs;
  std::ranges::stable_sort(order, {}, [&](const auto& pair) {
    const auto [first, last] = std::minmax({place[pair.first], place[pair.second]});
    return std::pair(last, first);
  });
  std::vector<NodeId> ends;
  std::set<NodeId> seen;
  for (const auto& [a, b] : order)
    for (const NodeId end : {a, b})
      if (seen.insert(end).second) ends.push_back(end);
  return ends;
}

void need(const ViewRequest& request, KindSet needed, std::string_view view) {
  const KindSet kinds = only(request);
  if (kinds.empty() || kinds.any(needed)) return;
  std::string names;
  for (const KindInfo& kind : digestkg::kinds())
    if (needed.has(kind.kind)) (names += names.empty() ? "" : " and ") += kind.plural;
  throw Error("--only leaves nothing to show: the view " + std::string(view) + " is of " + names, Error::Cause::Usage);
}

std::string chosen(const ViewRequest& request, std::string_view usual) {
  if (!request.rank) return std::string(usual);
  return *request.rank == Measure::PageRank ? "those of highest PageRank" : "those with most links";
}

void narrow(const Graph& graph, Selection& selection, const ViewRequest& request, std::optional<NodeId> focus) {
  const KindSet kinds = only(request);
  if (kinds.empty()) return;
  for (NodeId id = 0; id < graph.nodes().size(); ++id)
    if (id != focus && !graph.node(id).kinds.any(kinds)) selection.nodes[id] = false;
}

View finish(const Graph& graph, Copy copy, const ViewRequest& request, std::optional<NodeId> focus, std::string title,
            std::vector<std::string> notes) {
  for (std::string& limit : limits_in_words(request)) notes.push_back(std::move(limit));
  View view;
  view.kind = request.kind;
  view.hops = request.hops;
  view.graph = measured(copy.builder.finish());
  if (focus) view.focus = view.graph.find(graph.node(*focus).iri);
  view.title = std::move(title);
  view.notes = std::move(notes);
  return view;
}

View finish(const Graph& graph, Selection selection, const ViewRequest& request, std::optional<NodeId> focus, std::string title,
            std::vector<std::string> notes) {
  narrow(graph, selection, request, focus);
  return finish(graph, copy(graph, selection), request, focus, std::move(title), std::move(notes));
}

namespace {

View everything(const Graph& graph, const ViewRequest& request) {
  Selection all(graph);
  all.nodes.flip();
  all.edges.flip();
  narrow(graph, all, request, std::nullopt);
  std::vector<NodeId> order;
  for (NodeId id = 0; id < graph.nodes().size(); ++id)
    if (all.nodes[id]) order.push_back(id);
  std::vector<std::string> notes;
  if (request.top > 0 && request.top < order.size()) {
    notes.push_back(std::to_string(request.top) + " of " + counted(order.size(), "node", "nodes") + ": " + chosen(request, "those of highest PageRank"));
    sort_by(graph, order, request.rank.value_or(Measure::PageRank));
    for (std::size_t i = request.top; i < order.size(); ++i) all.nodes[order[i]] = false;
  }
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
      throw Error("nothing about `" + request.name + "` is left by the days, the confidence and the weight asked for");
  }
  return views::dispatch(*left, request);
}

View whole(Graph graph) {
  const auto papers = static_cast<std::size_t>(std::ranges::count_if(graph.nodes(), [](const Node& n) { return n.kinds.has(Kind::Paper); }));
  View view;
  view.kind = ViewKind::Whole;
  view.title = "What " + counted(papers, "paper says", "papers say");
  view.graph = std::move(graph);
  return view;
}

}  // namespace digestkg
