// Outperforms edges -> who beats whom: around a method, on a benchmark, or the best-connected comparisons of all.

#include "graph/views.hpp"

#include <digestkg/leaderboard.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace digestkg::views {
namespace {

constexpr std::size_t usual_limit = 32;

using Place = std::tuple<std::uint32_t, Field, std::uint32_t>;
Place place(const Claim& claim) { return {claim.listing, claim.field, claim.begin}; }

/// Comparisons and, for each method, those that it takes part in.
struct Contest {
  std::vector<EdgeId> edges;
  std::map<NodeId, std::vector<EdgeId>> of;
  std::size_t degree(NodeId id) const { return of.at(id).size(); }
};

/// Sentences that speak of the benchmark.
std::set<Place> sentences_on(const Graph& graph, NodeId benchmark) {
  std::set<Place> places;
  for (const EdgeId id : graph.in_edges(benchmark))
    for (const Claim& claim : graph.claims(graph.edge(id))) places.insert(place(claim));
  return places;
}

Contest contest(const Graph& graph, std::optional<NodeId> benchmark) {
  const std::set<Place> places = benchmark ? sentences_on(graph, *benchmark) : std::set<Place>{};
  const std::string_view name = benchmark ? graph.name(*benchmark) : std::string_view{};
  Contest out;
  for (EdgeId id = 0; id < graph.edges().size(); ++id) {
    const Edge& edge = graph.edge(id);
    if (edge.relation != Relation::Outperforms) continue;
    const auto on_it = [&](const Claim& c) { return places.contains(place(c)) || graph.sentence(c).find(name) != std::string_view::npos; };
    if (benchmark && std::ranges::none_of(graph.claims(edge), on_it)) continue;
    out.edges.push_back(id);
    out.of[edge.source].push_back(id);
    if (edge.target != edge.source) out.of[edge.target].push_back(id);
  }
  return out;
}

/// All that comparisons join to `seed`: the nearest first, of them the best connected, or the first by `measure`.
std::vector<NodeId> nearest_first(const Graph& graph, const Contest& contest, NodeId seed, std::optional<Measure> measure) {
  std::map<NodeId, std::size_t> distance{{seed, 0}};
  std::vector<NodeId> reached{seed};
  for (std::size_t i = 0; i < reached.size(); ++i)
    for (const EdgeId id : contest.of.at(reached[i])) {
      const NodeId other = graph.edge(id).source == reached[i] ? graph.edge(id).target : graph.edge(id).source;
      if (distance.emplace(other, distance[reached[i]] + 1).second) reached.push_back(other);
    }
  std::ranges::sort(reached, [&](NodeId a, NodeId b) {
    return contest.degree(a) != contest.degree(b) ? contest.degree(a) > contest.degree(b) : a < b;
  });
  if (measure) sort_by(graph, reached, *measure);
  std::ranges::stable_sort(reached, {}, [&](NodeId id) { return distance[id]; });
  return reached;
}

/// Methods in the order of their strongest comparison: one whose both ends stand in many, then one that many sentences state. What
/// hangs on the rest by one comparison alone comes last, so the picture is a web of rivals and not a star.
std::vector<NodeId> strongest_first(const Graph& graph, const Contest& contest) {
  std::vector<EdgeId> order = contest.edges;
  const auto strength = [&](EdgeId id) {
    const Edge& edge = graph.edge(id);
    const auto [low, high] = std::minmax({contest.degree(edge.source), contest.degree(edge.target)});  // a list: values, not references
    return std::tuple(low, weight_of(graph, edge), high);
  };
  std::ranges::stable_sort(order, [&](EdgeId a, EdgeId b) { return strength(a) > strength(b); });
  std::vector<NodeId> methods;
  std::set<NodeId> seen;
  for (const EdgeId id : order)
    for (const NodeId end : {graph.edge(id).source, graph.edge(id).target})
      if (seen.insert(end).second) methods.push_back(end);
  return methods;
}

std::vector<NodeId> by_measure(const Graph& graph, const Contest& contest, Measure measure) {
  std::vector<std::pair<NodeId, NodeId>> pairs;
  pairs.reserve(contest.edges.size());
  for (const EdgeId id : contest.edges) pairs.emplace_back(graph.edge(id).source, graph.edge(id).target);
  return ends_by(graph, pairs, measure);
}

/// Keeps the results that give a comparison its numbers, with their benchmarks, metrics and papers' names left out.
void keep_numbers(const Graph& graph, const Contest& contest, std::optional<NodeId> benchmark, Selection& selection) {
  for (const EdgeId id : contest.edges) {
    if (!selection.edges[id]) continue;
    for (const Comparison& c : stated_comparisons(graph, graph.edge(id)))
      if (!benchmark || c.winner.benchmark == benchmark) {
        const auto keep = [&](NodeId method) {
          for (const EdgeId of : graph.in_edges(method)) {
            const NodeId result = graph.edge(of).source;
            if (graph.edge(of).relation != Relation::OfMethod) continue;
            const Score score = score_of(graph, result);
            if (score.benchmark != c.winner.benchmark || score.metric != c.winner.metric || score.paper != c.winner.paper) continue;
            selection.nodes[result] = selection.nodes[*score.benchmark] = true;
            if (score.metric) selection.nodes[*score.metric] = true;
            if (score.paper) selection.nodes[*score.paper] = true;
          }
        };
        keep(graph.edge(id).source);
        keep(graph.edge(id).target);
      }
  }
}

bool belongs_to_a_number(Relation relation) {
  return relation == Relation::Reports || relation == Relation::OfMethod || relation == Relation::OnBenchmark ||
         relation == Relation::ByMetric || relation == Relation::OverBaseline;
}

}  // namespace

