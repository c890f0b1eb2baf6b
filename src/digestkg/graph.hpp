#pragma once
// Entries and what was read from them -> one property graph, on Boost.Graph. A finished Graph never changes: nodes are sorted by
// IRI, edges by (source, relation, target), so whatever walks it in order is deterministic.

#include <digestkg/extract.hpp>
#include <digestkg/ontology.hpp>
#include <digestkg/output.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace digestkg {

using NodeId = std::uint32_t;
using EdgeId = std::uint32_t;

/// Text, Decimal, Date and Link are string_view (a Decimal is canonical: no exponent, no trailing zero); Integer is int64_t, Real a
/// finite double, TextList a span. Views live as long as any Graph that shares the store they came from.
using Value = std::variant<std::string_view, std::int64_t, double, bool, std::span<const std::string_view>>;

struct Property {
  Key key;
  Value value;
};

/// One paper on one day's list, with the texts that claims point into.
struct Listing {
  std::string_view paper;  ///< IRI of the paper, relative to the base
  std::string_view date;   ///< `2025-09-12`
  std::string_view title, summary;
  std::span<const std::string_view> authors;
  std::string_view arxiv_url, huggingface_url;
};

/// One reading of one fact: evidence with its paper and day.
struct Claim {
  std::uint32_t listing = 0;  ///< index into Graph::listings()
  std::uint32_t begin = 0;    ///< UTF-8 bytes [begin, end) of the listing's title or summary: the sentence
  std::uint32_t end = 0;
  float confidence = 0;
  std::uint16_t rule = 0;     ///< index into Graph::rules()
  Field field = Field::Summary;
};

/// A slice of one of the graph's arrays.
struct Slice {
  std::uint32_t begin = 0;
  std::uint32_t count = 0;
};

struct Node {
  std::string_view iri;  ///< relative to the base, percent-encoded: `paper/2509.09674`
  KindSet kinds;
  Slice properties;
  Slice claims;  ///< only Result nodes have claims of their own
};

struct Edge {
  NodeId source = 0;
  NodeId target = 0;
  Relation relation = Relation::Author;
  Slice properties;
  Slice claims;
};

/// Names of rules in one graph: as many as Claim::rule can tell apart.
inline constexpr std::size_t most_rules = 65'536;

class Graph {
 public:
  struct Store;  ///< texts, shared with the views of a graph
  Graph();

  std::span<const Node> nodes() const { return nodes_; }
  std::span<const Edge> edges() const { return edges_; }
  const Node& node(NodeId id) const { return nodes_[id]; }
  const Edge& edge(EdgeId id) const { return edges_[id]; }

  /// Edges that leave `id`, sorted by (relation, target). Constant time.
  std::span<const Edge> out_edges(NodeId id) const;
  /// Edges that arrive at `id`, sorted by (source, relation). Constant time.
  std::span<const EdgeId> in_edges(NodeId id) const;
  /// The same nodes and edges as a Boost.Graph, for its algorithms: see topology.hpp.
  struct Topology;
  const Topology& topology() const { return *topology_; }

  /// Node with this relative IRI. Logarithmic.
  std::optional<NodeId> find(std::string_view iri) const;

  std::span<const Property> properties(const Node& node) const { return slice(properties_, node.properties); }
  std::span<const Property> properties(const Edge& edge) const { return slice(properties_, edge.properties); }
  std::span<const Claim> claims(const Node& node) const { return slice(claims_, node.claims); }
  std::span<const Claim> claims(const Edge& edge) const { return slice(claims_, edge.claims); }
  /// Value of a Text, Decimal, Date or Link property; empty when it is not there.
  std::string_view text(const Node& node, Key key) const;
  std::string_view text(const Edge& edge, Key key) const;
  const Value* value(const Node& node, Key key) const;
  const Value* value(const Edge& edge, Key key) const;
  /// The name to show: Name, else Title, else the last part of the IRI.
  std::string_view name(NodeId id) const;

  /// Sorted by (paper, date). Kept whole in views, so that claims can always be read.
  std::span<const Listing> listings() const;
  std::span<const std::string_view> rules() const;
  const Listing& listing(const Claim& claim) const { return listings()[claim.listing]; }
  std::string_view rule(const Claim& claim) const { return rules()[claim.rule]; }
  /// The sentence the claim was read from; empty when its range, which others may have written, lies outside the text or cuts a character.
  std::string_view sentence(const Claim& claim) const;

