// A graph -> graph.jsonl: one JSON object a line, nodes first, as apoc.import.json reads it.

#include "base/hex.hpp"
#include "base/json_text.hpp"
#include "graph/ahead.hpp"
#include "graph/claim_arrays.hpp"
#include "graph/claim_texts.hpp"

#include <digestkg/graph.hpp>

#include <xxhash.h>

#include <array>
#include <cstdint>
#include <string>
#include <utility>

namespace digestkg {
namespace {

/// `,"name":`, what stands before the value of a property.
std::string before_value(std::string_view name) { return std::string(",\"").append(name).append("\":"); }

std::string_view in_field(Field field) { return field == Field::Title ? in_title : in_summary; }

class JsonlWriter {
 public:
  JsonlWriter(const Graph& graph, Output& out) : graph_(graph), out_(out), texts_(graph, json_escaped) {
    for (const KeyInfo& key : keys()) before_property_[static_cast<std::size_t>(key.key)] = before_value(key.name);
    for (std::size_t i = 0; i < claim_fields.size(); ++i)
      before_claims_[i] = std::string(i == 0 ? "" : "]").append(before_value(claim_fields[i])).append("[");
    for (std::size_t bits = 0; bits < labels_.size(); ++bits) labels_[bits] = labels(KindSet::from_bits(static_cast<std::uint16_t>(bits)));
  }

  void node(const Node& node) {
    out_.put(R"({"type":"node","id":")", json_escaped(node.iri, source_), R"(","labels":[)", labels_[node.kinds.bits()],
             R"(],"properties":{)");
    members(graph_.properties(node), graph_.claims(node));
    out_ << "}}\n";
  }

  void edge(const Edge& edge) {
    const Node &source = graph_.node(edge.source), &target = graph_.node(edge.target);
    const std::string_view label = info(edge.relation).label;
    const HexDigits id = id_of(source.iri, label, target.iri);
    out_.put(R"({"type":"relationship","id":")", std::string_view(id.data(), id.size()), R"(","label":")", label,         //
             R"(","start":{"id":")", json_escaped(source.iri, source_), R"(","labels":[)", labels_[source.kinds.bits()],  //
             R"(]},"end":{"id":")", json_escaped(target.iri, target_), R"(","labels":[)", labels_[target.kinds.bits()],   //
             R"(]},"properties":{)");
    members(graph_.properties(edge), graph_.claims(edge));
    out_ << "}}\n";
  }

 private:
  /// 64 bits of the edge's content. Nothing finds an edge by it: a reader goes by ends and label.
  static HexDigits id_of(std::string_view source, std::string_view label, std::string_view target) {
    XXH64_hash_t hash = XXH3_64bits(source.data(), source.size());
    for (const std::string_view part : {label, target}) hash = XXH3_64bits_withSeed(part.data(), part.size(), hash);
    return hex(hash);
  }

  static std::string labels(KindSet set) {
    std::string text;
    for (const KindInfo& kind : kinds())
      if (set.has(kind.kind)) text.append(text.empty() ? "\"" : ",\"").append(kind.label).append("\"");
    return text;
  }

  void members(std::span<const Property> properties, std::span<const Claim> claims) {
    std::size_t comma = 1;  // bytes to leave out: the first member has no comma before it
    for (const Property& property : properties) {
      out_ << std::string_view(before_property_[static_cast<std::size_t>(property.key)]).substr(std::exchange(comma, 0));
      value(info(property.key).type, property.value);
    }
    if (!claims.empty()) claim_arrays(claims, comma);
  }

