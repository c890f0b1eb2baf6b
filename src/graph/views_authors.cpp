// Author edges -> who writes with whom: authors joined by their joint papers.

#include "graph/views.hpp"

#include <digestkg/analysis.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace digestkg::views {
namespace {

constexpr std::size_t usual_limit = 45;
constexpr std::size_t least_joint = 2;
/// A paper of more authors is counted for each and joins none: their pairs say little of who works with whom, and there are too many.
constexpr std::size_t most_authors = 1000;

struct Pair {
  NodeId a, b;
  std::size_t papers;
};

struct Writing {
  std::vector<std::size_t> papers;  ///< by NodeId
  std::vector<Pair> pairs;          ///< with at least the joint papers asked for
};

Writing writing(const Graph& graph, std::size_t least) {
  Writing out;
  out.papers.resize(graph.nodes().size());
  std::map<std::pair<NodeId, NodeId>, std::size_t> joint;
  std::vector<NodeId> authors;
  for (NodeId id = 0; id < graph.nodes().size(); ++id) {
    if (!graph.node(id).kinds.has(Kind::Paper)) continue;
    authors.clear();
    for (const Edge& e : graph.out_edges(id))
      if (e.relation == Relation::Author) authors.push_back(e.target);
    for (const NodeId author : authors) ++out.papers[author];
    if (authors.size() > most_authors) continue;
    for (std::size_t i = 0; i < authors.size(); ++i)
      for (std::size_t j = i + 1; j < authors.size(); ++j) ++joint[std::minmax(authors[i], authors[j])];
  }
  for (const auto& [pair, papers] : joint)
    if (papers >= least) out.pairs.push_back({pair.first, pair.second, papers});
  return out;
}

/// The graph of co-authors alone, so that groups can be found in it.
Graph co_authors(const Graph& graph, const Writing& writing, const std::vector<bool>& keep) {
  Selection selection(graph);
  for (const Pair& pair : writing.pairs)
    if (keep[pair.a] && keep[pair.b]) selection.nodes[pair.a] = selection.nodes[pair.b] = true;
  Copy out = copy(graph, selection);
  for (NodeId id = 0; id < selection.nodes.size(); ++id)
    if (selection.nodes[id]) out.builder.set_node(out.handles[id], Key::Papers, static_cast<std::int64_t>(writing.papers[id]));
  for (const Pair& pair : writing.pairs) {
    if (!keep[pair.a] || !keep[pair.b]) continue;
    const auto edge = out.builder.edge(out.handles[pair.a], Relation::CoAuthor, out.handles[pair.b]);
    out.builder.set_edge(edge, Key::Papers, static_cast<std::int64_t>(pair.papers));
  }
  return out.builder.finish();
}

/// Authors of the largest groups, those with most papers first, each group as a whole before the next.
std::vector<NodeId> by_group(const Graph& graph, const Writing& writing) {
  const Graph joined = co_authors(graph, writing, std::vector<bool>(graph.nodes().size(), true));
  const auto group = components(joined);
  std::vector<NodeId> order(joined.nodes().size());
  for (NodeId id = 0; id < order.size(); ++id) order[id] = id;
  const auto papers = [&](NodeId id) { return std::get<std::int64_t>(*joined.value(joined.node(id), Key::Papers)); };
  std::ranges::stable_sort(order, [&](NodeId a, NodeId b) { return group[a] != group[b] ? group[a] < group[b] : papers(a) > papers(b); });
  for (NodeId& id : order) id = graph.find(joined.node(id).iri).value_or(id);  // all of them are there
  return order;
}

/// The author, then co-authors by joint papers, `hops` steps far.
std::vector<NodeId> around(const Writing& writing, NodeId focus, int hops) {
  std::vector<NodeId> order{focus};
  std::set<NodeId> seen{focus};
  std::size_t ring = 0;
  for (int hop = 0; hop < std::max(1, hops); ++hop) {
    std::map<NodeId, std::size_t> next;
    const std::set<NodeId> inner(order.begin() + static_cast<std::ptrdiff_t>(ring), order.end());
    ring = order.size();
    for (const Pair& pair : writing.pairs) {
      if (inner.contains(pair.a) && !seen.contains(pair.b)) next[pair.b] += pair.papers;
      if (inner.contains(pair.b) && !seen.contains(pair.a)) next[pair.a] += pair.papers;
    }
    std::vector<std::pair<NodeId, std::size_t>> sorted(next.begin(), next.end());
    std::ranges::stable_sort(sorted, [](const auto& a, const auto& b) { return a.second > b.second; });
    for (const auto& [id, papers] : sorted) order.push_back(id), seen.insert(id);
  }
  return order;
}

}  // namespace

View authors(const Graph& graph, const ViewRequest& request) {
  need(request, Kind::Author, "authors");
  std::optional<NodeId> focus;
  if (!request.name.empty()) focus = named(graph, request.name, Kind::Author);
  const std::size_t usual = focus ? 1 : least_joint;
  const auto least = request.min_weight > 0 ? static_cast<std::size_t>(request.min_weight) : usual;
  const Writing all = writing(graph, std::max<std::size_t>(1, least));
  std::vector<NodeId> order = focus ? around(all, *focus, request.hops) : by_group(graph, all);
  const std::size_t total = order.size();
  if (total < 2) throw Error("no two authors share " + counted(least, "paper", "papers"));
  if (request.rank && !focus) {
    std::vector<std::pair<NodeId, NodeId>> pairs;
    pairs.reserve(all.pairs.size());
    for (const Pair& pair : all.pairs) pairs.emplace_back(pair.a, pair.b);
    order = ends_by(graph, pairs, *request.rank);
  }
  order.resize(std::min(total, request.top > 0 ? request.top : usual_limit));

  std::vector<bool> keep(graph.nodes().size());
  for (const NodeId id : order) keep[id] = true;
  const Graph part = co_authors(graph, all, keep);
  Selection everything(part);
  everything.nodes.flip();
  everything.edges.flip();
  const std::size_t shown = part.nodes().size();
  std::vector<std::string> notes;
  const std::string joined = " with at least " + counted(least, "joint paper", "joint papers");
  notes.push_back(shown < total ? std::to_string(shown) + " of " + counted(total, "author", "authors") + joined +
                                      ": " + (focus ? "the closest" : chosen(request, "those with most papers in the largest groups"))
                                : "All " + counted(shown, "author", "authors") + joined);
  ViewRequest rest = request;
  rest.min_weight = 0;  // said above already
  const auto seed = focus ? part.find(graph.node(*focus).iri) : std::nullopt;
  return finish(part, copy(part, everything), rest, seed, focus ? "Who writes with " + request.name : "Who writes with whom", std::move(notes));
}

}  // namespace digestkg::views
