// A graph -> its facts, and the list of readers that give the facts of an export.

#include "unit/agreement/facts.hpp"

#include <array>
#include <charconv>

namespace digestkg::testing {

std::string number(double value) {
  std::array<char, 32> digits;
  return {digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr};
}

namespace {

std::string scalar(const nlohmann::json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_boolean()) return value.get<bool>() ? "true" : "false";
  return value.is_number_float() ? number(value.get<double>()) : value.dump();
}

constexpr std::array<const char*, 8> claim_keys{"claimPaper", "claimDate",     "claimField", "claimBegin",
                                                "claimEnd",   "claimSentence", "claimRule",  "claimConfidence"};

std::string float_text(float value) {
  std::array<char, 32> digits;
  return {digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr};
}

nlohmann::json json_of(const Value& value) {
  return std::visit([](const auto& v) { return nlohmann::json(v); }, value);
}

template <class Owner>
void add_owner(Facts& facts, const Graph& graph, const Owner& owner, const std::string& about) {
  for (const Property& property : graph.properties(owner)) add_property(facts, about, std::string(info(property.key).name), json_of(property.value));
  for (const Claim& claim : graph.claims(owner)) {
    const Listing& listing = graph.listing(claim);
    add_claim(facts, about,
              {std::string(listing.paper), std::string(listing.date), claim.field == Field::Title ? "title" : "summary",
               std::to_string(claim.begin), std::to_string(claim.end), std::string(graph.sentence(claim)), std::string(graph.rule(claim)),
               float_text(claim.confidence)});
  }
}

}  // namespace

void add_property(Facts& facts, const std::string& about, const std::string& key, const nlohmann::json& value) {
  if (!value.is_array()) {
    const std::string text = scalar(value);
    if (!text.empty()) facts.insert({Category::Property, about, key, text});  // most formats have nothing for an empty text
    return;
  }
  for (std::size_t i = 0; i < value.size(); ++i)
    facts.insert({Category::Property, about, key + '[' + std::to_string(i) + ']', scalar(value[i])});
}

void add_claim(Facts& facts, const std::string& about, const std::vector<std::string>& parts) {
  std::string value;
  for (const std::string& part : parts) value += part + " | ";
  facts.insert({Category::Claim, about, "claim", value});
}

void add_claims(Facts& facts, const std::string& about, nlohmann::json& properties) {
  if (!properties.contains(claim_keys.front())) return;
  for (std::size_t i = 0; i < properties[claim_keys.front()].size(); ++i) {
    std::vector<std::string> parts;
    for (const char* const key : claim_keys) parts.push_back(scalar(properties.at(key).at(i)));
    add_claim(facts, about, parts);
  }
  for (const char* const key : claim_keys) properties.erase(key);
}

Facts facts_of(const Graph& graph) {
  Facts facts;
  for (NodeId id = 0; id < graph.nodes().size(); ++id) {
    const Node& node = graph.node(id);
    const std::string iri(node.iri);
    for (const KindInfo& kind : kinds())
      if (node.kinds.has(kind.kind)) facts.insert({Category::Kind, iri, "kind", std::string(kind.label)});
    facts.insert({Category::Label, iri, "label", std::string(graph.name(id))});
    add_owner(facts, graph, node, iri);
  }
  for (const Edge& edge : graph.edges()) {
    const std::string about = edge_name(graph.node(edge.source).iri, info(edge.relation).label, graph.node(edge.target).iri);
    facts.insert({Category::Edge, about, "edge", ""});
    facts.insert({Category::Weight, about, "weight", std::to_string(weight_of(graph, edge))});
    add_owner(facts, graph, edge, about);
  }
  return facts;
}

/// A description of the graph has none of its facts.
static Facts read_nothing(const Files&) { return {}; }

const std::vector<FactReader>& fact_readers() {
  static const std::vector<FactReader> readers{
      {"turtle", read_rdf, {Category::Weight}},  // the number of claims, which are all there
      {"ntriples", read_rdf, {Category::Weight}},
      {"nquads", read_rdf, {Category::Weight}},
      {"trig", read_rdf, {Category::Weight}},
      {"rdfxml", read_rdf, {Category::Weight}},
      {"jsonld", read_rdf, {Category::Weight}},
      {"void", read_nothing, {Category::Kind, Category::Label, Category::Property, Category::Edge, Category::Weight, Category::Claim}},  // only counts
      {"graphml", read_graphml, {}},
      {"dot", read_dot, {Category::Kind, Category::Property, Category::Claim}},
      {"gexf", read_gexf, {}},
      {"neo4j", read_neo4j, {Category::Label}},
      {"cypher", read_cypher, {Category::Label}},
      {"csv", read_csv, {}},
      {"tsv", read_tsv, {}},
      {"node-link", read_node_link, {}},
      {"sqlite", read_sqlite, {}},
      {"pajek", read_pajek, {Category::Kind, Category::Property, Category::Claim}},
      {"html", read_html, {Category::Property}},
  };
  return readers;
}

}  // namespace digestkg::testing
