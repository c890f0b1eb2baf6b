// RDF in any syntax that Raptor reads -> facts: edges with properties, listings and claims are resources there.

#include "unit/agreement/facts.hpp"

#include <nlohmann/json.hpp>
#include <raptor2.h>

#include <algorithm>
#include <memory>
#include <optional>

namespace digestkg::testing {
namespace {

/// Predicate -> objects. IRIs of the base and of the ontology are cut to their local parts.
using Description = std::multimap<std::string, std::string>;
using Descriptions = std::map<std::string, Description>;

std::string local(std::string text) {
  for (const std::string_view space : {ontology_namespace, default_base})
    if (text.starts_with(space)) return text.substr(space.size());
  return text;
}

std::string text_of(const raptor_term* term) {
  if (term->type == RAPTOR_TERM_TYPE_LITERAL) return reinterpret_cast<const char*>(term->value.literal.string);
  if (term->type != RAPTOR_TERM_TYPE_URI) throw std::runtime_error("a blank node");
  return local(reinterpret_cast<const char*>(raptor_uri_as_string(term->value.uri)));
}

const char* syntax_of(const std::string& file) {
  const std::map<std::string, const char*> syntaxes{{"ttl", "turtle"}, {"nt", "ntriples"}, {"nq", "nquads"}, {"trig", "trig"}, {"rdf", "rdfxml"}};
  return syntaxes.at(file.substr(file.rfind('.') + 1));
}

Descriptions parse(const std::string& file, const std::string& bytes) {
  const std::unique_ptr<raptor_world, void (*)(raptor_world*)> world(raptor_new_world(), raptor_free_world);
  bool failed = false;
  raptor_world_set_log_handler(world.get(), &failed, [](void* data, raptor_log_message*) { *static_cast<bool*>(data) = true; });
  const std::unique_ptr<raptor_parser, void (*)(raptor_parser*)> parser(raptor_new_parser(world.get(), syntax_of(file)), raptor_free_parser);
  const std::unique_ptr<raptor_uri, void (*)(raptor_uri*)> base(
      raptor_new_uri(world.get(), reinterpret_cast<const unsigned char*>("http://example.org/")), raptor_free_uri);
  Descriptions all;
  raptor_parser_set_statement_handler(parser.get(), &all, [](void* data, raptor_statement* s) {
    (*static_cast<Descriptions*>(data))[text_of(s->subject)].emplace(text_of(s->predicate), text_of(s->object));
  });
  raptor_parser_parse_start(parser.get(), base.get());
  raptor_parser_parse_chunk(parser.get(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), 1);
  if (failed) throw std::runtime_error("Raptor found a fault in " + file);
  return all;
}

/// Full name of a term of the context: `rdf:subject` with its namespace, our own terms as their local part.
std::string expand(const nlohmann::json& context, const std::string& term) {
  std::string name = term;
  if (const auto known = context.find(term); known != context.end()) name = known->is_string() ? known->get<std::string>() : known->at("@id").get<std::string>();
  const std::size_t colon = name.find(':');
  const std::string prefix = name.substr(0, colon);
  if (colon != std::string::npos && !name.substr(colon).starts_with("://") && context.contains(prefix))
    name = context.at(prefix).get<std::string>() + name.substr(colon + 1);
  return local(name);
}

/// What our own context says, without a library: each subject is one flat object.
Descriptions parse_jsonld(const std::string& bytes) {
  const nlohmann::json document = nlohmann::json::parse(bytes);
  const nlohmann::json& context = document.at("@context");
  Descriptions all;
  for (const nlohmann::json& subject : document.at("@graph")) {
    Description& about = all[local(subject.at("@id"))];
    for (const auto& [key, values] : subject.items()) {
      if (key == "@id") continue;
      const bool is_type = key == "@type";
      const bool names_term = is_type || (context.contains(key) && context.at(key).is_object() && context.at(key).value("@type", "") == "@vocab");
      const std::string predicate = is_type ? "http://www.w3.org/1999/02/22-rdf-syntax-ns#type" : expand(context, key);
      for (const nlohmann::json& value : values.is_array() ? values : nlohmann::json::array({values})) {
        const nlohmann::json& bare = value.is_object() ? value.at(value.contains("@id") ? "@id" : "@value") : value;
        const std::string text = bare.is_string() ? bare.get<std::string>() : bare.dump();
        about.emplace(predicate, names_term ? expand(context, text) : local(text));
      }
    }
  }
  return all;
}

const std::string rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

std::string one(const Description& about, const std::string& predicate) {
  const auto at = about.find(predicate);
  return at == about.end() ? std::string{} : at->second;
}

bool is_a(const Description& about, std::string_view type) {
  const auto [begin, end] = about.equal_range(rdf + "type");
  return std::any_of(begin, end, [&](const auto& p) { return p.second == type; });
}

/// Label of a relation by its local name in RDF.
std::string label_of(const std::string& predicate) { return std::string(info(relation_named(predicate).value()).label); }

void add_properties(Facts& facts, const std::string& about, const Description& description) {
  std::map<std::string, nlohmann::json> properties;
  for (const auto& [predicate, object] : description) {
    const auto key = key_named(predicate);
    if (!key) continue;
    if (info(*key).type == ValueType::TextList) properties[predicate].push_back(object);
    else if (info(*key).type == ValueType::Decimal && object.ends_with(".0")) properties[predicate] = object.substr(0, object.size() - 2);
    else if (info(*key).type == ValueType::Real) properties[predicate] = std::stod(object);
    else properties[predicate] = object;
  }
  for (auto& [name, value] : properties) {
    if (value.is_array()) std::sort(value.begin(), value.end());  // a set in RDF; sorted in the graph
    add_property(facts, about, name, value);
  }
}

/// The authors of one day's list, where they are not those of the paper.
nlohmann::json listed_authors(const Descriptions& all, const std::string& listing) {
  std::map<int, std::string> names;
  for (auto at = all.lower_bound("authorship/"); at != all.end() && at->first.starts_with("authorship/"); ++at)
    if (one(at->second, "listing") == listing) names.emplace(std::stoi(one(at->second, "position")), one(at->second, "name"));
  nlohmann::json authors = nlohmann::json::array();
  for (const auto& [position, name] : names) authors.push_back(name);
  return authors;
}

std::string statement_of(const Description& about) {
  return edge_name(one(about, rdf + "subject"), label_of(one(about, rdf + "predicate")), one(about, rdf + "object"));
}

}  // namespace

Facts read_rdf(const Files& files) {
  const auto& [file, bytes] = *files.begin();
  const Descriptions all = file.ends_with(".jsonld") ? parse_jsonld(bytes) : parse(file, bytes);
  Facts facts;
  std::map<std::string, std::vector<std::string>> edges_of;  // node -> edges
  for (const auto& [iri, about] : all) {
    for (const KindInfo& kind : kinds())
      if (is_a(about, kind.label)) facts.insert({Category::Kind, iri, "kind", std::string(kind.label)});
    const std::string label = one(about, "http://www.w3.org/2000/01/rdf-schema#label");
    if (label.empty()) continue;
    facts.insert({Category::Label, iri, "label", label});
    add_properties(facts, iri, about);
    for (const auto& [predicate, object] : about) {
      if (!relation_named(predicate) || object.find('/') == object.npos) continue;
      const std::string edge = edge_name(iri, label_of(predicate), object);
      facts.insert({Category::Edge, edge, "edge", ""});
      for (const std::string& end : {iri, object}) edges_of[end].push_back(edge);
    }
  }
  for (const auto& [iri, about] : all) {
    if (is_a(about, "Listing")) {
      Description own = about;
      for (const char* const key : {"date", "authors"}) own.erase(key);
      const std::string edge = edge_name(one(about, "paper"), info(Relation::ListedIn).label, one(about, "digest"));
      add_properties(facts, edge, own);
      add_property(facts, edge, "authors", listed_authors(all, iri));
    } else if (is_a(about, "Claim")) {
      const Description& listing = all.at(one(about, "listing"));
      const std::vector<std::string> parts{one(listing, "paper"), one(listing, "date"), one(about, "field"), one(about, "begin"), one(about, "end"),
                                           one(about, "sentence"), one(about, "rule"), number(std::stod(one(about, "confidence")))};  // 1.0 is written for 1
      const std::string number = one(about, "aboutNumber"), result = one(about, "about");
      add_claim(facts, !number.empty() ? number : !result.empty() ? result : statement_of(about), parts);
      if (!result.empty())
        for (const std::string& edge : edges_of[result]) add_claim(facts, edge, parts);  // said once, of the Result and its edges
    } else if (!one(about, rdf + "predicate").empty()) {
      add_properties(facts, statement_of(about), about);
    }
  }
  return facts;
}

}  // namespace digestkg::testing
