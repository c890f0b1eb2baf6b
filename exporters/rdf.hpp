#pragma once
// A graph -> triples, subject by subject: what all RDF formats share. The shape of TripleWriter is serd's: a format gets each
// term once, in order, and keeps nothing.

#include "exporters/rdf_terms.hpp"
#include "exporters/rdf_vocabulary.hpp"

#include <digestkg/export.hpp>

#include <string_view>

namespace digestkg::exporters {

enum class Datatype : std::uint8_t { String, Integer, Decimal, Double, Boolean, Date };
/// Local name in the XML Schema namespace.
std::string_view name_of(Datatype datatype);

/// What a format does with the statements. Views are good during the call alone.
class TripleWriter {
 public:
  virtual ~TripleWriter() = default;
  /// False: the format has no graphs, and graph() need not be called.
  virtual bool has_graphs() const { return false; }
  /// The statements that follow belong to the graph `name`, or to the default graph when `name.local` is empty.
  virtual void graph(const Iri& /*name*/) {}
  /// The statements that follow are about `subject`; equal predicates follow each other.
  virtual void subject(const Iri& subject) = 0;
  virtual void resource(const Predicate& predicate, const Iri& object) = 0;
  virtual void literal(const Predicate& predicate, LiteralText text, Datatype datatype) = 0;
};

/// Every statement, each subject once: a node, then statements about its edges, then its claims; listings come last. Memory beyond
/// the graph is constant but for one bit a listing. Throws Error (Usage) when the base cannot be one.
void write_triples(const View& view, const ExportOptions& options, TripleWriter& writer);
/// The same statements, each graph once: shared things, then the listings and claims of every digest by date. Keeps an index of claims.
void write_graphs(const View& view, const ExportOptions& options, TripleWriter& writer);

}  // namespace digestkg::exporters
