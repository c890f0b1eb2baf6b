// A graph -> its VoID description: how many statements, of which classes and properties, under which addresses.

#include "exporters/exporters.hpp"
#include "exporters/rdf.hpp"
#include "exporters/rdf_terms.hpp"

#include <map>

namespace digestkg::exporters {
namespace {

/// Counts instead of writing.
class Census final : public TripleWriter {
 public:
  void subject(const Iri&) override { ++subjects; }
  void resource(const Predicate& predicate, const Iri& object) override {
    count(predicate);
    if (predicate.number == number_of(Said::Type)) ++classes[{object.space, object.local}];
  }
  void literal(const Predicate& predicate, LiteralText, Datatype) override { count(predicate); }

  using Counts = std::map<std::pair<Space, std::string_view>, std::size_t>;  // terms of the vocabulary: their views stay good
  std::size_t statements = 0, subjects = 0;
  Counts classes, properties;

 private:
  void count(const Predicate& predicate) {
    ++statements;
    ++properties[{predicate.space, predicate.local}];
  }
};

std::string_view prefix_of(Space space) { return spaces[static_cast<std::size_t>(space)].prefix; }

/// A partition has a name of its own below the data set's, so that there is no blank node.
void write_partitions(std::string_view kind, std::string_view counted, const Census::Counts& counts, std::string_view data, Output& out) {
  for (const auto& [term, count] : counts) {
    const auto& [space, local] = term;
    const std::string part = std::string(kind) + "/" + std::string(prefix_of(space)) + "/" + std::string(local);
    out << "\n<" << data << "> void:" << kind << "Partition <" << data << '/' << part << "> .\n";
    out << '<' << data << '/' << part << "> void:" << kind << ' ' << prefix_of(space) << ':' << local << " ;\n    void:" << counted << ' '
        << count << " .\n";
  }
}

}  // namespace

void write_void(const View& view, const ExportOptions& options, Output& output) {
  Census census;
  write_triples(view, options, census);
  for (const SpaceInfo& space : spaces)
    if (!space.prefix.empty()) output << "@prefix " << space.prefix << ": <" << space.iri << "> .\n";
  output << "@prefix void: <http://rdfs.org/ns/void#> .\n@prefix dcterms: <http://purl.org/dc/terms/> .\n\n";
  const std::string data = options.base + "dataset";
  output << '<' << data << "> a void:Dataset ;\n    dcterms:title \"Knowledge graph of AI-paper digests\" ;\n    void:uriSpace ";
  write_quoted(options.base, output);
  output << " ;\n    void:vocabulary <" << ontology_namespace << "> ;\n    void:triples " << census.statements
         << " ;\n    void:distinctSubjects " << census.subjects << " ;\n    void:classes " << census.classes.size()
         << " ;\n    void:properties " << census.properties.size() << " .\n";
  write_partitions("class", "entities", census.classes, data, output);
  write_partitions("property", "triples", census.properties, data, output);
}

}  // namespace digestkg::exporters
