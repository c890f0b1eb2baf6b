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
#include <unordered_map>

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
    output_ << "{\"@context\": " << context_.dump() << ",\n\"@graph\": [";
  }

  void graph(Iri) override {}
  void subject(Iri subject) override {
    close_subject();
    output_ << (first_ ? "\n{\"@id\":" : ",\n{\"@id\":");
    first_ = false;
    open_ = true;
    append_name(values_, subject);
    output_ << values_;
    values_.clear();
  }
  void resource(Iri predicate, Iri object) override {
    const bool ours = object.space == Space::Ontology;
    const Term& term = next(predicate);
    if (ours && (term.type == "@vocab" || term.key == "@type")) return append_json(values_, object.local);
    if (term.type == "@id" || term.key == "@type") return append_name(values_, object);
    values_ += "{\"@id\":";
    append_name(values_, object);
    values_ += '}';
  }
  void literal(Iri predicate, std::string_view text, Datatype datatype) override {
    const Term& term = next(predicate);
    const std::string& type = types_[static_cast<std::size_t>(datatype)];
    const bool bare = datatype == Datatype::Integer || datatype == Datatype::Boolean;
    if (term.type == type) {
      if (bare) values_ += text;
      else append_json(values_, text);
      return;
    }
    values_ += '{';
    if (!type.empty()) append_json(values_ += "\"@type\":", type), values_ += ',';
    append_json(values_ += "\"@value\":", text);
    values_ += '}';
  }
  void finish() {
    close_subject();
    output_ << "\n]}\n";
  }

 private:
  /// Appends the name, quoted. Relative to the base, but not what has a percent sign: Titanium (in Jena) decodes %20 when it resolves.
  void append_name(std::string& to, Iri iri) {
    const bool relative = relative_ && iri.local.find('%') == iri.local.npos;
    name_.clear();
    if (iri.space == Space::Base && !relative) name_.append(prefixes_.iri(iri.space));
    else if (iri.space != Space::Base && iri.space != Space::Address) name_.append(prefixes_.name(iri.space)).append(":");
    append_json(to, name_.append(iri.local));
  }
  const Term& term(Iri predicate) {
    auto& known = terms_[static_cast<std::size_t>(predicate.space)];  // predicates are constants: their views stay good
    if (const auto at = known.find(predicate.local); at != known.end()) return at->second;
    Term term;
    if (predicate == Iri{Space::Rdf, "type"}) {
      term.key = "@type";
    } else if (const auto at = context_.find(std::string(predicate.local)); at != context_.end()) {
      term = {at.key(), at->is_object() ? at->value("@type", "") : ""};
    } else {
      std::string quoted;
      append_name(quoted, predicate);
      term.key = name_;
      if (const auto other = context_.find(name_); other != context_.end() && other->is_object()) term.type = other->value("@type", "");
    }
    return known.emplace(predicate.local, std::move(term)).first->second;
  }
  /// Begins a value of this predicate.
  const Term& next(Iri predicate) {
    const Term& term = this->term(predicate);
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
  std::array<std::unordered_map<std::string_view, Term>, spaces.size() + 1> terms_;  ///< by Space
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
