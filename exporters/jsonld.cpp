// Statements -> JSON-LD: one object a subject, under the context of ontology/context.jsonld. No more than one subject is in memory.

#include "exporters/exporters.hpp"
#include "exporters/rdf_prefixes.hpp"

#include "ontology/embedded.hpp"

#include <digestkg/diagnostic.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

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

class JsonWriter final : public TripleWriter {
 public:
  JsonWriter(const ExportOptions& options, Output& output)
      : prefixes_(options), context_(context_of(options)), relative_(allows_relative(options.base)), output_(output) {
    output_ << "{\"@context\": " << context_.dump() << ",\n\"@graph\": [";
  }

  void graph(Iri) override {}
  void subject(Iri subject) override {
    close_subject();
    subject_ = {{"@id", name(subject)}};
  }
  void resource(Iri predicate, Iri object) override {
    const bool ours = object.space == Space::Ontology;
    if (predicate == Iri{Space::Rdf, "type"}) return add("@type", ours ? Json(object.local) : Json(name(object)));
    const std::string key = term(predicate), type = type_of(key);
    if (type == "@vocab" && ours) add(key, object.local);
    else if (type == "@id") add(key, name(object));
    else add(key, {{"@id", name(object)}});
  }
  void literal(Iri predicate, std::string_view text, Datatype datatype) override {
    const std::string key = term(predicate);
    const auto type = datatype == Datatype::String ? "" : std::string(prefixes_.name(Space::Xsd)).append(":").append(name_of(datatype));
    const bool bare = datatype == Datatype::Integer || datatype == Datatype::Boolean;
    Json value = bare ? Json::parse(text) : Json(text);
    if (type_of(key) == type) return add(key, std::move(value));
    if (type.empty()) add(key, {{"@value", text}});
    else add(key, {{"@type", type}, {"@value", text}});
  }
  void finish() {
    close_subject();
    output_ << "\n]}\n";
  }

 private:
  /// Relative to the base, but not what has a percent sign: Titanium (in Jena) decodes %20 when it resolves.
  std::string name(Iri iri) const {
    const bool relative = relative_ && iri.local.find('%') == iri.local.npos;
    if (iri.space == Space::Address || (iri.space == Space::Base && relative)) return std::string(iri.local);
    if (iri.space == Space::Base) return std::string(prefixes_.iri(iri.space)).append(iri.local);
    return std::string(prefixes_.name(iri.space)).append(":").append(iri.local);
  }
  std::string term(Iri predicate) const {
    std::string local(predicate.local);
    return context_.contains(local) ? local : name(predicate);
  }
  /// What the context says of a term's values: `@id`, a datatype, or nothing.
  std::string type_of(const std::string& term) const {
    const auto known = context_.find(term);
    return known != context_.end() && known->is_object() ? known->value("@type", "") : "";
  }
  void add(const std::string& key, Json value) {
    Json& values = subject_[key];
    if (values.is_null()) values = std::move(value);
    else if (values.is_array()) values.push_back(std::move(value));
    else values = Json::array({std::move(values), std::move(value)});
  }
  void close_subject() {
    if (subject_.empty()) return;
    output_ << (first_ ? "\n" : ",\n") << subject_.dump();
    first_ = false;
  }

  const Prefixes prefixes_;
  const Json context_;
  const bool relative_;
  Output& output_;
  Json subject_;
  bool first_ = true;
};

}  // namespace

void write_jsonld(const View& view, const ExportOptions& options, Output& output) {
  JsonWriter writer(options, output);
  write_triples(view, options, writer);
  writer.finish();
}

}  // namespace digestkg::exporters
