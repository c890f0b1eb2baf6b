// A graph -> the columns of its nodes and edges.

#include "exporters/property_table.hpp"

#include <array>
#include <charconv>
#include <limits>
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

std::optional<double> nearest_double(std::string_view decimal) {
  double value = 0;
  const auto [end, error] = std::from_chars(decimal.data(), decimal.data() + decimal.size(), value);
  if (error != std::errc{} || end != decimal.data() + decimal.size()) return std::nullopt;
  return value;
}

}  // namespace

std::span<const ClaimColumnInfo, claim_column_count> claim_columns() { return claim_column_table; }

void Columns::mark(std::span<const Property> properties) {
  for (const Property& property : properties)
    if (fits(property)) keys.set(static_cast<std::size_t>(property.key));
}

Columns node_columns(const Graph& graph, const ExportOptions& options) {
  Columns columns;
  for (const Node& node : graph.nodes()) columns.mark(graph, node, options.claims);
  return columns;
}

Columns edge_columns(const Graph& graph, const ExportOptions& options) {
  Columns columns;
  for (const Edge& edge : graph.edges()) columns.mark(graph, edge, options.claims);
  return columns;
}

bool is_filled(const Value& value) {
  if (const auto* text = std::get_if<std::string_view>(&value)) return !text->empty();
  if (const auto* list = std::get_if<std::span<const std::string_view>>(&value)) return !list->empty();
  return true;
}

std::string kind_labels(KindSet kinds, char separator) {
  std::string labels;
  for (const KindInfo& kind : digestkg::kinds()) {
    if (!kinds.has(kind.kind)) continue;
    if (!labels.empty()) labels += separator;
    labels += kind.label;
  }
  return labels;
}

std::string kind_labels(KindSet kinds) { return ':' + kind_labels(kinds, ':'); }

bool fits(const Property& property) {
  if (!is_filled(property.value)) return false;
  if (info(property.key).type != ValueType::Decimal) return true;
  const auto decimal = std::get<std::string_view>(property.value);
  return decimal.size() <= std::numeric_limits<double>::digits10 || nearest_double(decimal);
}

double decimal_of(float number) {
  std::array<char, 32> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  return nearest_double({digits.data(), end}).value_or(number);
}

bool survives_double(std::string_view decimal) {
  if (decimal.size() <= std::numeric_limits<double>::digits10) return true;
  const auto value = nearest_double(decimal);
  if (!value) return false;
  std::array<char, 512> shortest;
  const auto end = std::to_chars(shortest.data(), shortest.data() + shortest.size(), *value, std::chars_format::fixed).ptr;
  return std::string_view(shortest.data(), end) == decimal;
}

}  // namespace digestkg::exporters
