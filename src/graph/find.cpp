// What somebody typed -> the nodes that are meant, or the names that come close.

#include "base/spelling.hpp"

#include <digestkg/view.hpp>

#include <algorithm>

namespace digestkg {
namespace {

std::size_t degree(const Graph& graph, NodeId id) { return graph.out_edges(id).size() + graph.in_edges(id).size(); }

bool wanted(const Node& node, KindSet kinds) {
  constexpr KindSet unnamed = Kind::Result | Kind::Digest;
  return kinds.empty() ? !node.kinds.any(unnamed) : node.kinds.any(kinds);
}

/// `https://arxiv.org/abs/2501.00001v2` and `arXiv:2501.00001` -> `2501.00001`.
std::string_view arxiv_id(std::string_view text) {
  for (const std::string_view prefix : {"https://", "http://", "arxiv.org/abs/", "arXiv:", "arxiv:"})
    if (text.starts_with(prefix)) text.remove_prefix(prefix.size());
  const auto v = text.rfind('v');
  if (v != std::string_view::npos && v > 0 && v + 1 < text.size() && text.find_first_not_of("0123456789", v + 1) == std::string_view::npos)
    text = text.substr(0, v);
  return text;
}

std::span<const std::string_view> aliases(const Graph& graph, const Node& node) {
  const Value* value = graph.value(node, Key::Aliases);
  return value ? std::get<std::span<const std::string_view>>(*value) : std::span<const std::string_view>{};
}

/// 3 the name itself, 2 the folded name, 1 an alias, 0 none of them.
int likeness(const Graph& graph, NodeId id, std::string_view name, std::string_view folded) {
  const std::string_view own = graph.name(id);
  if (own == name) return 3;
  if (fold_name(own) == folded) return 2;
  const auto other = aliases(graph, graph.node(id));
  return std::ranges::any_of(other, [&](auto alias) { return alias == name || fold_name(alias) == folded; }) ? 1 : 0;
}

/// How far a name is from what was typed; a name that goes on where the typed text ends is close.
std::size_t distance(std::string_view typed, std::string_view name, std::size_t limit) {
  if (typed.size() >= 3 && name.starts_with(typed)) return 1;
  if (typed.size() >= 4 && name.find(typed) != std::string_view::npos) return 2;
  const std::size_t longer = std::max(typed.size(), name.size()) - std::min(typed.size(), name.size());
  return longer > limit ? longer : edit_distance(typed, name);
}

}  // namespace

std::vector<NodeId> find_named(const Graph& graph, std::string_view name, KindSet kinds) {
  std::string_view iri = name;
  if (iri.starts_with(default_base)) iri.remove_prefix(default_base.size());
  for (const std::string& exact : {std::string(iri), make_iri("paper", arxiv_id(name))})
    if (const auto node = graph.find(exact); node && (kinds.empty() || graph.node(*node).kinds.any(kinds))) return {*node};

  const std::string folded = fold_name(name);
  std::vector<std::pair<int, NodeId>> found;
  for (NodeId id = 0; id < graph.nodes().size(); ++id)
    if (wanted(graph.node(id), kinds))
      if (const int like = likeness(graph, id, name, folded)) found.emplace_back(like, id);
  std::ranges::sort(found, [&](const auto& a, const auto& b) {
    if (a.first != b.first) return a.first > b.first;
    const auto da = degree(graph, a.second), db = degree(graph, b.second);
    return da != db ? da > db : a.second < b.second;
  });
  std::vector<NodeId> nodes;
  std::ranges::transform(found, std::back_inserter(nodes), [](const auto& f) { return f.second; });
  return nodes;
}

std::vector<std::string> nearest_names(const Graph& graph, std::string_view name, std::size_t count, KindSet kinds) {
  struct Near {
    std::size_t distance, degree;
    std::string_view name;
  };
  const std::string typed = fold_name(name);
  const std::size_t limit = std::max<std::size_t>(2, typed.size() / 3);
  std::vector<Near> near;
  for (NodeId id = 0; id < graph.nodes().size(); ++id) {
    if (!wanted(graph.node(id), kinds)) continue;
    const std::size_t d = distance(typed, fold_name(graph.name(id)), limit);
    if (d <= limit) near.push_back({d, degree(graph, id), graph.name(id)});
    const std::string_view number = graph.text(graph.node(id), Key::ArxivId);
    if (const std::size_t off = number.empty() ? limit : edit_distance(arxiv_id(name), number); off < 2) near.push_back({off, degree(graph, id), number});
  }
  std::ranges::sort(near, [](const Near& a, const Near& b) {
    if (a.distance != b.distance) return a.distance < b.distance;
    return a.degree != b.degree ? a.degree > b.degree : a.name < b.name;
  });
  std::vector<std::string> names;
  for (const Near& n : near)
    if (names.size() < count && std::ranges::find(names, n.name) == names.end()) names.emplace_back(n.name);
  return names;
}

}  // namespace digestkg
