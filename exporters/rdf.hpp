#pragma once
// A graph -> triples, subject by subject: what all RDF formats share. The shape of TripleWriter is serd's: a format gets each
// term once, in order, and keeps nothing.

#include <digestkg/export.hpp>

#include <array>
#include <string>
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

/// A legal IRI in two parts; `local` needs no further escaping.
struct Iri {
  Space space;
  std::string_view local;
  bool operator==(const Iri&) const = default;
};

enum class Datatype : std::uint8_t { String, Integer, Decimal, Double, Boolean, Date };
/// Local name in the XML Schema namespace.
std::string_view name_of(Datatype datatype);

/// What a format does with the statements. Views are good during the call alone.
class TripleWriter {
 public:
  virtual ~TripleWriter() = default;
  /// The statements that follow belong to the graph `name`, or to the default graph when `name.local` is empty.
  virtual void graph(Iri name) = 0;
  /// The statements that follow are about `subject`; equal predicates follow each other.
  virtual void subject(Iri subject) = 0;
  virtual void resource(Iri predicate, Iri object) = 0;
  /// `text` is clean UTF-8, or the canonical form of a number, a date, `true` or `false`.
  virtual void literal(Iri predicate, std::string_view text, Datatype datatype) = 0;
};

/// Every statement, each subject once: a node, then statements about its edges, then its claims; listings come last. Memory beyond
/// the graph is constant but for one bit a listing. Throws Error (Usage) when the base cannot be one.
void write_triples(const View& view, const ExportOptions& options, TripleWriter& writer);
/// The same statements, each graph once: shared things, then the listings and claims of every digest by date. Keeps an index of claims.
void write_graphs(const View& view, const ExportOptions& options, TripleWriter& writer);

}  // namespace digestkg::exporters
