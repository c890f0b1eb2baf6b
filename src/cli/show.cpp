// A name -> every fact about it, with the sentences it was read from.

#include "cli/command.hpp"
#include "cli/named.hpp"
#include "cli/options.hpp"
#include "cli/style.hpp"

#include <CLI/CLI.hpp>

#include <digestkg/graph.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <unistd.h>

namespace digestkg::cli {
namespace {

struct Options {
  std::string graph;
  std::string name;
  double min_confidence = 0;
  std::size_t limit = 10;
};

/// How an edge reads from its target's side, in the order of Relation.
constexpr std::array<std::string_view, relation_count> passive{
    "author of",    "introduced by",    "mentioned by", "addressed by",    "lists",       "used by",         "training data of", "evaluation of",
    "outperformed by", "reported by", "results",      "results on it", "results by it", "baseline of", "co-author"};

class Show {
 public:
  Show(const Graph& graph, const Options& options, Output& output) : graph_(graph), options_(options), output_(output) {}

  void node(NodeId id) {
    header(id);
    properties(id);
    claims(graph_.claims(graph_.node(id)), "  ");
    for (const RelationInfo& relation : relations()) {
      group(id, relation, true);
      group(id, relation, false);
    }
  }

 private:
  void line(std::string_view text) { output_ << printable(text) << '\n'; }

  void header(NodeId id) {
    std::string kind_names;
    for (const KindInfo& kind : kinds())
      if (graph_.node(id).kinds.has(kind.kind)) kind_names += (kind_names.empty() ? "" : ", ") + std::string(kind.record);
    output_ << bold(printable(graph_.name(id)), STDOUT_FILENO) << "  " << kind_names << "  " << printable(graph_.node(id).iri) << '\n';
  }

  void properties(NodeId id) {
    for (const Property& property : graph_.properties(graph_.node(id))) {
      if (property.key == Key::Name) continue;
      line("  " + std::string(info(property.key).name) + ": " + shown(property.value));
    }
  }

  static std::string shown(const Value& value) {
    struct Visitor {
      std::string operator()(std::string_view text) const { return std::string(text); }
      std::string operator()(std::int64_t number) const { return std::to_string(number); }
      std::string operator()(double number) const { return short_number(number); }
      std::string operator()(bool truth) const { return truth ? "yes" : "no"; }
      std::string operator()(std::span<const std::string_view> list) const {
        std::string text;
        for (const std::string_view item : list) text += (text.empty() ? "" : "; ") + std::string(item);
        return text;
      }
    };
    return std::visit(Visitor{}, value);
  }

  static std::string short_number(double number) {
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::general, 3).ptr;
    return {text.data(), end};
  }

  bool wanted(const Edge& edge) const {
    const auto all = graph_.claims(edge);
    return all.empty() || std::ranges::any_of(all, [&](const Claim& claim) { return claim.confidence >= options_.min_confidence; });
  }

  /// All edges of one relation that leave or arrive at the node, the ones with most claims first.
  void group(NodeId id, const RelationInfo& relation, bool leaving) {
    std::vector<const Edge*> edges;
    const auto take = [&](const Edge& edge) {
      if (edge.relation == relation.relation && wanted(edge)) edges.push_back(&edge);
    };
    if (leaving) {
      for (const Edge& edge : graph_.out_edges(id)) take(edge);
    } else {
      for (const EdgeId edge : graph_.in_edges(id)) take(graph_.edge(edge));
    }
    if (edges.empty()) return;
    std::ranges::stable_sort(edges, std::ranges::greater{}, [](const Edge* edge) { return edge->claims.count; });
    output_ << ' ' << bold(leaving ? relation.picture : passive[static_cast<std::size_t>(relation.relation)], STDOUT_FILENO) << '\n';
    for (std::size_t i = 0; i < std::min(edges.size(), options_.limit); ++i) {
      const NodeId other = leaving ? edges[i]->target : edges[i]->source;
      line("  " + described(other));
      claims(graph_.claims(*edges[i]), "      ");
    }
    if (edges.size() > options_.limit) line("  and " + grouped(edges.size() - options_.limit) + " more (--limit N shows more)");
  }

  /// A result needs its number and what it is about; everything else its name.
  std::string described(NodeId id) const {
    const Node& node = graph_.node(id);
    if (node.kinds.has(Kind::Paper)) return std::string(graph_.text(node, Key::ArxivId)) + "  " + std::string(graph_.name(id));
    if (!node.kinds.has(Kind::Result)) return std::string(graph_.name(id));
    std::string text(graph_.text(node, Key::Raw));
    for (const Edge& edge : graph_.out_edges(id)) {
      constexpr std::array words{std::pair{Relation::ByMetric, " "}, std::pair{Relation::OnBenchmark, " on "}, std::pair{Relation::OfMethod, " by "},
                                 std::pair{Relation::OverBaseline, " over "}};
      for (const auto& [relation, word] : words)
        if (edge.relation == relation) text += word + std::string(graph_.name(edge.target));
    }
    return text;
  }

  void claims(std::span<const Claim> all, std::string_view indent) {
    for (const Claim& claim : all) {
      if (claim.confidence < options_.min_confidence) continue;
      const Listing& listing = graph_.listing(claim);
      line(std::string(indent) + "\"" + std::string(graph_.sentence(claim)) + "\"");
      line(std::string(indent) + std::string(listing.paper.substr(listing.paper.find('/') + 1)) + ", " + std::string(listing.date) + ", confidence " +
           short_number(claim.confidence) + " (" + std::string(graph_.rule(claim)) + ")");
    }
  }

  const Graph& graph_;
  const Options& options_;
  Output& output_;
};

int run(const Options& options) {
  const Graph graph = load_graph(options.graph);
  const std::vector<NodeId> found = nodes_named(graph, options.name);
  StandardOutput output;
  Show show(graph, options, output);
  for (const NodeId id : found) {
    if (id != found.front()) output << '\n';
    show.node(id);
  }
  output.flush();
  return exit_done;
}

}  // namespace

Run define_show(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  add_graph(app, options->graph);
  app.add_option("NAME", options->name, "A name, an arXiv id or an IRI; upper and lower case are the same")->required()->type_name("");
  app.add_option("--limit", options->limit, "Most edges of one kind")->capture_default_str()->type_name("N");
  add_min_confidence(app, options->min_confidence);
  return [options] { return run(*options); };
}

}  // namespace digestkg::cli
