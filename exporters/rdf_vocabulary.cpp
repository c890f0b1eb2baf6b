// Properties and relations of the graph, and what is said of claims -> the predicates of RDF.

#include "exporters/rdf_vocabulary.hpp"

#include <utility>

namespace digestkg::exporters {
namespace {

constexpr std::array<std::pair<Space, std::string_view>, said_count> said{{
    {Space::Rdf, "type"},
    {Space::Rdfs, "label"},
    {Space::Rdf, "subject"},
    {Space::Rdf, "predicate"},
    {Space::Rdf, "object"},
    {Space::Ontology, "paper"},
    {Space::Ontology, "digest"},
    {Space::Ontology, "listing"},
    {Space::Ontology, "about"},
    {Space::Ontology, "aboutNumber"},
    {Space::Ontology, "field"},
    {Space::Ontology, "begin"},
    {Space::Ontology, "end"},
    {Space::Ontology, "sentence"},
    {Space::Ontology, "rule"},
    {Space::Ontology, "confidence"},
}};

}  // namespace

const std::array<Predicate, predicate_count>& predicates() {
  static const auto all = [] {
    std::array<Predicate, predicate_count> list{};
    const auto set = [&](std::size_t number, Space space, std::string_view local) {
      list[number] = {static_cast<std::uint8_t>(number), space, local};
    };
    for (std::size_t i = 0; i < said.size(); ++i) set(i, said[i].first, said[i].second);
    for (const KeyInfo& key : keys()) set(number_of(key.key), Space::Ontology, key.name);
    for (const RelationInfo& relation : relations()) set(number_of(relation.relation), Space::Ontology, relation.rdf);
    return list;
  }();
  return all;
}

}  // namespace digestkg::exporters
