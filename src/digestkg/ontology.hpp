#pragma once
// The vocabulary of the graph (kinds, relations, properties and their names in every export) and the lexicon that reading uses.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace digestkg {

enum class Kind : std::uint8_t { Paper, Author, Method, Benchmark, Dataset, Metric, Task, Result, Digest };
inline constexpr std::size_t kind_count = 9;

/// A set of kinds: one thing may be Benchmark and Dataset.
class KindSet {
 public:
  constexpr KindSet() = default;
  constexpr KindSet(Kind kind) : bits_(static_cast<std::uint16_t>(1u << static_cast<unsigned>(kind))) {}
  constexpr bool has(Kind kind) const { return (bits_ >> static_cast<unsigned>(kind)) & 1u; }
  constexpr bool any(KindSet other) const { return (bits_ & other.bits_) != 0; }
  constexpr bool empty() const { return bits_ == 0; }
  constexpr KindSet operator|(KindSet other) const { return from_bits(static_cast<std::uint16_t>(bits_ | other.bits_)); }
  constexpr std::uint16_t bits() const { return bits_; }
  static constexpr KindSet from_bits(std::uint16_t bits) { KindSet s; s.bits_ = bits; return s; }
  /// The first kind in the order of the enumeration; the set must not be empty.
  Kind first() const;
  auto operator<=>(const KindSet&) const = default;

 private:
  std::uint16_t bits_ = 0;
};
constexpr KindSet operator|(Kind a, Kind b) { return KindSet(a) | KindSet(b); }

/// Things that prose names.
inline constexpr KindSet named_things = Kind::Method | Kind::Benchmark | KindSet(Kind::Dataset);

struct KindInfo {
  Kind kind;
  std::string_view label;   ///< `Benchmark`: node label, RDF class
  std::string_view record;  ///< `benchmark`: in records of `digestkg extract`
  std::string_view plural;  ///< `benchmarks`: in summaries and file names
};
std::span<const KindInfo, kind_count> kinds();
const KindInfo& info(Kind kind);
/// Accepts label or record form.
std::optional<Kind> kind_named(std::string_view name);

enum class Relation : std::uint8_t {
  Author, Introduces, Mentions, Addresses, ListedIn, Uses, TrainedOn, EvaluatedOn, Outperforms, Reports,
  OfMethod, OnBenchmark, ByMetric, OverBaseline, CoAuthor,
};
inline constexpr std::size_t relation_count = 15;

/// One edge type with its name in every kind of output.
struct RelationInfo {
  Relation relation;
  std::string_view record;   ///< `evaluated_on`: records, CSV columns
  std::string_view rdf;      ///< `evaluatedOn`: local name of the RDF property
  std::string_view label;    ///< `EVALUATED_ON`: GraphML, GEXF, Neo4j, graph.jsonl
  std::string_view picture;  ///< `evaluated-on`: diagrams, terminal
  KindSet source, target;
  bool from_text;            ///< read from prose: every such edge carries claims
};
std::span<const RelationInfo, relation_count> relations();
const RelationInfo& info(Relation relation);
/// Accepts any of the four names.
std::optional<Relation> relation_named(std::string_view name);

/// Type of a property's value; lists are lists of Text.
enum class ValueType : std::uint8_t { Text, TextList, Integer, Real, Decimal, Boolean, Date, Link };

enum class Key : std::uint8_t {
  Name, ArxivId, Title, Summary, Authors, Date, ArxivUrl, HuggingFaceUrl, Doi, IsHandle, Aliases, Unit, Direction,
  Value, Raw, Delta, BaselineValue, Position, PageRank, Degree, Betweenness, Community, Papers,
};
inline constexpr std::size_t key_count = 23;

struct KeyInfo {
  Key key;
  std::string_view name;  ///< `arxivId`: camelCase, the same in every export
  ValueType type;
  KindSet nodes;          ///< kinds of node that may bear it
  bool on_edges;
  std::string_view meaning;
};
std::span<const KeyInfo, key_count> keys();
const KeyInfo& info(Key key);
std::optional<Key> key_named(std::string_view name);

/// Default base of all IRIs.
inline constexpr std::string_view default_base = "https://w3id.org/digestkg/";
/// Namespace of classes and properties; fixed, whatever the base of the data is.
inline constexpr std::string_view ontology_namespace = "https://w3id.org/digestkg/ontology#";

}  // namespace digestkg
