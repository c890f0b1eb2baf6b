// Any one name -> what stands near it, ring by ring.

#include "graph/views.hpp"

#include <algorithm>
#include <numeric>

namespace digestkg::views {
namespace {

constexpr std::size_t usual_limit = 60;

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
  std::size_t hops;
  int remoteness;
};

/// Everything within `hops` of `focus`, ring by ring, the most telling first. Days, tasks and metrics are reached but not passed.
std::vector<std::vector<Reached>> reach(const Graph& graph, NodeId focus, std::size_t hops) {
  std::vector<std::vector<Reached>> rings{{{focus, 0, 0}}};
  std::vector<int> best(graph.nodes().size(), -1);
  best[focus] = 0;
  while (rings.size() <= hops) {
    std::vector<Reached> ring;
    const auto visit = [&](NodeId other, Relation relation) {
      if (best[other] < 0) {
        best[other] = remoteness(relation);
        ring.push_back({other, rings.size(), 0});
      }
      best[other] = std::min(best[other], remoteness(relation));
    };
    for (const Reached& at : rings.back()) {
      if (at.hops > 0 && graph.node(at.node).kinds.any(crossroads)) continue;
      for (const Edge& e : graph.out_edges(at.node)) visit(e.target, e.relation);
      for (const EdgeId e : graph.in_edges(at.node)) visit(graph.edge(e).source, graph.edge(e).relation);
    }
    rings.push_back(std::move(ring));
  }
  for (auto& ring : rings)
    for (Reached& r : ring) r.remoteness = best[r.node];
  return rings;
}

/// How many each ring may show: equal shares, and what a small ring leaves free goes to the others, so that no ring crowds out the next.
std::vector<std::size_t> shares(const std::vector<std::size_t>& sizes, std::size_t limit) {
  std::vector<std::size_t> share(sizes.size(), 0);
  for (bool grew = true; grew && limit > 0;) {
    grew = false;
    for (std::size_t i = 0; i < sizes.size() && limit > 0; ++i)
      if (share[i] < sizes[i]) ++share[i], --limit, grew = true;
  }
  return share;
}

/// Chooses things ring by ring, so that each hangs on something that is shown.
class Choice {
 public:
  Choice(const Graph& graph, const ViewRequest& request) : selection(graph), graph_(graph), request_(request), kinds_(only(request)) {}

  Selection selection;
  std::vector<std::size_t> shown, things;  ///< by ring

  void choose(const std::vector<std::vector<Reached>>& rings) {
    std::vector<std::vector<Reached>> wanted;
    for (const auto& ring : rings) {
      wanted.emplace_back();
      for (const Reached& r : ring)
        if (wants(r)) wanted.back().push_back(r);
      things.push_back(wanted.back().size());
    }
    const auto share = shares(things, request_.top > 0 ? request_.top : usual_limit);
    shown.resize(rings.size());
    std::size_t left = 0;
    for (std::size_t i = 0; i < rings.size(); ++i) left += share[i] - take(wanted[i], share[i], i);
    for (std::size_t i = 0; i < rings.size(); ++i) left -= take(wanted[i], left, i);  // what hung on nothing leaves room
  }

 private:
  bool wants(const Reached& r) const {
    const KindSet kinds = graph_.node(r.node).kinds;
    return !kinds.has(Kind::Result) && (r.hops == 0 || kinds_.empty() || kinds.any(kinds_));
  }
  /// Edges to what is shown. Results do not count: a web does not draw them, and what hung on them alone would float.
  std::size_t links(NodeId id) const {
    const auto on = [&](NodeId other) { return static_cast<bool>(selection.nodes[other]); };
    const auto out = std::ranges::count_if(graph_.out_edges(id), [&](const Edge& e) { return on(e.target); });
    return static_cast<std::size_t>(out + std::ranges::count_if(graph_.in_edges(id), [&](EdgeId e) { return on(graph_.edge(e).source); }));
  }
  std::size_t take(const std::vector<Reached>& ring, std::size_t most, std::size_t hops) {
    std::vector<NodeId> order;
    std::vector<std::pair<int, std::size_t>> telling(graph_.nodes().size());
    for (const Reached& r : ring) {
      const std::size_t linked = hops > 0 ? links(r.node) : 1;
      if (selection.nodes[r.node] || (linked == 0 && kinds_.empty())) continue;
      telling[r.node] = {-r.remoteness, hops > 1 ? linked : 0};
      order.push_back(r.node);
    }
    sort_by(graph_, order, request_.rank.value_or(Measure::PageRank));
    if (!request_.rank) std::ranges::stable_sort(order, [&](NodeId a, NodeId b) { return telling[a] > telling[b]; });
    order.resize(std::min(order.size(), most));
    for (const NodeId id : order) selection.nodes[id] = true;
    shown[hops] += order.size();
    return order.size();
  }

  const Graph& graph_;
  const ViewRequest& request_;
  KindSet kinds_;
};

std::size_t sum(const std::vector<std::size_t>& counts) { return std::accumulate(counts.begin(), counts.end(), std::size_t{0}); }

/// `60 of 3,512 things within 2 steps: 30 of 41 at the first step, 29 of 3,470 at the second; ...`
std::string in_words(const Choice& choice, const ViewRequest& request) {
  const std::size_t hops = choice.things.size() - 1, total = sum(choice.things), shown = sum(choice.shown);
  const std::string all = counted(total, "thing", "things") + " within " + counted(hops, "step", "steps");
  if (shown == total) return "All " + all;
  std::string text = counted(shown, "of ", "of ") + all;
  for (std::size_t hop = 1; hops > 1 && hop <= hops; ++hop)
    text += (hop == 1 ? ": " : ", ") + counted(choice.shown[hop], "of ", "of ") + counted(choice.things[hop], "at step ", "at step ") + std::to_string(hop);
  return text + (hops > 1 ? "; " : ": ") + chosen(request, "what is related before what is mentioned, then those of highest PageRank");
}

}  // namespace

View around(const Graph& graph, const ViewRequest& request) {
  if (request.name.empty()) throw Error("around what? give a name, an arXiv id or an IRI", Error::Cause::Usage);
  const NodeId focus = named(graph, request.name);
  const auto rings = reach(graph, focus, static_cast<std::size_t>(std::max(1, request.hops)));
  Choice choice(graph, request);
  choice.choose(rings);
  Selection& selection = choice.selection;
  for (const auto& ring : rings)
    for (const Reached& r : ring) {  // numbers of what is shown
      if (!graph.node(r.node).kinds.has(Kind::Result)) continue;
      const auto of = graph.out_edges(r.node);
      selection.nodes[r.node] = std::ranges::all_of(of, [&](const Edge& e) { return e.relation == Relation::ByMetric || selection.nodes[e.target]; });
    }
  keep_facts_of_results(graph, selection);
  selection.induce(graph);
  return finish(graph, std::move(selection), request, focus, "Around " + std::string(graph.name(focus)), {in_words(choice, request)});
}

}  // namespace digestkg::views
