// Statements -> JSON-LD: one object a subject, under the context of ontology/context.jsonld. No more than one subject is in memory.

#include "base/json_text.hpp"
#include "exporters/exporters.hpp"
#include "exporters/rdf_prefixes.hpp"

#include "ontology/embedded.hpp"

#include <digestkg/diagnostic.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <string>

namespace digestkg::exporters {
namespace {

using Json = nlohmann::ordered_json;

/// The published context with this export's base and prefixes.
Json context_of(const ExportOptions& options) {
  const auto file = std::ranges::find(embedded_files(), "context.jsonld", &EmbeddedFile::name);
  Json context = Json::parse(file->bytes).at("@context");
  for (const Prefix& prefix : Prefixes(options).vocabularies()) {
    if (const auto known = context.find(prefix.name); known != context.end() && *known != prefix.iri)
      throw Error("prefix is a name of the context: " + prefix.name, Error::Cause::Usage);
    context[prefix.name] = prefix.iri;
  }
  context["@base"] = options.base;
  return context;
}

/// A relative IRI is resolved against the base's path, so a base with a query or a fragment allows none.
bool allows_relative(std::string_view base) {
  return base.find("://") != base.npos && base.find_first_of("?#") == base.npos && base.find("/.") == base.npos;
}

/// How the context has a predicate: its name there, and what it says of the values: `@id`, `@vocab`, a datatype, or nothing.
struct Term {
  std::string key, type;
};

/// Writes each subject while its statements come: only the values of one predicate are kept, for they are a list when there are several.
class JsonWriter final : public TripleWriter {
 public:
  JsonWriter(const ExportOptions& options, Output& output)
      : prefixes_(options), context_(context_of(options)), relative_(allows_relative(options.base)), output_(output) {
    for (std::size_t i = 0; i < types_.size(); ++i)
      if (const auto datatype = static_cast<Datatype>(i); datatype != Datatype::String)
        types_[i].append(prefixes_.name(Space::Xsd)).append(":").append(name_of(datatype));
    for (const Predicate& predicate : predicates()) terms_[predicate.number] = term(predicate);
    output_ << "{\"@context\": " << context_.dump() << ",\n\"@graph\": [";
  }

  void subject(const Iri& subject) override {
    close_subject();
    output_ << (first_ ? "\n{\"@id\":" : ",\n{\"@id\":");
    first_ = false;
    open_ = true;
    append_name(values_, subject);
    output_ << values_;
    values_.clear();
  }
  void resource(const Predicate& predicate, const Iri& object) override {
    const bool ours = object.space == Space::Ontology;
    const Term& term = next(predicate);
    if (ours && (term.type == "@vocab" || term.key == "@type")) return append_json(values_, object.local);
    if (term.type == "@id" || term.key == "@type") return append_name(values_, object);
    values_ += "{\"@id\":";
    append_name(values_, object);
    values_ += '}';
  }
  void literal(const Predicate& predicate, LiteralText text, Datatype datatype) override {
    const Term& term = next(predicate);
    const std::string& type = types_[static_cast<std::size_t>(datatype)];
    const bool bare = datatype == Datatype::Integer || datatype == Datatype::Boolean;
    if (term.type == type) {
      if (bare) values_ += text.bytes;
      else append_json(values_, text.bytes);
      return;
    }
    values_ += '{';
    if (!type.empty()) append_json(values_ += "\"@type\":", type), values_ += ',';
    append_json(values_ += "\"@value\":", text.bytes);
    values_ += '}';
  }
  void finish() {
    close_subject();
    output_ << "\n]}\n";
  }

 private:
  /// Appends the name, quoted. Relative to the base, but not what has a percent sign: Titanium (in Jena) decodes %20 when it resolves.
  void append_name(std::string& to, const Iri& iri) {
    const bool relative = relative_ && iri.local.find('%') == iri.local.npos;
    name_.clear();
    if (iri.space == Space::Base && !relative) name_.append(prefixes_.iri(iri.space));
    else if (iri.space != Space::Base && iri.space != Space::Address) name_.append(prefixes_.name(iri.space)).append(":");
    append_json(to, name_.append(iri.local));
  }
  Term term(const Predicate& predicate) {
    if (predicate.number == number_of(Said::Type)) return {"@type", ""};
    const auto type_in = [](const Json& entry) { return entry.is_object() ? entry.value("@type", "") : ""; };
    if (const auto at = context_.find(std::string(predicate.local)); at != context_.end()) return {at.key(), type_in(*at)};
    std::string quoted;
    append_name(quoted, {predicate.space, predicate.local});
    const auto other = context_.find(name_);
    return {name_, other != context_.end() ? type_in(*other) : ""};
  }
  /// Begins a value of this predicate.
  const Term& next(const Predicate& predicate) {
    const Term& term = terms_[predicate.number];
    if (&term != term_) close_values();
    if (count_++ > 0) values_ += ',';
    term_ = &term;
    return term;
  }
  void close_values() {
    if (count_ == 0) return;
    output_ << ",\"" << term_->key << (count_ > 1 ? "\":[" : "\":") << values_;
    if (count_ > 1) output_ << ']';
    values_.clear();
    count_ = 0;
    term_ = nullptr;
  }
  void close_subject() {
    close_values();
    if (open_) output_ << '}';
    open_ = false;
  }

  const Prefixes prefixes_;
  const Json context_;
  const bool relative_;
  Output& output_;
  std::array<std::string, 6> types_;  ///< by Datatype; none for strings
  std::array<Term, predicate_count> terms_;
  const Term* term_ = nullptr;  ///< of the values that are kept
  std::string values_, name_;
  std::size_t count_ = 0;
  bool first_ = true, open_ = false;
};

}  // namespace

void write_jsonld(const View& view, const ExportOptions& options, Output& output) {
  JsonWriter writer(options, output);
  write_triples(view, options, writer);
  writer.finish();
}

}  // namespace digestkg::exporters