 private:
  friend class GraphBuilder;
  void index();
  void rank();
  template <class T>
  static std::span<const T> slice(const std::vector<T>& all, Slice s) { return std::span<const T>(all).subspan(s.begin, s.count); }

  std::shared_ptr<const Store> store_;
  std::vector<Node> nodes_;
  std::vector<Edge> edges_;
  std::vector<Property> properties_;
  std::vector<Claim> claims_;
  std::shared_ptr<const Topology> topology_;
  std::vector<std::uint32_t> first_out_, first_in_;
  std::vector<EdgeId> in_;
};

/// How much stands behind an edge: joint papers of two authors, else the number of its claims, or 1 when it has none.
std::size_t weight_of(const Graph& graph, const Edge& edge);

/// Collects nodes and edges in any order and makes a Graph. Handles are good until finish().
class GraphBuilder {
 public:
  GraphBuilder();
  /// A builder whose graph shares `other`'s texts, listings and rules: for views. Views into them need no keep().
  explicit GraphBuilder(const Graph& other);
  GraphBuilder(GraphBuilder&&) noexcept;
  ~GraphBuilder();

  /// Copies text into the graph's store.
  std::string_view keep(std::string_view text);
  std::span<const std::string_view> keep(std::span<const std::string_view> list);       ///< copies texts and list
  std::span<const std::string_view> keep_list(std::span<const std::string_view> list);  ///< of texts that are kept

  /// Entries whose texts the graph may point into, as if they were kept.
  const std::vector<Entry>& own(std::vector<Entry> entries);

  using Handle = std::uint32_t;
  /// Nodes so far; the next new one has this handle.
  std::size_t node_count() const;
  /// A node's IRI; the view is good as long as the graph.
  std::string_view iri(Handle node) const;
  /// The node with this relative IRI, made when it is not there yet; kinds are added to it. `iri` is copied when new.
  Handle node(std::string_view iri, KindSet kinds);
  /// A node that is not there yet and that node() is never asked for.
  Handle new_node(std::string_view iri, KindSet kinds);
  /// The edge (source, relation, target), made when it is not there yet.
  Handle edge(Handle source, Relation relation, Handle target);
  /// Sets a property once; text in `value` must be kept or outlive the graph. A second value for the same key replaces the first.
  void set_node(Handle node, Key key, Value value);
  void set_edge(Handle edge, Key key, Value value);
  void claim_node(Handle node, const Claim& claim);
  void claim_edge(Handle edge, const Claim& claim);

  /// Takes all edges and their claims from `other`, which was told them with handles of this builder's nodes and says nothing else: so one
  /// thread can tell edges while another tells nodes.
  void take_edges(GraphBuilder& other);

  /// Adds a listing; texts must be kept. Returns a provisional number for Claim::listing: finish() sorts listings and renumbers.
  std::uint32_t listing(const Listing& listing);
  /// Number of a rule's name for Claim::rule; finish() sorts rules and renumbers. Throws Error when there are more than most_rules.
  std::uint16_t rule(std::string_view name);

  /// Sorts everything, folds equal claims into one (the higher confidence stays) and gives the graph away; the builder is empty then.
  /// n log n in nodes, edges and claims.
  Graph finish();
  /// finish() of a graph that was saved: each listing that has an edge LISTED_IN gets its texts from that edge, the paper and its
  /// authors, so that listing() needs paper and date only.
  Graph finish_archive();
  /// finish() on up to two threads; nodes that may bear PageRank and degree get them.
  Graph finish_ranked(unsigned jobs = 1);

 private:
  struct State;
  enum class Ranks { None, Given };
  Graph finish(Ranks ranks, unsigned jobs);
  std::unique_ptr<State> state_;
};

// ---- resolution: names -> things -------------------------------------------------------------------------------------------

/// Forbids or forces merges and rejects claims (overrides.hpp).
struct Overrides;

/// One line of resolution.jsonl: what was joined, kept apart or left out, and why.
struct ResolutionStep {
  std::string iri;                 ///< the thing's IRI
  std::vector<std::string> names;  ///< names that it has, most used first; of a fact: subject, relation, object
  std::string reason;              ///< `folded`, `acronym`, `alias`, `homonym`, `override`, `kind`, `itself`, `lexicon`, `listing`, `proposed-person`
  std::string detail;
  auto operator<=>(const ResolutionStep&) const = default;
};

