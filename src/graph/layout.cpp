// An undirected graph -> a map of it. Leaves are taken off, communities of the rest are placed like discs, each is laid out by itself, and
// the leaves come back on a spiral round what they hang on. Other components than the largest lie in a field of their own.

#include "graph/layout.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace digestkg {
namespace {

constexpr float golden_angle = 2.39996323F;
constexpr float leaf_mass = 0.35F;
constexpr std::uint32_t none = Layout::no_island;

Point on_spiral(std::size_t place, float radius, float turn = 0) {
  const float angle = static_cast<float>(place) * golden_angle + turn;
  return {radius * std::cos(angle), radius * std::sin(angle)};
}
float root(std::size_t number) { return std::sqrt(static_cast<float>(number)); }

class Cartographer {
 public:
  Cartographer(std::size_t count, std::span<const WeightedEdge> edges) : count_(count), edges_(edges), near_(count) {
    for (const WeightedEdge& edge : edges) {
      if (edge.a == edge.b) continue;
      near_[edge.a].push_back(edge.b);
      near_[edge.b].push_back(edge.a);
    }
  }

  Layout draw() {
    map_.at.resize(count_);
    map_.island.assign(count_, none);
    if (count_ == 0) return std::move(map_);
    find_components();
    find_core();
    if (!core_.empty()) {
      place_islands();
      for (std::uint32_t island = 0; island < members_.size(); ++island) fill_island(island);
    }
    hang_leaves();
    place_components();
    return std::move(map_);
  }

 private:
  void find_components() {
    component_.assign(count_, none);
    std::vector<std::size_t> sizes;
    std::vector<std::uint32_t> stack;
    for (std::uint32_t start = 0; start < count_; ++start) {
      if (component_[start] != none) continue;
      const auto number = static_cast<std::uint32_t>(sizes.size());
      sizes.push_back(0);
      component_[start] = number;
      stack.assign(1, start);
      while (!stack.empty()) {
        const std::uint32_t node = stack.back();
        stack.pop_back();
        ++sizes[number];
        for (const std::uint32_t next : near_[node])
          if (component_[next] == none) {
            component_[next] = number;
            stack.push_back(next);
          }
      }
    }
    components_ = sizes.size();
    largest_ = static_cast<std::uint32_t>(std::ranges::max_element(sizes) - sizes.begin());
  }

  bool in_core(std::uint32_t node) const { return core_index_[node] != none; }

  /// What has more than one neighbour in the largest component; with its edges, which weigh less at hubs, and its communities.
  void find_core() {
    core_index_.assign(count_, none);
    for (std::uint32_t node = 0; node < count_; ++node)
      if (component_[node] == largest_ && near_[node].size() > 1) {
        core_index_[node] = static_cast<std::uint32_t>(core_.size());
        core_.push_back(node);
      }
    leaves_.assign(core_.size(), 0);
    for (const WeightedEdge& edge : edges_) {
      if (edge.a == edge.b || component_[edge.a] != largest_) continue;
      const float weight = std::min(1.0F, 20.0F / static_cast<float>(std::max(near_[edge.a].size(), near_[edge.b].size())));
      if (in_core(edge.a) && in_core(edge.b)) core_edges_.push_back({core_index_[edge.a], core_index_[edge.b], weight});
      else if (in_core(edge.a)) ++leaves_[core_index_[edge.a]];
      else if (in_core(edge.b)) ++leaves_[core_index_[edge.b]];
    }
    if (core_.empty()) return;
    island_ = louvain(core_.size(), core_edges_);
    members_.resize(*std::ranges::max_element(island_) + 1);
    for (std::uint32_t i = 0; i < core_.size(); ++i) members_[island_[i]].push_back(i);
  }

  float mass(std::uint32_t core) const { return 1 + leaf_mass * static_cast<float>(leaves_[core]); }
  float radius(std::size_t island) const { return 12 * std::sqrt(size_[island]); }

