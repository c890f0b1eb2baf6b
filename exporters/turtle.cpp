// Statements -> Turtle and TriG, streamed: Raptor's writer turns "97"^^xsd:decimal into an integer and keeps the whole graph in memory.

#include "exporters/exporters.hpp"
#include "exporters/rdf_prefixes.hpp"
#include "exporters/rdf_terms.hpp"

namespace digestkg::exporters {
namespace {

/// Whether statements stand in named graphs.
enum class TurtleForm : std::uint8_t { Turtle, TriG };

class TurtleWriter final : public TripleWriter {
 public:
  TurtleWriter(const ExportOptions& options, TurtleForm form, Output& output) : prefixes_(options), form_(form), output_(output) {
    for (const Prefix& prefix : prefixes_.all())
      if (!prefix.name.empty()) output_ << "@prefix " << prefix.name << ": <" << prefix.iri << "> .\n";
    for (const SpaceInfo& space : spaces) names_[static_cast<std::size_t>(space.space)].append(prefixes_.name(space.space)) += ':';
    date_end_.append("\"^^").append(names_[static_cast<std::size_t>(Space::Xsd)]).append(name_of(Datatype::Date));
  }

  void graph(Iri name) override {
    if (form_ == TurtleForm::Turtle) return;
    close_graph();
    if (name.local.empty()) return;
    in_graph_ = true;
    output_ << '\n';
    iri(name);
    output_ << " {\n";
  }
  void subject(Iri subject) override {
    close_subject();
    if (!in_graph_) output_ << '\n';
    iri(subject);
    open_ = true;
  }
  void resource(Iri predicate, Iri object) override {
    start(predicate);
    iri(object);
  }
  void literal(Iri predicate, std::string_view text, Datatype datatype) override {
    start(predicate);
    if (datatype == Datatype::String) return write_quoted(text, output_);
    if (datatype != Datatype::Date) output_ << text;  // numbers with point or exponent, true and false say their type
    else output_ << '"' << text << date_end_;
  }
  void finish() { close_graph(); }

 private:
  void start(Iri predicate) {
    if (predicate == last_) {
      output_ << ",\n        ";
      return;
    }
    output_ << (last_.local.empty() ? " " : " ;\n    ");
    last_ = predicate;
    if (predicate == Iri{Space::Rdf, "type"}) output_ << 'a';
    else iri(predicate);
    output_ << ' ';
  }
  void iri(Iri iri) {
    if (iri.space != Space::Base && iri.space != Space::Address) output_ << names_[static_cast<std::size_t>(iri.space)] << iri.local;
    else if (const auto name = prefixes_.shorten(iri)) output_ << name->prefix << ':' << name->local;
    else if (iri.space == Space::Address) output_ << '<' << iri.local << '>';
    else output_ << '<' << prefixes_.iri(iri.space) << iri.local << '>';
  }
  void close_subject() {
    if (open_) output_ << " .\n";
    open_ = false;
    last_ = {};
  }
  void close_graph() {
    close_subject();
    if (in_graph_) output_ << "}\n";
    in_graph_ = false;
  }

  const Prefixes prefixes_;
  std::array<std::string, spaces.size()> names_;  ///< `dkg:`, by space
  std::string date_end_;
  const TurtleForm form_;
  Output& output_;
  Iri last_{};  // predicates are constants of the vocabulary: their views stay good
  bool open_ = false, in_graph_ = false;
};

}  // namespace

void write_turtle(const View& view, const ExportOptions& options, Output& output) {
  TurtleWriter writer(options, TurtleForm::Turtle, output);
  write_triples(view, options, writer);
  writer.finish();
}

void write_trig(const View& view, const ExportOptions& options, Output& output) {
  TurtleWriter writer(options, TurtleForm::TriG, output);
  write_graphs(view, options, writer);
  writer.finish();
}

}  // namespace digestkg::exporters
