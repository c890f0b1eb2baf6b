#pragma once
// The colours of pictures and pages, in a light and a dark theme. Contrast with the ground is at least 4.5 for text and 5 for strokes;
// any two kinds stay apart for protan, deutan and tritan eyes, and each has a shape of its own besides.

#include <digestkg/ontology.hpp>

#include <array>
#include <span>
#include <string_view>

namespace digestkg::exporters {

/// A colour of light pages and its counterpart on a dark ground.
struct Shade {
  std::string_view light, dark;
};

namespace shade {
inline constexpr Shade ground{"#ffffff", "#10151c"}, ink{"#17202b", "#e8ecf1"}, muted{"#5a6472", "#a3aebb"}, rule{"#c9d0d9", "#3a4655"},
    line{"#8a94a3", "#7c8796"}, panel{"#f8f9fb", "#161d26"}, panel_edge{"#e3e7ed", "#2b3542"}, bar_ground{"#edf0f4", "#232d3a"},
    bar{"#9cc0f2", "#2c5a8f"}, warning{"#b3261e", "#ff8a80"};
}  // namespace shade

/// How nodes of one kind look: the stroke, a pale fill, and Graphviz's shape.
struct KindLook {
  Kind kind;
  Shade stroke, fill;
  std::string_view shape, style, margin;
};
/// Of the kinds that pictures draw as nodes; others look like a method.
const KindLook& look(Kind kind);
const KindLook& look(KindSet kinds);

/// Pale fills with strokes of the same hue for communities, in order; groups after the last share the grey one.
struct GroupLook {
  Shade stroke, fill;
};
std::span<const GroupLook> group_looks();

/// Every colour above.
std::span<const Shade> all_shades();

}  // namespace digestkg::exporters