  void place_islands() {
    const std::size_t count = members_.size();
    size_.assign(count, 0);
    for (std::uint32_t i = 0; i < core_.size(); ++i) size_[island_[i]] += mass(i);
    std::map<std::pair<std::uint32_t, std::uint32_t>, float> between;
    for (const WeightedEdge& edge : core_edges_)
      if (island_[edge.a] != island_[edge.b]) between[std::minmax(island_[edge.a], island_[edge.b])] += edge.weight;
    std::vector<WeightedEdge> bridges;
    bridges.reserve(between.size());
    for (const auto& [ends, weight] : between)
      bridges.push_back({ends.first, ends.second, 6 * weight / std::sqrt(size_[ends.first] * size_[ends.second])});
    centre_.resize(count);
    std::vector<float> masses(count);
    for (std::size_t i = 0; i < count; ++i) {
      centre_[i] = on_spiral(i, 30 * root(i + 1));
      masses[i] = std::sqrt(size_[i]);
    }
    settle(centre_, masses, bridges, {.steps = 400, .repulsion = 120, .gravity = 0.6F, .stride = 60});
    scale_to_discs();
    // Pushing apart is quadratic in islands: thousands of them are a field of crumbs, which need less of it.
    const int rounds = count < 400 ? 300 : 40;
    for (int round = 0; round < rounds; ++round) push_apart();
  }
  void scale_to_discs() {
    float area = 0, reach = 1;
    for (std::size_t i = 0; i < centre_.size(); ++i) {
      area += radius(i) * radius(i);
      reach = std::max(reach, std::hypot(centre_[i].x, centre_[i].y));
    }
    const float scale = 1.25F * std::sqrt(area) / reach;
    for (Point& centre : centre_) centre = {centre.x * scale, centre.y * scale};
  }
  void push_apart() {
    for (std::size_t i = 0; i < centre_.size(); ++i)
      for (std::size_t j = i + 1; j < centre_.size(); ++j) {
        const float dx = centre_[j].x - centre_[i].x, dy = centre_[j].y - centre_[i].y;
        const float apart = radius(i) + radius(j);
        if (dx * dx + dy * dy >= apart * apart) continue;
        const float distance = std::hypot(dx, dy) + 1e-3F, push = (apart - distance) / 2 / distance;
        const float share = size_[j] / (size_[i] + size_[j]);  // the smaller one goes further
        centre_[i].x -= dx * push * share;
        centre_[i].y -= dy * push * share;
        centre_[j].x += dx * push * (1 - share);
        centre_[j].y += dy * push * (1 - share);
      }
    for (Point& centre : centre_) centre = {centre.x * 0.9985F, centre.y * 0.9985F};
  }

