// Who outperforms whom on one benchmark by one metric -> circles: papers that contradict each other.

#include "graph/check_parts.hpp"
#include "graph/result_facts.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

namespace digestkg {
namespace {

/// Benchmark and metric that a sentence gives numbers for.
using Context = std::pair<NodeId, std::optional<NodeId>>;
using Place = std::tuple<std::uint32_t, Field, std::uint32_t, std::uint32_t>;

/// winner -> loser -> a claim that says so
using Wins = std::map<NodeId, std::map<NodeId, Claim>>;

Place place(const Claim& claim) { return {claim.listing, claim.field, claim.begin, claim.end}; }

std::multimap<Place, Context> contexts_of_sentences(const Graph& graph) {
  std::multimap<Place, Context> contexts;
  for (NodeId id = 0; id < graph.nodes().size(); ++id) {
    if (!graph.node(id).kinds.has(Kind::Result)) continue;
    const ResultFacts facts = facts_of(graph, id);
    if (!facts.benchmark) continue;
    for (const Claim& claim : graph.claims(graph.node(id))) contexts.emplace(place(claim), Context(*facts.benchmark, facts.metric));
  }
  return contexts;
}

/// A statement without a number's context in its sentence contradicts nothing: it may be about another benchmark.
std::map<Context, Wins> wins_by_context(const Graph& graph) {
  const auto contexts = contexts_of_sentences(graph);
  std::map<Context, Wins> wins;
  for (const Edge& edge : graph.edges()) {
    if (edge.relation != Relation::Outperforms) continue;
    for (const Claim& claim : graph.claims(edge)) {
      const auto [begin, end] = contexts.equal_range(place(claim));
      for (auto at = begin; at != end; ++at) wins[at->second][edge.source].try_emplace(edge.target, claim);
    }
  }
  return wins;
}

/// The shortest way from `from` back to itself; empty when there is none.
std::vector<NodeId> shortest_circle(const Wins& wins, NodeId from) {
  std::map<NodeId, NodeId> came_from;
  std::vector<NodeId> queue{from};
  for (std::size_t next = 0; next < queue.size(); ++next) {
    const auto losers = wins.find(queue[next]);
    if (losers == wins.end()) continue;
    for (const auto& [loser, claim] : losers->second) {
      if (loser == from) {
        std::vector<NodeId> circle{from};
        for (NodeId at = queue[next]; at != from; at = came_from.at(at)) circle.push_back(at);
        circle.push_back(from);
        std::ranges::reverse(circle);
        return circle;
      }
      if (came_from.try_emplace(loser, queue[next]).second) queue.push_back(loser);
    }
  }
  return {};
}

}  // namespace

void check_cycles(const Graph& graph, std::vector<Fault>& faults) {
  for (const auto& [context, wins] : wins_by_context(graph)) {
    std::vector<NodeId> told_of;
    for (const auto& [method, losers] : wins) {
      if (std::ranges::find(told_of, method) != told_of.end()) continue;
      const std::vector<NodeId> circle = shortest_circle(wins, method);
      if (circle.empty()) continue;
      told_of.insert(told_of.end(), circle.begin(), circle.end());
      Fault fault{FaultKind::Cycle, std::string(graph.node(context.first).iri), std::string(graph.name(circle.front())), {}};
      for (std::size_t i = 1; i < circle.size(); ++i) {
        fault.message.append(" outperforms ").append(graph.name(circle[i]));
        fault.sentences.push_back(told(graph, wins.at(circle[i - 1]).at(circle[i])));
      }
      fault.message.append(" on ").append(graph.name(context.first));
      if (context.second) fault.message.append(" by ").append(graph.name(*context.second));
      faults.push_back(std::move(fault));
    }
  }
}

}  // namespace digestkg
