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

/// The columns that at least one of some nodes or edges fills.
struct Columns {
  std::bitset<key_count> keys;
  bool claims = false;

  bool has(Key key) const { return keys.test(static_cast<std::size_t>(key)); }
  /// Adds what a node or an edge fills; its claims only when `with_claims`.
  template <class Owner>
  void mark(const Graph& graph, const Owner& owner, bool with_claims) {
    mark(graph.properties(owner));
    claims = claims || (with_claims && owner.claims.count > 0);
  }

 private:
  void mark(std::span<const Property> properties);
};
Columns node_columns(const Graph& graph, const ExportOptions& options);
Columns edge_columns(const Graph& graph, const ExportOptions& options);

/// Empty texts and lists are left out by every format.
bool is_filled(const Value& value);

/// `:Method:Benchmark`, kinds in the order of the enumeration.
std::string kind_labels(KindSet kinds);
/// `Method;Benchmark`
std::string kind_labels(KindSet kinds, char separator);

/// False for what no column can hold: empty values, and decimals beyond the largest double.
bool fits(const Property& property);
/// The double that is written like the float: 0.9, not 0.89999998.
double decimal_of(float number);
/// True when the nearest double of a canonical decimal, written shortest, is the decimal again.
bool survives_double(std::string_view decimal);

}  // namespace digestkg::exporters
