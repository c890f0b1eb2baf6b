#pragma once
// A diagram in the making: nodes, edges and boxes with their looks, written as DOT by cgraph or drawn as SVG, PNG or PDF by gvc.

#include <digestkg/output.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace digestkg::exporters {

/// One attribute. `value` has been through the function of markup.hpp that fits it: plain(), tooltip(), or markup() for an HTML-like
/// label, which has `markup` set and stands without its angle brackets.
struct Attribute {
  const char* name;
  std::string value;
  bool markup = false;
};
using Attributes = std::vector<Attribute>;

enum class Rendering : std::uint8_t { Svg, Png, Pdf };

/// Nodes are numbered in the order of their making, and so named `n0`, `n1`, ...: never by data. While one is alive, other
/// threads wait with theirs: cgraph and Graphviz keep state in globals, not for layouts alone. It stays on the thread that made it.
class Drawing {
 public:
  using Node = std::uint32_t;
  using Box = std::uint32_t;
  static constexpr Box outside = 0;  ///< the drawing itself

  enum class Lines : std::uint8_t { Directed, Undirected };
  Drawing(std::string_view name, Lines lines, std::string_view engine);
  ~Drawing();
  Drawing(Drawing&&) noexcept;

  void set(const Attributes& attributes);
  void default_node(const Attributes& attributes);
  void default_edge(const Attributes& attributes);
  /// A cluster with a border; `rank` boxes have none and put their nodes into one rank.
  Box box(const Attributes& attributes);
  Box same_rank();
  Node node(const Attributes& attributes, Box in = outside);
  void edge(Node from, Node to, const Attributes& attributes);

  void write_dot(Output& output) const;
  /// Lays out and draws; the drawing is used up. Throws Error with Graphviz's words when it cannot. Pictures are at most 12,000
  /// pixels wide and high: above that their resolution falls.
  void render(Rendering rendering, Output& output);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace digestkg::exporters
