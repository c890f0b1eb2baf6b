#pragma once
// What formats of property graphs share: which columns a graph fills, and its claims as parallel lists, since no such format nests.

#include <digestkg/export.hpp>

#include <bitset>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace digestkg::exporters {

/// One of the lists that hold the claims of an edge or a Result node, all in the order of Graph::claims.
enum class ClaimColumn : std::uint8_t { Paper, Date, Field, Begin, End, Sentence, Rule, Confidence };
inline constexpr std::size_t claim_column_count = 8;

struct ClaimColumnInfo {
  ClaimColumn column;
  std::string_view name;  ///< `claimSentence`
  ValueType type;         ///< of one item of the list: Text, Date, Integer or Real
};
std::span<const ClaimColumnInfo, claim_column_count> claim_columns();

/// `title` or `summary`.
constexpr std::string_view field_name(Field field) { return field == Field::Title ? "title" : "summary"; }

/// Calls take(string_view), take(uint32_t) or take(float) with the claim's item in that list.
template <class Take>
void visit_claim(const Graph& graph, const Claim& claim, ClaimColumn column, Take&& take) {
  switch (column) {
    case ClaimColumn::Paper: return take(graph.listing(claim).paper);
    case ClaimColumn::Date: return take(graph.listing(claim).date);
    case ClaimColumn::Field: return take(field_name(claim.field));
    case ClaimColumn::Begin: return take(claim.begin);
    case ClaimColumn::End: return take(claim.end);
    case ClaimColumn::Sentence: return take(graph.sentence(claim));
    case ClaimColumn::Rule: return take(graph.rule(claim));
    case ClaimColumn::Confidence: return take(claim.confidence);
  }
}

/// The columns that at least one node or edge fills.
struct UsedColumns {
  std::bitset<key_count> node_keys, edge_keys;
  bool node_claims = false;
  bool edge_claims = false;
};
UsedColumns used_columns(const Graph& graph, const ExportOptions& options);

/// Empty texts and lists are left out by every format.
bool is_filled(const Value& value);

/// Number of claims, 1 when there are none: Gephi drops edges of weight 0.
std::size_t weight(const Edge& edge);

/// `:Method:Benchmark`, kinds in the order of the enumeration.
std::string kind_labels(KindSet kinds, char separator = ':', bool leading = true);

/// True when the nearest double of a canonical decimal is finite, so that it can stand in a column of doubles.
bool fits_double(std::string_view decimal);
/// True when that double, written shortest, is the decimal again.
bool survives_double(std::string_view decimal);

}  // namespace digestkg::exporters
