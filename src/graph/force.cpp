// Bodies that repel each other and springs between them -> positions at rest (ForceAtlas2, Jacomy et al. 2014, with a Barnes-Hut tree).

#include "graph/force.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace digestkg {
namespace {

constexpr int deepest = 24;  // bodies in one place would split cells for ever
constexpr float open_below = 1.21F;  // theta squared: a cell is one body when its side is less than 1.1 times its distance

/// A tree of squares with the mass and centre of what lies in each.
class Tree {
 public:
  Tree(std::span<const Point> at, std::span<const float> mass) : at_(at), mass_(mass) {
    Point low = at[0], high = at[0];
    for (const Point& p : at) {
      low = {std::min(low.x, p.x), std::min(low.y, p.y)};
      high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    }
    cells_.reserve(at.size() * 2);
    cells_.push_back({.corner = low, .side = std::max(high.x - low.x, high.y - low.y) + 1});
    for (int body = 0; body < static_cast<int>(at.size()); ++body) insert(body);
  }

  Point push(int body, float strength) {
    Point sum;
    stack_.assign(1, 0);
    while (!stack_.empty()) {
      const Cell& cell = cells_[stack_.back()];
      stack_.pop_back();
      if (cell.mass == 0 || cell.body == body) continue;
      const float dx = at_[body].x - cell.weighted.x / cell.mass, dy = at_[body].y - cell.weighted.y / cell.mass;
      const float square = dx * dx + dy * dy + 0.01F;
      if (cell.body >= 0 || cell.leaf() || cell.side * cell.side < open_below * square) {
        const float force = strength * mass_[body] * cell.mass / square;
        sum.x += dx * force;
        sum.y += dy * force;
      } else {
        for (const int child : cell.children)
          if (child >= 0) stack_.push_back(child);
      }
    }
    return sum;
  }

 private:
  struct Cell {
    Point corner;
    float side = 0;
    Point weighted{};  // sum of mass * position
    float mass = 0;
    int body = -1;  // the only one in here
    std::array<int, 4> children{-1, -1, -1, -1};
    bool leaf() const { return std::ranges::all_of(children, [](int child) { return child < 0; }); }
  };

  void add(int cell, int body) {
    Cell& c = cells_[cell];
    c.mass += mass_[body];
    c.weighted.x += at_[body].x * mass_[body];
    c.weighted.y += at_[body].y * mass_[body];
  }
  int child_of(int cell, int body) {
    const float half = cells_[cell].side / 2;
    const Point corner = cells_[cell].corner;
    const bool right = at_[body].x >= corner.x + half, low = at_[body].y >= corner.y + half;
    const std::size_t quarter = (right ? 1U : 0U) + (low ? 2U : 0U);
    if (cells_[cell].children[quarter] < 0) {
      cells_[cell].children[quarter] = static_cast<int>(cells_.size());
      cells_.push_back({.corner = {corner.x + (right ? half : 0), corner.y + (low ? half : 0)}, .side = half});
    }
    return cells_[cell].children[quarter];
  }
  void insert(int body) {
    int cell = 0;
    for (int depth = 0;; ++depth) {
      if (cells_[cell].mass == 0) {
        cells_[cell].body = body;
        add(cell, body);
        return;
      }
      if (const int other = cells_[cell].body; other >= 0 && depth < deepest) {
        cells_[cell].body = -1;
        const int child = child_of(cell, other);
        cells_[child].body = other;
        add(child, other);
      }
      add(cell, body);
      if (depth >= deepest) {
        cells_[cell].body = -1;
        return;
      }
      cell = child_of(cell, body);
    }
  }

  std::span<const Point> at_;
  std::span<const float> mass_;
  std::vector<Cell> cells_;
  std::vector<int> stack_;
};

void pull(std::vector<Point>& force, std::span<const Point> at, std::span<const WeightedEdge> springs) {
  for (const WeightedEdge& spring : springs) {
    const float dx = (at[spring.a].x - at[spring.b].x) * spring.weight, dy = (at[spring.a].y - at[spring.b].y) * spring.weight;
    force[spring.a].x -= dx;
    force[spring.a].y -= dy;
    force[spring.b].x += dx;
    force[spring.b].y += dy;
  }
}

/// Length of a vector; std::hypot is several times slower and cares for cases that cannot come here.
float length(float x, float y) { return std::sqrt(x * x + y * y); }

/// A body whose force turns round at each step swings; the more of them swing, the slower all go.
float next_speed(float speed, std::span<const Point> force, std::span<const Point> before, std::span<const float> mass) {
  double swing = 1e-9, traction = 0;
  for (std::size_t i = 0; i < force.size(); ++i) {
    swing += mass[i] * length(force[i].x - before[i].x, force[i].y - before[i].y);
    traction += mass[i] * length(force[i].x + before[i].x, force[i].y + before[i].y) / 2;
  }
  return speed + std::min(static_cast<float>(traction / swing) - speed, 0.5F * speed);
}

}  // namespace

void settle(std::vector<Point>& at, std::span<const float> mass, std::span<const WeightedEdge> springs, const Forces& forces) {
  if (at.size() < 2) return;
  std::vector<Point> force(at.size()), before(at.size());
  float speed = 1;
  for (int step = 0; step < forces.steps; ++step) {
    Tree tree(at, mass);
    for (std::size_t i = 0; i < at.size(); ++i) {
      const Point push = tree.push(static_cast<int>(i), forces.repulsion);
      force[i] = {push.x - forces.gravity * mass[i] * at[i].x, push.y - forces.gravity * mass[i] * at[i].y};
    }
    pull(force, at, springs);
    speed = next_speed(speed, force, before, mass);
    const float longest = forces.stride * (1 - 0.95F * static_cast<float>(step) / static_cast<float>(forces.steps));
    for (std::size_t i = 0; i < at.size(); ++i) {
      const float swing = mass[i] * length(force[i].x - before[i].x, force[i].y - before[i].y);
      const float size = length(force[i].x, force[i].y) + 1e-6F;
      const float way = std::min(size * speed / (1 + std::sqrt(speed * swing)), longest) / size;
      at[i].x += force[i].x * way;
      at[i].y += force[i].y * way;
    }
    std::swap(force, before);
  }
}

}  // namespace digestkg
