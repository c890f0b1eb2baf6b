// Statements -> Turtle and TriG, streamed: Raptor's writer turns "97"^^xsd:decimal into an integer and keeps the whole graph in memory.

#include "exporters/exporters.hpp"
#include "exporters/rdf_prefixes.hpp"
#include "exporters/rdf_terms.hpp"

#include <array>
#include <string>
#include <utility>

namespace digestkg::exporters {
namespace {

/// Whether statements stand in named graphs.
enum class TurtleForm : std::uint8_t { Turtle, TriG };

class TurtleWriter final : public TripleWriter {
 public:
  TurtleWriter(const ExportOptions& options, TurtleForm form, Output& output) : form_(form), output_(output) {
    const Prefixes prefixes(options);
    for (const Prefix& prefix : prefixes.all())
      if (!prefix.name.empty()) output_ << "@prefix " << prefix.name << ": <" << prefix.iri << "> .\n";
    for (const SpaceInfo& space : spaces) notations_[place(space.space)] = {std::string(prefixes.name(space.space)).append(":"), 0, ""};
    notations_[place(Space::Base)] = {std::string("<").append(options.base), 0, ">"};
    notations_[place(Space::Address)] = {"<", 0, ">"};
    for (std::size_t path = 1; path <= prefixed_paths.size(); ++path)
      notations_[spaces.size() + path] = {std::string(prefixes.path_name(static_cast<std::uint8_t>(path))).append(":"), prefixed_paths[path - 1U].size() + 1, ""};
    for (const Predicate& predicate : predicates())
      predicates_[predicate.number].append(notations_[place(predicate.space)].before).append(predicate.local).append(" ");
    predicates_[number_of(Said::Type)] = "a ";
    date_end_.append("\"^^").append(prefixes.name(Space::Xsd)).append(":").append(name_of(Datatype::Date));
  }

  bool has_graphs() const override { return form_ == TurtleForm::TriG; }
  void graph(const Iri& name) override {
    close_graph();
    if (name.local.empty()) return;
    in_graph_ = true;
    const Notation& in = notation(name);
    output_.put('\n', in.before, local(in, name), in.after, " {\n");
  }
  void subject(const Iri& subject) override {
    close_subject();
    const Notation& in = notation(subject);
    output_.put(in_graph_ ? std::string_view() : std::string_view("\n"), in.before, local(in, subject), in.after);
    open_ = true;
  }
  void resource(const Predicate& predicate, const Iri& object) override {
    const Notation& in = notation(object);
    statement(predicate, in.before, local(in, object), in.after);
  }
  void literal(const Predicate& predicate, LiteralText text, Datatype datatype) override {
    if (datatype == Datatype::String) statement(predicate, '"', quoted(text, room_), '"');
    else if (datatype == Datatype::Date) statement(predicate, '"', text.bytes, date_end_);
    else statement(predicate, text.bytes);  // numbers with point or exponent, true and false say their type
  }
  void finish() { close_graph(); }

 private:
  /// How the IRIs of one space or path are written.
  struct Notation {
    std::string before;
    std::size_t left_out = 0;  ///< bytes of `local` that the prefix stands for
    std::string_view after;
  };
  static constexpr std::size_t none = predicate_count;
  static constexpr std::size_t place(Space space) { return static_cast<std::size_t>(space); }
  const Notation& notation(const Iri& iri) const { return notations_[iri.path == 0 ? place(iri.space) : spaces.size() + iri.path]; }
  static std::string_view local(const Notation& in, const Iri& iri) { return iri.local.substr(in.left_out); }

  template <class... Object>
  void statement(const Predicate& predicate, const Object&... object) {
    const std::size_t last = std::exchange(last_, predicate.number);
    if (predicate.number == last) output_.put(",\n\t\t", object...);
    else if (last == none) output_.put(' ', predicates_[predicate.number], object...);
    else output_.put(" ;\n\t", predicates_[predicate.number], object...);
  }
  void close_subject() {
    if (open_) output_ << " .\n";
    open_ = false;
    last_ = none;
  }
  void close_graph() {
    close_subject();
    if (in_graph_) output_ << "}\n";
    in_graph_ = false;
  }

  std::array<Notation, spaces.size() + 1 + prefixed_paths.size()> notations_;  ///< by space, then by path
  std::array<std::string, predicate_count> predicates_;  ///< `dkg:begin `, by number
  std::string date_end_, room_;
  const TurtleForm form_;
  Output& output_;
  std::size_t last_ = none;  ///< number of the predicate before
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
