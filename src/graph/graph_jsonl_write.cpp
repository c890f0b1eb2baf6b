// A graph -> graph.jsonl: one JSON object a line, nodes first, as apoc.import.json reads it.

#include "base/json_text.hpp"
#include "graph/claim_arrays.hpp"

#include <digestkg/graph.hpp>

#include <xxhash.h>

#include <array>
#include <cstdint>

namespace digestkg {
namespace {

class JsonlWriter {
 public:
  JsonlWriter(const Graph& graph, Output& out) : graph_(graph), out_(out) {}

  void node(const Node& node) {
    out_ << R"({"type":"node",)";
    identity(node);
    out_ << R"(,"properties":{)";
    members(graph_.properties(node), graph_.claims(node));
    out_ << "}}\n";
  }

  void edge(const Edge& edge) {
    const Node &source = graph_.node(edge.source), &target = graph_.node(edge.target);
    const std::string_view label = info(edge.relation).label;
    out_ << R"({"type":"relationship","id":")" << id(source.iri, label, target.iri) << R"(","label":")" << label << R"(","start":{)";
    identity(source);
    out_ << R"(},"end":{)";
    identity(target);
    out_ << R"(},"properties":{)";
    members(graph_.properties(edge), graph_.claims(edge));
    out_ << "}}\n";
  }

 private:
  /// 64 bits of the edge's content. Nothing finds an edge by it: a reader goes by ends and label.
  std::string_view id(std::string_view source, std::string_view label, std::string_view target) {
    XXH64_hash_t hash = XXH3_64bits(source.data(), source.size());
    for (const std::string_view part : {label, target}) hash = XXH3_64bits_withSeed(part.data(), part.size(), hash);
    for (std::size_t i = id_.size(); i-- > 0; hash >>= 4) id_[i] = "0123456789abcdef"[hash & 15];
    return {id_.data(), id_.size()};
  }

  void identity(const Node& node) {
    out_ << R"("id":)";
    string(node.iri);
    out_ << R"(,"labels":[)";
    bool first = true;
    for (const KindInfo& kind : kinds())
      if (node.kinds.has(kind.kind)) {
        out_ << (first ? "\"" : ",\"") << kind.label << '"';
        first = false;
      }
    out_ << ']';
  }

  void members(std::span<const Property> properties, std::span<const Claim> claims) {
    bool first = true;
    for (const Property& property : properties) {
      out_ << (first ? "\"" : ",\"") << info(property.key).name << "\":";
      value(info(property.key).type, property.value);
      first = false;
    }
    if (claims.empty()) return;
    array(ClaimField::Paper, first, claims, [&](const Claim& c) { string(graph_.listing(c).paper); });
    array(ClaimField::Date, false, claims, [&](const Claim& c) { string(graph_.listing(c).date); });
    array(ClaimField::Field, false, claims, [&](const Claim& c) { string(c.field == Field::Title ? in_title : in_summary); });
    array(ClaimField::Begin, false, claims, [&](const Claim& c) { out_ << c.begin; });
    array(ClaimField::End, false, claims, [&](const Claim& c) { out_ << c.end; });
    array(ClaimField::Sentence, false, claims, [&](const Claim& c) { string(graph_.sentence(c)); });
    array(ClaimField::Rule, false, claims, [&](const Claim& c) { string(graph_.rule(c)); });
    array(ClaimField::Confidence, false, claims, [&](const Claim& c) { real(c.confidence); });
  }

  template <class Write>
  void array(ClaimField field, bool first, std::span<const Claim> claims, Write write) {
    out_ << (first ? "\"" : ",\"") << claim_fields[static_cast<std::size_t>(field)] << "\":";
    list(claims, write);
  }

  template <class Items, class Write>
  void list(const Items& items, Write write) {
    char before = '[';
    if (items.empty()) out_ << before;
    for (const auto& item : items) {
      out_ << before;
      write(item);
      before = ',';
    }
    out_ << ']';
  }

  void value(ValueType type, const Value& value) {
    if (const auto* text = std::get_if<std::string_view>(&value)) return type == ValueType::Decimal ? decimal(*text) : string(*text);
    if (const auto* integer = std::get_if<std::int64_t>(&value)) out_ << *integer;
    if (const auto* number = std::get_if<double>(&value)) real(*number);
    if (const auto* truth = std::get_if<bool>(&value)) out_ << (*truth ? "true" : "false");
    if (const auto* texts = std::get_if<std::span<const std::string_view>>(&value)) list(*texts, [&](std::string_view text) { string(text); });
  }

  void string(std::string_view text) {
    json_string(text, [&](std::string_view run) { out_ << run; });
  }

  /// Reals and decimals always have a point, so that Neo4j makes all of a property's values floats; its arrays allow one type only.
  void decimal(std::string_view text) { out_ << text << (text.find('.') == std::string_view::npos ? ".0" : ""); }

  template <class Real>
  void real(Real number) {
    std::array<char, 32> text;
    const auto* const end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
    const std::string_view shortest(text.data(), static_cast<std::size_t>(end - text.data()));
    out_ << shortest << (shortest.find_first_of(".e") == std::string_view::npos ? ".0" : "");
  }

  const Graph& graph_;
  Output& out_;
  std::array<char, 16> id_{};
};

}  // namespace

void write_graph_jsonl(const Graph& graph, Output& output) {
  JsonlWriter writer(graph, output);
  for (const Node& node : graph.nodes()) writer.node(node);
  for (const Edge& edge : graph.edges()) writer.edge(edge);
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
