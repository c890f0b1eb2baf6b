// Statements -> N-Triples and N-Quads, one line each, in the canonical form of RDF 1.2.

#include "exporters/exporters.hpp"
#include "exporters/rdf.hpp"
#include "exporters/rdf_terms.hpp"

namespace digestkg::exporters {
namespace {

/// Whether each line ends with the name of its graph.
enum class LineForm : std::uint8_t { Triples, Quads };

class LineWriter final : public TripleWriter {
 public:
  LineWriter(const ExportOptions& options, LineForm form, Output& output) : form_(form), output_(output) {
    for (const SpaceInfo& space : spaces)
      begin_[static_cast<std::size_t>(space.space)].append("<").append(space.space == Space::Base ? options.base : space.iri);
    begin_[static_cast<std::size_t>(Space::Address)] = "<";
    for (const Predicate& predicate : predicates())
      predicates_[predicate.number].append(begin_[static_cast<std::size_t>(predicate.space)]).append(predicate.local).append("> ");
  }

  bool has_graphs() const override { return form_ == LineForm::Quads; }
  void graph(const Iri& name) override {
    end_ = " .\n";
    if (!name.local.empty()) append(end_ = " ", name).append(" .\n");
  }
  void subject(const Iri& subject) override {
    subject_.clear();
    append(subject_, subject) += ' ';
  }
  void resource(const Predicate& predicate, const Iri& object) override {
    output_.put(subject_, predicates_[predicate.number], begin_[static_cast<std::size_t>(object.space)], object.local, '>', end_);
  }
  void literal(const Predicate& predicate, LiteralText text, Datatype datatype) override {
    output_.put(subject_, predicates_[predicate.number], '"', quoted(text, room_), '"');
    if (datatype != Datatype::String) output_.put("^^", begin_[static_cast<std::size_t>(Space::Xsd)], name_of(datatype), '>');
    output_ << end_;
  }

 private:
  std::string& append(std::string& to, const Iri& iri) const {
    to.append(begin_[static_cast<std::size_t>(iri.space)]).append(iri.local) += '>';
    return to;
  }

  const LineForm form_;
  Output& output_;
  std::array<std::string, spaces.size() + 1> begin_;  // `<` and the namespace
  std::array<std::string, predicate_count> predicates_;
  std::string subject_, room_, end_ = " .\n";
};

}  // namespace

void write_ntriples(const View& view, const ExportOptions& options, Output& output) {
  LineWriter writer(options, LineForm::Triples, output);
  write_triples(view, options, writer);
}

void write_nquads(const View& view, const ExportOptions& options, Output& output) {
  LineWriter writer(options, LineForm::Quads, output);
  write_triples(view, options, writer);
}

}  // namespace digestkg::exporters