  void fill_island(std::uint32_t island) {
    const std::vector<std::uint32_t>& members = members_[island];
    std::vector<std::uint32_t>& local = local_;
    local.resize(core_.size());
    std::vector<Point> at(members.size());
    std::vector<float> masses(members.size());
    for (std::uint32_t j = 0; j < members.size(); ++j) {
      local[members[j]] = j;
      at[j] = on_spiral(j, 12 * root(j + 1));
      const float degree = static_cast<float>(std::min<std::size_t>(40, near_[core_[members[j]]].size()));
      masses[j] = 1 + leaf_mass * static_cast<float>(std::min(40, leaves_[members[j]])) + 0.1F * degree;
    }
    if (inner_.empty()) sort_edges();
    std::vector<WeightedEdge> springs = inner_[island];
    for (WeightedEdge& spring : springs) spring = {local[spring.a], local[spring.b], spring.weight};
    settle(at, masses, springs, {});
    spread(island, at);
  }
  void sort_edges() {
    inner_.resize(members_.size());
    for (const WeightedEdge& edge : core_edges_)
      if (island_[edge.a] == island_[edge.b]) inner_[island_[edge.a]].push_back(edge);
  }
  /// Moves members towards equal density on the island's disc: the forces alone leave a crowd in the middle.
  void spread(std::uint32_t island, std::vector<Point>& at) {
    const std::vector<std::uint32_t>& members = members_[island];
    Point middle;
    for (const Point& p : at) middle = {middle.x + p.x / static_cast<float>(at.size()), middle.y + p.y / static_cast<float>(at.size())};
    std::vector<float> far(at.size());
    for (std::size_t j = 0; j < at.size(); ++j) {
      at[j] = {at[j].x - middle.x, at[j].y - middle.y};
      far[j] = std::hypot(at[j].x, at[j].y);
    }
    std::vector<std::size_t> order(at.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, {}, [&](std::size_t j) { return far[j]; });
    const float shore = radius(island) * 0.93F, farthest = std::max(1e-3F, far[order.back()]);
    float within = 0;
    for (const std::size_t j : order) {
      const float own = mass(members[j]);
      within += own;
      const float even = shore * std::sqrt((within - own / 2) / size_[island]), forced = shore * std::min(1.0F, far[j] / farthest);
      const float scale = far[j] > 1e-4F ? (0.72F * even + 0.28F * forced) / far[j] : 0;
      const std::uint32_t node = core_[members[j]];
      map_.at[node] = {centre_[island].x + at[j].x * scale, centre_[island].y + at[j].y * scale};
      map_.island[node] = island;
      reach_ = std::max(reach_, std::hypot(map_.at[node].x, map_.at[node].y));
    }
  }

  void hang_leaves() {
    std::vector<std::size_t> hung(count_);
    for (std::uint32_t node = 0; node < count_; ++node) {
      if (component_[node] != largest_ || in_core(node) || near_[node].empty()) continue;
      const std::uint32_t holder = near_[node].front();
      if (!in_core(holder)) {  // two nodes and nothing else
        map_.at[node] = {node < holder ? 0.0F : 12.0F, 0};
        continue;
      }
      const std::size_t place = hung[holder]++;
      const Point off = on_spiral(place, 4.5F + 1.9F * root(place), static_cast<float>(holder % 1000));
      map_.at[node] = {map_.at[holder].x + off.x, map_.at[holder].y + off.y};
      map_.island[node] = map_.island[holder];
    }
  }

  void place_components() {
    const float field = 21 * root(components_), aside = (reach_ + field) * 0.74F;
    std::vector<std::size_t> placed(components_);
    for (std::uint32_t node = 0; node < count_; ++node) {
      const std::uint32_t number = component_[node];
      if (number == largest_) continue;
      const std::size_t rank = number < largest_ ? number : number - 1;
      const Point centre = on_spiral(rank, 21 * std::sqrt(static_cast<float>(rank) + 0.5F));
      const std::size_t place = placed[number]++;
      const Point off = on_spiral(place, 4.2F * root(place));
      map_.at[node] = {aside + centre.x + off.x, aside + centre.y + off.y};
    }
  }

  std::size_t count_;
  std::span<const WeightedEdge> edges_;
  std::vector<std::vector<std::uint32_t>> near_;
  std::vector<std::uint32_t> component_;
  std::size_t components_ = 0;
  std::uint32_t largest_ = 0;
  std::vector<std::uint32_t> core_, core_index_, island_, local_;  // core_: nodes; island_ and leaves_ by index into core_
  std::vector<int> leaves_;
  std::vector<WeightedEdge> core_edges_;
  std::vector<std::vector<std::uint32_t>> members_;
  std::vector<std::vector<WeightedEdge>> inner_;
  std::vector<float> size_;
  std::vector<Point> centre_;
  float reach_ = 0;
  Layout map_;
};

}  // namespace

Layout lay_out(std::size_t count, std::span<const WeightedEdge> edges) { return Cartographer(count, edges).draw(); }

}  // namespace digestkg
