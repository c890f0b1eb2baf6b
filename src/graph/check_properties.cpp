// A graph -> what its nodes and edges lack or bear wrongly: names, days, links, aliases, places in lists, confidence.

#include "graph/check_parts.hpp"

#include <algorithm>
#include <array>

namespace digestkg {
namespace {

struct Needed {
  Kind kind;
  Key key;
};

constexpr std::array needed{
    Needed{Kind::Paper, Key::ArxivId},  Needed{Kind::Paper, Key::Title},    Needed{Kind::Paper, Key::Date},  Needed{Kind::Author, Key::Name},
    Needed{Kind::Method, Key::Name},    Needed{Kind::Benchmark, Key::Name}, Needed{Kind::Dataset, Key::Name}, Needed{Kind::Metric, Key::Name},
    Needed{Kind::Task, Key::Name},      Needed{Kind::Digest, Key::Date},    Needed{Kind::Result, Key::Raw}};

/// What RDF can write as an IRI, and a browser opens.
bool is_link(std::string_view text) {
  if (!text.starts_with("https://") && !text.starts_with("http://")) return false;
  return std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) <= ' ' || std::string_view("<>\"{}|\\^`").find(c) != std::string_view::npos; });
}

void check_node(const Graph& graph, const Node& node, std::vector<Fault>& faults) {
  const auto add = [&](std::string message) { faults.push_back({FaultKind::Property, std::string(node.iri), std::move(message), {}}); };
  for (const auto& [kind, key] : needed)
    if (node.kinds.has(kind) && graph.text(node, key).empty()) add("no " + std::string(info(key).name));
  for (const Key key : {Key::ArxivUrl, Key::HuggingFaceUrl})
    if (const auto link = graph.text(node, key); !link.empty() && !is_link(link)) add("`" + std::string(link) + "` is no link");
  if (const auto better = graph.text(node, Key::Direction); !better.empty() && better != "higher" && better != "lower")
    add("`" + std::string(better) + "` is no direction");
  if (const Value* aliases = graph.value(node, Key::Aliases))
    if (std::ranges::any_of(std::get<std::span<const std::string_view>>(*aliases), &std::string_view::empty)) add("an alias is empty");
}

void check_confidence(std::span<const Claim> claims, std::string_view subject, std::vector<Fault>& faults) {
  for (const Claim& claim : claims)
    if (!(claim.confidence >= 0 && claim.confidence <= 1))
      faults.push_back({FaultKind::Property, std::string(subject), "a claim's confidence is not between 0 and 1", {}});
}

}  // namespace

void check_properties(const Graph& graph, std::vector<Fault>& faults) {
  for (const Node& node : graph.nodes()) {
    check_node(graph, node, faults);
    check_confidence(graph.claims(node), node.iri, faults);
  }
  for (const Edge& edge : graph.edges()) {
    const std::string_view subject = graph.node(edge.source).iri;
    check_confidence(graph.claims(edge), subject, faults);
    if (const Value* place = graph.value(edge, Key::Position); place && std::get<std::int64_t>(*place) < 1)
      faults.push_back({FaultKind::Property, std::string(subject),
                        "the place of " + std::string(graph.node(edge.target).iri) + " among the authors is not 1 or more", {}});
  }
}

}  // namespace digestkg
