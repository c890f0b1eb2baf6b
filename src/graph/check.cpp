// A graph -> faults of its form: ranges, kinds, missing or doubled parts.

#include "graph/check_parts.hpp"

#include <algorithm>
#include <array>

namespace digestkg {
namespace {

constexpr std::array<std::string_view, 10> fault_names{"range",    "number",   "paper",    "several", "ends",
                                                         "evidence", "property", "sentence", "cycle",   "delta"};

bool is_decimal(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const auto digits = [](std::string_view part) {
    return !part.empty() && std::ranges::all_of(part, [](char c) { return c >= '0' && c <= '9'; });
  };
  const std::size_t point = text.find('.');
  return point == std::string_view::npos ? digits(text) : digits(text.substr(0, point)) && digits(text.substr(point + 1));
}

bool in_range(const Graph& graph, const Claim& claim) {
  const Listing& listing = graph.listing(claim);
  return claim.begin < claim.end && claim.end <= (claim.field == Field::Title ? listing.title : listing.summary).size();
}

void check_ranges(const Graph& graph, std::span<const Claim> claims, std::string_view subject, std::vector<Fault>& faults) {
  for (const Claim& claim : claims)
    if (!in_range(graph, claim))
      faults.push_back({FaultKind::Range, std::string(subject),
                        "a claim's range " + std::to_string(claim.begin) + " to " + std::to_string(claim.end) + " lies outside the " +
                            (claim.field == Field::Title ? "title" : "summary") + " of " + std::string(graph.listing(claim).paper) + " on " +
                            std::string(graph.listing(claim).date),
                        {}});
}

std::string ends_of(const Graph& graph, const Edge& edge) {
  return std::string(graph.node(edge.source).iri) + ' ' + std::string(info(edge.relation).picture) + ' ' + std::string(graph.node(edge.target).iri);
}

}  // namespace

std::string_view name(FaultKind kind) { return fault_names[static_cast<std::size_t>(kind)]; }

std::string told(const Graph& graph, const Claim& claim) {
  return std::string(graph.listing(claim).paper) + ": " + std::string(graph.sentence(claim));
}

void check_claims(const Graph& graph, std::vector<Fault>& faults) {
  for (const Node& node : graph.nodes()) check_ranges(graph, graph.claims(node), node.iri, faults);
  for (const Edge& edge : graph.edges()) {
    const std::string_view subject = graph.node(edge.source).iri;
    const RelationInfo& relation = info(edge.relation);
    check_ranges(graph, graph.claims(edge), subject, faults);
    if (relation.from_text && graph.claims(edge).empty())
      faults.push_back({FaultKind::Evidence, std::string(subject), "no claim stands behind " + ends_of(graph, edge), {}});
    if (!graph.node(edge.source).kinds.any(relation.source) || !graph.node(edge.target).kinds.any(relation.target))
      faults.push_back({FaultKind::Ends, std::string(subject), "kinds do not fit in " + ends_of(graph, edge), {}});
    if (edge.relation == Relation::Outperforms && edge.source == edge.target)
      faults.push_back({FaultKind::Ends, std::string(subject), "a method does not outperform itself", {}});
  }
}

void check_results(const Graph& graph, std::vector<Fault>& faults) {
  for (NodeId id = 0; id < graph.nodes().size(); ++id) {
    const Node& node = graph.node(id);
    if (!node.kinds.has(Kind::Result)) continue;
    const auto add = [&](FaultKind kind, std::string message) { faults.push_back({kind, std::string(node.iri), std::move(message), {}}); };
    if (const auto value = graph.text(node, Key::Value); !is_decimal(value)) add(FaultKind::Number, "`" + std::string(value) + "` is no decimal");
    if (graph.claims(node).empty()) add(FaultKind::Evidence, "no claim stands behind the number");
    const auto incoming = graph.in_edges(id);
    if (std::ranges::none_of(incoming, [&](EdgeId e) { return graph.edge(e).relation == Relation::Reports; }))
      add(FaultKind::Paper, "no paper reports it");
    for (const Relation relation : {Relation::OfMethod, Relation::OnBenchmark, Relation::ByMetric})
      if (const auto count = std::ranges::count(graph.out_edges(id), relation, &Edge::relation); count > 1)
        add(FaultKind::Several, std::to_string(count) + " edges " + std::string(info(relation).picture) + " where one is allowed");
  }
}

std::vector<Fault> check(const Graph& graph) {
  std::vector<Fault> faults;
  check_claims(graph, faults);
  check_results(graph, faults);
  check_properties(graph, faults);
  check_cycles(graph, faults);
  check_deltas(graph, faults);
  std::ranges::sort(faults);
  faults.erase(std::unique(faults.begin(), faults.end()), faults.end());
  return faults;
}

}  // namespace digestkg