  void claim_arrays(std::span<const Claim> claims, std::size_t comma) {
    const auto text = [&](std::string_view before, std::string_view item) { out_.put(before, '"', item, '"'); };
    array(ClaimField::Paper, claims, comma, [&](auto before, const Claim& c) { text(before, texts_.paper(c)); });
    array(ClaimField::Date, claims, 0, [&](auto before, const Claim& c) { text(before, texts_.date(c)); });
    array(ClaimField::Field, claims, 0, [&](auto before, const Claim& c) { text(before, in_field(c.field)); });
    array(ClaimField::Begin, claims, 0, [&](auto before, const Claim& c) { out_.put(before, c.begin); });
    array(ClaimField::End, claims, 0, [&](auto before, const Claim& c) { out_.put(before, c.end); });
    array(ClaimField::Sentence, claims, 0, [&](auto before, const Claim& c) { text(before, texts_.sentence(c)); });
    array(ClaimField::Rule, claims, 0, [&](auto before, const Claim& c) { text(before, texts_.rule(c)); });
    array(ClaimField::Confidence, claims, 0, [&](auto before, const Claim& c) { real(before, c.confidence); });
    out_ << ']';
  }

  /// Calls write(before, claim) for each claim, with the array's name before the first.
  template <class Write>
  void array(ClaimField field, std::span<const Claim> claims, std::size_t comma, Write write) {
    std::string_view before = std::string_view(before_claims_[static_cast<std::size_t>(field)]).substr(comma);
    for (const Claim& claim : claims) write(std::exchange(before, ","), claim);
  }

  void value(ValueType type, const Value& value) {
    if (const auto* text = std::get_if<std::string_view>(&value)) return type == ValueType::Decimal ? decimal(*text) : string(*text);
    if (const auto* integer = std::get_if<std::int64_t>(&value)) out_ << *integer;
    if (const auto* number = std::get_if<double>(&value)) real("", *number);
    if (const auto* truth = std::get_if<bool>(&value)) out_ << (*truth ? "true" : "false");
    if (const auto* texts = std::get_if<std::span<const std::string_view>>(&value)) list(*texts);
  }

  void list(std::span<const std::string_view> texts) {
    out_ << '[';
    std::string_view before;
    for (const std::string_view text : texts) {
      out_ << std::exchange(before, ",");
      string(text);
    }
    out_ << ']';
  }

  void string(std::string_view text) { out_.put('"', json_escaped(text, text_), '"'); }

  /// Reals and decimals always have a point, so that Neo4j makes all of a property's values floats; its arrays allow one type only.
  void decimal(std::string_view text) { out_ << text << (text.find('.') == std::string_view::npos ? ".0" : ""); }

  template <class Real>
  void real(std::string_view before, Real number) {
    std::array<char, number_room> text;
    const std::string_view shortest(text.data(), write_number(text.data(), number));
    out_.put(before, shortest, std::string_view(shortest.find_first_of(".e") == std::string_view::npos ? ".0" : ""));
  }

  const Graph& graph_;
  Output& out_;
  ClaimTexts<decltype(&json_escaped)> texts_;
  std::array<std::string, key_count> before_property_;
  std::array<std::string, claim_fields.size()> before_claims_;  ///< the end of the array before it, and the array's name
  std::array<std::string, 1 << kind_count> labels_;             ///< by KindSet: `"Method","Benchmark"`
  std::string source_, target_, text_;                          ///< room for what has escapes
};

}  // namespace

void write_graph_jsonl(const Graph& graph, Output& output) {
  JsonlWriter writer(graph, output);
  visit_ahead(graph, graph.nodes(), [&](const Node& node) { writer.node(node); });
  visit_ahead(graph, graph.edges(), [&](const Edge& edge) { writer.edge(edge); });
}

void write_resolution_jsonl(std::span<const ResolutionStep> steps, Output& output) {
  const auto string = [&](std::string_view text) { json_string(text, [&](std::string_view run) { output << run; }); };
  for (const ResolutionStep& step : steps) {
    output << R"({"iri":)";
    string(step.iri);
    output << R"(,"names":[)";
    for (std::size_t i = 0; i < step.names.size(); ++i) {
      if (i > 0) output << ',';
      string(step.names[i]);
    }
    output << R"(],"reason":)";
    string(step.reason);
    output << R"(,"detail":)";
    string(step.detail);
    output << "}\n";
  }
}

}  // namespace digestkg