/// Something read that does not enter the graph; each has a step.
struct LeftOut {
  enum class Part : std::uint8_t { Fact, Result, ResultMethod, ResultBenchmark, ResultBaseline, Mention, Task };
  std::uint32_t entry = 0;
  Part part = Part::Fact;
  std::uint32_t index = 0;  ///< into the extraction's facts, results, things or tasks
  auto operator<=>(const LeftOut&) const = default;
};

/// What every thing of every extraction is, decided over the whole archive.
struct Resolution {
  struct Entity {
    std::string iri;   ///< `entity/livecodebench`
    std::string name;  ///< the form used most
    std::vector<std::string> aliases;  ///< the other forms, sorted
    KindSet kinds;
    Kind kind = Kind::Method;  ///< the one with most votes
  };
  std::vector<Entity> entities;                         ///< sorted by iri
  std::vector<std::vector<std::uint32_t>> of;           ///< of[entry][thing] -> index into entities
  std::vector<LeftOut> left_out;                        ///< sorted
  std::vector<ResolutionStep> steps;                    ///< sorted
};

/// Runs once over everything that was read; associative over shards because it only sums votes and compares folded names. The result
/// does not depend on the order of the entries. With more than one job a second thread looks for persons.
Resolution resolve(const std::vector<Entry>& entries, const std::vector<Extraction>& extractions, const Overrides* overrides = nullptr,
                   unsigned jobs = 1);

/// True when higher is better, empty when unknown.
using MetricDirection = std::function<std::optional<bool>(std::string_view metric)>;

/// Builds the graph of everything that was read, with PageRank and degree.
Graph build_graph(const std::vector<Entry>& entries, const std::vector<Extraction>& extractions, const Resolution& resolution,
                  const MetricDirection& higher_is_better);
inline Graph build_graph(const std::vector<Entry>& entries, const std::vector<Extraction>& extractions, const Resolution& resolution,
                         const Extractor& extractor) {
  return build_graph(entries, extractions, resolution, [&](std::string_view metric) { return extractor.higher_is_better(metric); });
}

struct Built {
  Graph graph;
  Resolution resolution;  ///< of a large archive only the steps
};
/// resolve() and build_graph() at once, with more than one job on several threads: the same graph. Takes the entries, into whose texts the
/// graph points, and empties the extractions of a large archive once they are in the graph, so that nothing is held twice.
Built build_archive(std::vector<Entry>& entries, std::vector<Extraction>& extractions, const MetricDirection& higher_is_better,
                      const Overrides* overrides = nullptr, unsigned jobs = 1);

/// Writes resolution.jsonl: one step a line.
void write_resolution_jsonl(std::span<const ResolutionStep> steps, Output& output);

/// Folds a name in case, hyphens, spacing and plural: names with equal keys are one thing. Never joins numbers: `Qwen3-8B` and
/// `Qwen38B` stay apart.
std::string fold_name(std::string_view name);
/// `entity/` and the like plus the percent-encoded key; injective.
std::string make_iri(std::string_view kind, std::string_view key);

// ---- graph.jsonl -----------------------------------------------------------------------------------------------------------

/// Writes the form that DESIGN calls graph.jsonl and Neo4j's apoc.import.json reads. Streams.
void write_graph_jsonl(const Graph& graph, Output& output);
/// Reads it back without loss, the lines in any order but nodes before their edges. Throws Error with file, line and column when the
/// bytes are not such a file.
Graph read_graph_jsonl(std::string_view name, std::string_view bytes);
/// Claims of the file whose sentence is not what stands at their range in `graph`, which was read from it.
std::vector<Diagnostic> sentence_faults(std::string_view name, std::string_view bytes, const Graph& graph);
/// The file that GRAPH of the command line means: a build folder's graph.jsonl, the file itself, or `-`. Throws Error when there is none.
std::string graph_file(const std::string& path);
/// GRAPH of the command line: a build folder, its graph.jsonl, or `-`. Throws Error.
Graph load_graph(const std::string& path);
/// The entries that a graph was built from: what merge and a growing archive read again.
std::vector<Entry> entries_of(const Graph& graph);

}  // namespace digestkg
