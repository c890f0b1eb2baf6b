// Weighted edges -> communities: nodes move to the neighbouring community that gains most modularity, then each community becomes a
// node and the moving starts again.

#include "graph/louvain.hpp"

#include <algorithm>
#include <numeric>

namespace digestkg {
namespace {

struct Neighbour {
  std::uint32_t node;
  float weight;
};

/// One level: adjacency in rows, and the weight inside each node (twice, as every edge inside was).
struct Level {
  std::vector<std::uint32_t> first;
  std::vector<Neighbour> neighbours;
  std::vector<double> inside;

  std::size_t size() const { return inside.size(); }
  std::span<const Neighbour> of(std::uint32_t node) const {
    return std::span(neighbours).subspan(first[node], first[node + 1] - first[node]);
  }
};

/// Rows of neighbours, parallel edges summed.
Level level_of(std::size_t count, std::vector<WeightedEdge> edges) {
  Level level;
  level.inside.assign(count, 0);
  level.first.assign(count + 1, 0);
  const std::size_t half = edges.size();
  for (std::size_t i = 0; i < half; ++i) {
    if (edges[i].a == edges[i].b) level.inside[edges[i].a] += 2 * static_cast<double>(edges[i].weight);
    else edges.push_back({edges[i].b, edges[i].a, edges[i].weight});
  }
  std::ranges::stable_sort(edges, [](const WeightedEdge& x, const WeightedEdge& y) { return std::pair(x.a, x.b) < std::pair(y.a, y.b); });
  std::uint32_t last = 0;
  for (const WeightedEdge& e : edges) {
    if (e.a == e.b) continue;
    if (level.first[e.a + 1] > 0 && last == e.a && level.neighbours.back().node == e.b) level.neighbours.back().weight += e.weight;
    else level.neighbours.push_back({e.b, e.weight}), ++level.first[e.a + 1];
    last = e.a;
  }
  std::partial_sum(level.first.begin(), level.first.end(), level.first.begin());
  return level;
}

/// Moves nodes until nothing gains; returns the community of each node, or nothing when no node moved.
std::vector<std::uint32_t> move_nodes(const Level& level) {
  const auto count = static_cast<std::uint32_t>(level.size());
  std::vector<double> strength(level.inside), toward(count, 0);
  double all = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    for (const Neighbour& n : level.of(i)) strength[i] += static_cast<double>(n.weight);
    all += strength[i];
  }
  std::vector<double> total(strength);
  std::vector<std::uint32_t> community(count), seen;
  std::iota(community.begin(), community.end(), 0u);
  bool any = false;
  for (int pass = 0; pass < 20; ++pass) {
    std::size_t moved = 0;
    for (std::uint32_t i = 0; i < count; ++i) {
      seen.clear();
      for (const Neighbour& n : level.of(i)) {
        if (toward[community[n.node]] == 0) seen.push_back(community[n.node]);
        toward[community[n.node]] += static_cast<double>(n.weight);
      }
      const std::uint32_t old = community[i];
      total[old] -= strength[i];
      const auto gain = [&](std::uint32_t c) { return toward[c] - total[c] * strength[i] / all; };
      std::uint32_t best = old;
      for (const std::uint32_t c : seen)
        if (gain(c) > gain(best) + 1e-9) best = c;
      total[best] += strength[i];
      if (best != old) community[i] = best, ++moved, any = true;
      for (const std::uint32_t c : seen) toward[c] = 0;
    }
    if (moved <= count / 1000) break;
  }
  if (!any) community.clear();
  return community;
}

}  // namespace

void number_by_size(std::vector<std::uint32_t>& group_of) {
  const std::uint32_t groups = group_of.empty() ? 0 : *std::ranges::max_element(group_of) + 1;
  std::vector<std::uint32_t> size(groups, 0), first(groups, 0), order(groups), rank(groups);
  for (std::uint32_t i = 0; i < group_of.size(); ++i)
    if (size[group_of[i]]++ == 0) first[group_of[i]] = i;
  std::iota(order.begin(), order.end(), 0u);
  std::ranges::sort(order, [&](auto a, auto b) { return size[a] != size[b] ? size[a] > size[b] : first[a] < first[b]; });
  for (std::uint32_t i = 0; i < groups; ++i) rank[order[i]] = i;
  for (auto& group : group_of) group = rank[group];
}

std::vector<std::uint32_t> louvain(std::size_t count, std::span<const WeightedEdge> edges) {
  std::vector<std::uint32_t> member(count);
  std::iota(member.begin(), member.end(), 0u);
  Level level = level_of(count, {edges.begin(), edges.end()});
  for (auto moved = move_nodes(level); !moved.empty(); moved = move_nodes(level)) {
    number_by_size(moved);
    for (auto& m : member) m = moved[m];
    std::vector<WeightedEdge> coarse;
    for (std::uint32_t i = 0; i < level.size(); ++i) {
      if (level.inside[i] > 0) coarse.push_back({moved[i], moved[i], static_cast<float>(level.inside[i] / 2)});
      for (const Neighbour& n : level.of(i))
        if (i < n.node) coarse.push_back({moved[i], moved[n.node], n.weight});
    }
    level = level_of(*std::ranges::max_element(moved) + 1, std::move(coarse));
  }
  number_by_size(member);
  return member;
}

}  // namespace digestkg
