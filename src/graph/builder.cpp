// GraphBuilder: collects nodes, edges, properties and claims in any order.

#include "graph/builder_state.hpp"

#include <digestkg/diagnostic.hpp>

#include <string>
#include <utility>

namespace digestkg {

GraphBuilder::GraphBuilder() : state_(std::make_unique<State>()) {}
GraphBuilder::GraphBuilder(const Graph& other) : GraphBuilder() {
  state_->store->parent = other.store_;
  state_->store->listings = other.store_->listings;
  state_->store->rules = other.store_->rules;
  state_->shares_listings = true;
  for (const std::string_view rule : state_->store->rules) state_->rules.emplace(rule, static_cast<std::uint16_t>(state_->rules.size()));
}
GraphBuilder::GraphBuilder(GraphBuilder&&) noexcept = default;
GraphBuilder::~GraphBuilder() = default;

std::string_view GraphBuilder::keep(std::string_view text) { return state_->store->texts.keep(text); }
std::span<const std::string_view> GraphBuilder::keep(std::span<const std::string_view> list) {
  std::vector<std::string_view> kept;
  kept.reserve(list.size());
  for (const auto text : list) kept.push_back(keep(text));
  return state_->store->texts.keep_list(kept);
}

std::span<const std::string_view> GraphBuilder::keep_list(std::span<const std::string_view> list) { return state_->store->texts.keep_list(list); }

const std::vector<Entry>& GraphBuilder::own(std::vector<Entry> entries) { return state_->store->entries = std::move(entries); }

std::size_t GraphBuilder::node_count() const { return state_->kinds.size(); }
std::string_view GraphBuilder::iri(Handle node) const { return state_->iris[node]; }

GraphBuilder::Handle GraphBuilder::node(std::string_view iri, KindSet kinds) {
  const Handle handle = state_->iris.add(iri, [&](std::string_view text) { return keep(text); });
  if (handle == state_->kinds.size()) state_->kinds.push_back(kinds);
  else state_->kinds[handle] = state_->kinds[handle] | kinds;
  return handle;
}

GraphBuilder::Handle GraphBuilder::new_node(std::string_view iri, KindSet kinds) {
  state_->kinds.push_back(kinds);
  return state_->iris.append(keep(iri));
}

GraphBuilder::Handle GraphBuilder::edge(Handle source, Relation relation, Handle target) {
  state_->edges.push_back({source, target, relation});
  return static_cast<Handle>(state_->edges.size() - 1);
}

void GraphBuilder::set_node(Handle node, Key key, Value value) { state_->node_properties.push_back({node, {key, value}}); }
void GraphBuilder::set_edge(Handle edge, Key key, Value value) { state_->edge_properties.push_back({edge, {key, value}}); }
void GraphBuilder::claim_node(Handle node, const Claim& claim) { state_->node_claims.push_back({node, claim}); }
void GraphBuilder::claim_edge(Handle edge, const Claim& claim) { state_->edge_claims.push_back({edge, claim}); }

void GraphBuilder::take_edges(GraphBuilder& other) {
  const auto first = static_cast<Handle>(state_->edges.size());
  std::vector<std::uint16_t> rule_of;
  for (const std::string_view name : other.state_->store->rules) rule_of.push_back(rule(name));
  other.state_->edge_claims.for_each([&](Owned<Claim>& claimed) {
    claimed.owner += first;
    claimed.item.rule = rule_of[claimed.item.rule];
  });
  state_->edges.append(other.state_->edges);
  state_->edge_claims.append(other.state_->edge_claims);
}

std::uint32_t GraphBuilder::listing(const Listing& listing) {
  state_->store->listings.push_back(listing);
  return static_cast<std::uint32_t>(state_->store->listings.size() - 1);
}

std::uint16_t GraphBuilder::rule(std::string_view name) {
  auto& rules = state_->store->rules;
  if (const auto known = state_->rules.find(name); known != state_->rules.end()) return known->second;
  if (rules.size() == most_rules) throw Error("more than " + std::to_string(most_rules) + " names of rules in one graph");
  const auto number = static_cast<std::uint16_t>(rules.size());
  rules.push_back(keep(name));
  state_->rules.emplace(rules.back(), number);
  return number;
}

}  // namespace digestkg
