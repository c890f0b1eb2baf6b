// A graph -> the columns of its nodes and edges.

#include "exporters/property_table.hpp"

#include <array>
#include <charconv>
#include <optional>

namespace digestkg::exporters {
namespace {

constexpr std::array<ClaimColumnInfo, claim_column_count> claim_column_table{{
    {ClaimColumn::Paper, "claimPaper", ValueType::Text},
    {ClaimColumn::Date, "claimDate", ValueType::Date},
    {ClaimColumn::Field, "claimField", ValueType::Text},
    {ClaimColumn::Begin, "claimBegin", ValueType::Integer},
    {ClaimColumn::End, "claimEnd", ValueType::Integer},
    {ClaimColumn::Sentence, "claimSentence", ValueType::Text},
    {ClaimColumn::Rule, "claimRule", ValueType::Text},
    {ClaimColumn::Confidence, "claimConfidence", ValueType::Real},
}};

template <class Owners>
void mark_used(const Graph& graph, const Owners& owners, std::bitset<key_count>& keys, bool& claims) {
  for (const auto& owner : owners) {
    for (const Property& property : graph.properties(owner))
      if (is_filled(property.value)) keys.set(static_cast<std::size_t>(property.key));
    claims = claims || owner.claims.count > 0;
  }
}

std::optional<double> nearest_double(std::string_view decimal) {
  double value = 0;
  const auto [end, error] = std::from_chars(decimal.data(), decimal.data() + decimal.size(), value);
  if (error != std::errc{} || end != decimal.data() + decimal.size()) return std::nullopt;
  return value;
}

}  // namespace

std::span<const ClaimColumnInfo, claim_column_count> claim_columns() { return claim_column_table; }

UsedColumns used_columns(const Graph& graph, const ExportOptions& options) {
  UsedColumns used;
  mark_used(graph, graph.nodes(), used.node_keys, used.node_claims);
  mark_used(graph, graph.edges(), used.edge_keys, used.edge_claims);
  used.node_claims = used.node_claims && options.claims;
  used.edge_claims = used.edge_claims && options.claims;
  return used;
}

bool is_filled(const Value& value) {
  if (const auto* text = std::get_if<std::string_view>(&value)) return !text->empty();
  if (const auto* list = std::get_if<std::span<const std::string_view>>(&value)) return !list->empty();
  return true;
}

std::size_t weight(const Edge& edge) { return edge.claims.count > 0 ? edge.claims.count : 1; }

std::string kind_labels(KindSet kinds, char separator, bool leading) {
  std::string labels;
  for (const KindInfo& kind : digestkg::kinds()) {
    if (!kinds.has(kind.kind)) continue;
    if (leading || !labels.empty()) labels += separator;
    labels += kind.label;
  }
  return labels;
}

bool fits_double(std::string_view decimal) { return decimal.size() <= std::numeric_limits<double>::digits10 || nearest_double(decimal); }

bool survives_double(std::string_view decimal) {
  if (decimal.size() <= std::numeric_limits<double>::digits10) return true;
  const auto value = nearest_double(decimal);
  if (!value) return false;
  std::array<char, 512> shortest;
  const auto end = std::to_chars(shortest.data(), shortest.data() + shortest.size(), *value, std::chars_format::fixed).ptr;
  return std::string_view(shortest.data(), end) == decimal;
}

}  // namespace digestkg::exporters
