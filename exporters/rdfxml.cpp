// Statements -> RDF/XML, streamed: Raptor's writer leaves out statements whose predicate has no XML name and says nothing.

#include "exporters/exporters.hpp"
#include "exporters/rdf_prefixes.hpp"
#include "exporters/xml_text.hpp"

namespace digestkg::exporters {
namespace {

class XmlWriter final : public TripleWriter {
 public:
  XmlWriter(const ExportOptions& options, Output& output) : prefixes_(options), output_(output) {
    output_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" << prefixes_.name(Space::Rdf) << ":RDF";
    for (const Prefix& prefix : prefixes_.vocabularies()) attribute("\n    xmlns:", prefix.name, prefix.iri);
    output_ << ">\n";
  }

  void subject(const Iri& subject) override {
    close_subject();
    subject_.assign(space_of(subject)).append(subject.local);
  }
  void resource(const Predicate& predicate, const Iri& object) override {
    if (element_.empty() && predicate.number == number_of(Said::Type) && object.space != Space::Base && object.space != Space::Address)
      return open_subject(object);
    start(predicate);
    output_ << ' ' << prefixes_.name(Space::Rdf) << ":resource=\"";
    write_xml_attribute(output_, space_of(object));
    write_xml_attribute(output_, object.local);
    output_ << "\"/>\n";
  }
  void literal(const Predicate& predicate, LiteralText text, Datatype datatype) override {
    start(predicate);
    if (datatype != Datatype::String)
      output_ << ' ' << prefixes_.name(Space::Rdf) << ":datatype=\"" << prefixes_.iri(Space::Xsd) << name_of(datatype) << '"';
    output_ << '>';
    write_xml_attribute(output_, text.bytes);  // no CDATA sections: Oxigraph takes no text that is in two of them
    output_ << "</" << prefixes_.name(predicate.space) << ':' << predicate.local << ">\n";
  }
  void finish() {
    close_subject();
    output_ << "</" << prefixes_.name(Space::Rdf) << ":RDF>\n";
  }

 private:
  std::string_view space_of(const Iri& iri) const { return iri.space == Space::Address ? std::string_view{} : prefixes_.iri(iri.space); }
  void attribute(std::string_view lead, std::string_view name, std::string_view value) {
    output_ << lead << name << "=\"";
    write_xml_attribute(output_, value);
    output_ << '"';
  }
  /// A subject's first type is the name of its element.
  void open_subject(const Iri& type) {
    element_.assign(prefixes_.name(type.space)).append(":").append(type.local);
    output_ << "  <" << element_;
    attribute(" ", std::string(prefixes_.name(Space::Rdf)) + ":about", subject_);
    output_ << ">\n";
  }
  void start(const Predicate& predicate) {
    if (element_.empty()) open_subject({Space::Rdf, "Description"});
    output_ << "    <" << prefixes_.name(predicate.space) << ':' << predicate.local;
  }
  void close_subject() {
    if (!element_.empty()) output_ << "  </" << element_ << ">\n";
    element_.clear();
  }

  const Prefixes prefixes_;
  Output& output_;
  std::string subject_, element_;
};

}  // namespace

void write_rdfxml(const View& view, const ExportOptions& options, Output& output) {
  XmlWriter writer(options, output);
  write_triples(view, options, writer);
  writer.finish();
}

}  // namespace digestkg::exporters
