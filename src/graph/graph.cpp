// Nodes and edges in any order -> an immutable graph, sorted by content.

#include "graph/store.hpp"

#include <digestkg/topology.hpp>

#include <algorithm>
#include <numeric>
#include <tuple>

namespace digestkg {

Graph::Graph() : store_(std::make_shared<Store>()), topology_(std::make_shared<const Topology>()) {}

std::span<const Edge> Graph::out_edges(NodeId id) const {
  return std::span(edges_).subspan(first_out_[id], first_out_[id + 1] - first_out_[id]);
}
std::span<const EdgeId> Graph::in_edges(NodeId id) const { return std::span(in_).subspan(first_in_[id], first_in_[id + 1] - first_in_[id]); }

std::optional<NodeId> Graph::find(std::string_view iri) const {
  const auto at = std::ranges::lower_bound(nodes_, iri, {}, &Node::iri);
  if (at == nodes_.end() || at->iri != iri) return std::nullopt;
  return static_cast<NodeId>(at - nodes_.begin());
}

namespace {

const Value* value_of(std::span<const Property> properties, Key key) {
  const auto at = std::ranges::find(properties, key, &Property::key);
  return at == properties.end() ? nullptr : &at->value;
}

std::string_view text_of(const Value* value) {
  const auto* text = value ? std::get_if<std::string_view>(value) : nullptr;
  return text ? *text : std::string_view{};
}

}  // namespace

const Value* Graph::value(const Node& node, Key key) const { return value_of(properties(node), key); }
const Value* Graph::value(const Edge& edge, Key key) const { return value_of(properties(edge), key); }
std::string_view Graph::text(const Node& node, Key key) const { return text_of(value(node, key)); }
std::string_view Graph::text(const Edge& edge, Key key) const { return text_of(value(edge, key)); }

std::string_view Graph::name(NodeId id) const {
  const Node& node = nodes_[id];
  for (const Key key : {Key::Name, Key::Title, Key::Date, Key::Raw})
    if (const auto text = this->text(node, key); !text.empty()) return text;
  return node.iri.substr(node.iri.find('/') + 1);
}

std::size_t weight_of(const Graph& graph, const Edge& edge) {
  if (const Value* papers = graph.value(edge, Key::Papers)) return static_cast<std::size_t>(std::get<std::int64_t>(*papers));
  return std::max<std::size_t>(1, edge.claims.count);
}

std::span<const Listing> Graph::listings() const { return store_->listings; }
std::span<const std::string_view> Graph::rules() const { return store_->rules; }

std::string_view Graph::sentence(const Claim& claim) const {
  const Listing& from = listing(claim);
  const std::string_view text = claim.field == Field::Title ? from.title : from.summary;
  if (claim.begin > claim.end || claim.end > text.size()) return {};
  const auto cuts = [&](std::size_t at) { return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80; };
  if (cuts(claim.begin) || cuts(claim.end)) return {};
  return text.substr(claim.begin, claim.end - claim.begin);
}

}  // namespace digestkg