View outperforms(const Graph& graph, const ViewRequest& request) {
  need(request, Kind::Method, "outperforms");
  std::optional<NodeId> focus, benchmark;
  if (!request.name.empty()) focus = named(graph, request.name, named_things);
  if (focus && !graph.node(*focus).kinds.has(Kind::Method)) benchmark = focus;
  const Contest all = contest(graph, benchmark);
  const bool around = focus && !benchmark;
  if (all.edges.empty() || (around && !all.of.contains(*focus)))
    throw Error("nothing is said to outperform anything" + (focus ? " with `" + request.name + "`" : std::string()));

  std::vector<NodeId> methods = around         ? nearest_first(graph, all, *focus, request.rank)
                                : request.rank ? by_measure(graph, all, *request.rank)
                                               : strongest_first(graph, all);
  const std::size_t reached = methods.size();
  methods.resize(std::min(reached, request.top > 0 ? request.top : usual_limit));
  Selection selection(graph);
  for (const NodeId id : methods) selection.nodes[id] = true;
  std::size_t shown = 0;
  std::set<NodeId> joined;
  for (const EdgeId id : all.edges)
    if (selection.has(graph.edge(id))) {
      selection.edges[id] = true;
      ++shown;
      joined.insert({graph.edge(id).source, graph.edge(id).target});
    }
  for (const NodeId id : methods) selection.nodes[id] = joined.contains(id);
  keep_numbers(graph, all, benchmark, selection);
  if (benchmark) selection.nodes[*benchmark] = true;
  for (EdgeId id = 0; id < graph.edges().size(); ++id)
    if (belongs_to_a_number(graph.edge(id).relation)) selection.edges[id] = selection.has(graph.edge(id));

  std::vector<std::string> notes;
  const std::size_t left = joined.size();
  notes.push_back(left < reached ? std::to_string(left) + " of " + counted(reached, "method", "methods") + " shown, " +
                                       chosen(request, around ? "the nearest" : "those with most comparisons") + "; " +
                                       counted(shown, "comparison", "comparisons")
                                 : "All " + counted(reached, "method", "methods") + " and " + counted(shown, "comparison", "comparisons"));
  const std::string about = benchmark ? " on " : around ? ", around " : "";
  return finish(graph, std::move(selection), request, focus, "Who outperforms whom" + about + std::string(focus ? graph.name(*focus) : ""),
                std::move(notes));
}

}  // namespace digestkg::views
