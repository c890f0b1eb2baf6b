// Kinds and communities -> their colours and shapes.

#include "exporters/palette.hpp"

#include <algorithm>
#include <vector>

namespace digestkg::exporters {
namespace {

constexpr std::array<KindLook, 6> looks{{
    {Kind::Paper, {"#2b3446", "#d0d6dc"}, {"#eef0f4", "#232b36"}, "note", "filled", "0.14,0.07"},
    {Kind::Author, {"#b3249a", "#dc80c6"}, {"#fbeaf7", "#371d33"}, "box", "rounded,filled", "0.14,0.07"},
    {Kind::Method, {"#0b66dc", "#4da6ff"}, {"#e7f0fd", "#12263f"}, "box", "rounded,filled", "0.14,0.07"},
    {Kind::Benchmark, {"#bf4408", "#fa8038"}, {"#fdede3", "#3a2112"}, "hexagon", "filled", "0.02,0.04"},
    {Kind::Dataset, {"#0c6540", "#2ef0a5"}, {"#e3f3eb", "#0e2f23"}, "cylinder", "filled", "0.12,0.09"},
    {Kind::Task, {"#5a6472", "#a3aebb"}, {"#f8f9fb", "#161d26"}, "box", "filled", "0.14,0.07"},
}};

// Hues of Okabe and Ito, darkened for strokes and paled for fills.
constexpr std::array<GroupLook, 7> groups{{
    {{"#00639c", "#56b4e9"}, {"#dcedf9", "#10293b"}},
    {{"#a65a00", "#f0a43c"}, {"#fdeed5", "#3a2808"}},
    {{"#00704f", "#3fd0a4"}, {"#d9f2e8", "#0c3126"}},
    {{"#a3386d", "#e59bc0"}, {"#f9e3ee", "#381c2b"}},
    {{"#7a6f00", "#f0e442"}, {"#f8f5cf", "#333008"}},
    {{"#b03a00", "#ff8f57"}, {"#fbe1d5", "#3b1a0c"}},
    {{"#5a6472", "#a3aebb"}, {"#eef0f4", "#232b36"}},
}};

}  // namespace

const KindLook& look(Kind kind) {
  const auto at = std::ranges::find(looks, kind, &KindLook::kind);
  return at == looks.end() ? look(Kind::Method) : *at;
}
const KindLook& look(KindSet kinds) { return look(kinds.first()); }

std::span<const GroupLook> group_looks() { return groups; }

std::span<const Shade> all_shades() {
  static const std::vector<Shade> all = [] {
    using namespace shade;
    std::vector<Shade> colours{ground, ink, muted, rule, line, panel, panel_edge, bar_ground, bar, warning};
    const auto add = [&](const Shade& c) {
      if (std::ranges::find(colours, c.light, &Shade::light) == colours.end()) colours.push_back(c);
    };
    for (const KindLook& l : looks) add(l.stroke), add(l.fill);
    for (const GroupLook& g : groups) add(g.stroke), add(g.fill);
    return colours;
  }();
  return all;
}

}  // namespace digestkg::exporters
