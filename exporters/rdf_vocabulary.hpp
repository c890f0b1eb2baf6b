#pragma once
// The IRIs that statements are made of, and the predicates among them.

#include <digestkg/export.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace digestkg::exporters {

/// Namespaces of the IRIs that digestkg writes. Address is a whole IRI of somebody else's.
enum class Space : std::uint8_t { Base, Ontology, Rdf, Rdfs, Foaf, Xsd, Address };

struct SpaceInfo {
  Space space;
  std::string_view prefix;
  std::string_view iri;  ///< Base is ExportOptions::base
};
inline constexpr std::array<SpaceInfo, 6> spaces{{
    {Space::Base, "", default_base},
    {Space::Ontology, "dkg", ontology_namespace},
    {Space::Rdf, "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
    {Space::Rdfs, "rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
    {Space::Foaf, "foaf", "http://xmlns.com/foaf/0.1/"},
    {Space::Xsd, "xsd", "http://www.w3.org/2001/XMLSchema#"},
}};

/// Parts of the base that get a prefix of their own where prefixes are: `paper:2509.09674`. Other things have a `/` in their name.
inline constexpr std::array<std::string_view, 7> prefixed_paths{"paper", "author", "entity", "metric", "task", "digest", "claim"};

/// Of a local part of the base that has one of these and a name that prefixed names may have without escapes: one more than its place in
/// the list; of others 0.
std::uint8_t prefixed_path(std::string_view local);

/// A legal IRI in two parts; `local` needs no further escaping.
struct Iri {
  Space space;
  std::string_view local;
  std::uint8_t path = 0;  ///< what prefixed_path() says of `local` in the base; 0 also where nobody asked
};

/// What statements say besides the properties and relations of the graph.
enum class Said : std::uint8_t {
  Type, Label, Subject, Predicate, Object, Paper, Digest, Listing, About, AboutNumber, Field, Begin, End, Sentence, Rule, Confidence,
};
inline constexpr std::size_t said_count = 16;

/// A term that stands between subject and object, numbered so that a format can make ready how it writes each.
struct Predicate {
  std::uint8_t number;
  Space space;
  std::string_view local;
};
inline constexpr std::size_t predicate_count = said_count + key_count + relation_count;

/// All of them, by number: what is said, then properties, then relations.
const std::array<Predicate, predicate_count>& predicates();
constexpr std::size_t number_of(Said said) { return static_cast<std::size_t>(said); }
constexpr std::size_t number_of(Key key) { return said_count + static_cast<std::size_t>(key); }
constexpr std::size_t number_of(Relation relation) { return said_count + key_count + static_cast<std::size_t>(relation); }

}  // namespace digestkg::exporters
