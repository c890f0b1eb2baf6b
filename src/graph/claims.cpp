// Extractions and what their names mean -> things, tasks and results, and edges with the sentences that claim them.

#include "graph/claims.hpp"

#include "base/text_index.hpp"
#include "graph/phrases.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace digestkg {
namespace {

using Handle = GraphBuilder::Handle;
using Part = LeftOut::Part;

/// Claims of one listing after the other.
class Claims {
 public:
  Claims(const Findings& findings, GraphBuilder& builder) : findings_(findings), builder_(builder) {}

 protected:
  /// Returns what was read from the listing, which comes next.
  const Extraction& take(std::size_t listing) {
    const std::uint32_t entry = findings_.papers.kept()[listing];
    listing_ = static_cast<std::uint32_t>(listing);
    things_ = findings_.resolution.of[entry];
    left_out_ = std::ranges::equal_range(findings_.resolution.left_out, entry, {}, &LeftOut::entry);
    return findings_.extractions[entry];
  }

  std::size_t listings() const { return findings_.papers.kept().size(); }
  Handle paper() const { return findings_.papers.paper_of(listing_); }
  Handle thing(std::int16_t index) const { return static_cast<Handle>(findings_.first_entity + number(index)); }
  const Resolution::Entity& entity(std::int16_t index) const { return findings_.resolution.entities[number(index)]; }

  bool left_out(Part part, std::size_t index) const {
    return !left_out_.empty() && std::ranges::binary_search(left_out_, LeftOut{left_out_.front().entry, part, static_cast<std::uint32_t>(index)});
  }

  Claim claim(const Evidence& evidence) {
    return {listing_, evidence.sentence.begin, evidence.sentence.end, evidence.confidence, rule(evidence.rule), evidence.sentence.field};
  }

  void relate(Handle source, Relation relation, Handle target, const Claim& claim) {
    builder_.claim_edge(builder_.edge(source, relation, target), claim);
  }

  const Findings& findings_;
  GraphBuilder& builder_;

 private:
  /// Among the resolution's things.
  std::uint32_t number(std::int16_t thing) const { return things_[static_cast<std::size_t>(thing)]; }

  /// Names of rules come from few places: the builder, which looks at what they say, is asked once for each.
  std::uint16_t rule(std::string_view name) {
    const auto known = std::ranges::find_if(rules_, [&](const auto& r) { return r.first.data() == name.data() && r.first.size() == name.size(); });
    return known != rules_.end() ? known->second : rules_.emplace_back(name, builder_.rule(name)).second;
  }

  std::uint32_t listing_ = 0;               ///< the one that is added, its things and what is left out of it
  std::span<const std::uint32_t> things_;
  std::span<const LeftOut> left_out_;
  std::vector<std::pair<std::string_view, std::uint16_t>> rules_;
};

/// Mentions and facts: edges alone.
class EdgeClaims : Claims {
 public:
  using Claims::Claims;

  void add(Spending& spending) {
    for (std::size_t listing = 0; listing < listings(); ++listing) {
      const Extraction& read = take(listing);
      for (std::size_t i = 0; i < read.things.size(); ++i)
        if (!left_out(Part::Mention, i)) relate(paper(), Relation::Mentions, thing(static_cast<std::int16_t>(i)), claim(read.things[i].evidence));
      for (std::size_t i = 0; i < read.facts.size(); ++i)
        if (!left_out(Part::Fact, i)) add(read.facts[i]);
      spending.free_facts(findings_.papers.kept()[listing]);
    }
  }

 private:
  void add(const Fact& fact) {
    relate(fact.subject == nothing ? paper() : thing(fact.subject), fact.relation, thing(fact.object), claim(fact.evidence));
  }
};

/// Tasks and results, which are nodes of their own.
class NodeClaims : Claims {
 public:
  NodeClaims(const Findings& findings, GraphBuilder& builder)
      : Claims(findings, builder), metrics_(builder, Kind::Metric), tasks_(builder, Kind::Task) {}

  void add(const MetricDirection& higher_is_better, Spending& spending) {
    for (std::size_t listing = 0; listing < listings(); ++listing) {
      const Extraction& read = take(listing);
      if (std::exchange(paper_, paper()) != paper()) forget_results();
      for (std::size_t i = 0; i < read.tasks.size(); ++i) {
        if (read.tasks[i].name.empty() || left_out(Part::Task, i)) continue;
        relate(paper_, Relation::Addresses, tasks_.use(read.tasks[i].name).node, claim(read.tasks[i].evidence));
      }
      for (std::size_t i = 0; i < read.results.size(); ++i)
        if (!left_out(Part::Result, i)) add_result(i, read.results[i]);
      spending.free_results(findings_.papers.kept()[listing]);
    }
    tasks_.for_each([&](const Phrase& task, auto forms) { set(task.node, Key::Name, forms.front()); });
    metrics_.for_each([&](const Phrase& metric, auto forms) { describe_metric(metric, forms, higher_is_better); });
  }

 private:
  void set(Handle node, Key key, std::string_view kept) {
    if (!kept.empty()) builder_.set_node(node, key, kept);
  }
  void text(Handle node, Key key, std::string_view value) { set(node, key, builder_.keep(value)); }

  /// What is reported has its paper's IRI in its own: another paper's cannot be the same.
  void forget_results() {
    results_.clear();
    result_nodes_.clear();
  }

  /// One step of a result's IRI.
  std::string_view step(std::int16_t thing) const { return thing == nothing ? std::string_view("/_") : std::string_view(entity(thing).iri).substr(6); }

  void add_result(std::size_t index, const ReportedResult& result) {
    const auto end = [&](Part part, std::int16_t thing) { return thing != nothing && left_out(part, index) ? nothing : thing; };
    const std::int16_t method = end(Part::ResultMethod, result.method);
    const std::int16_t benchmark = end(Part::ResultBenchmark, result.benchmark);
    const std::int16_t baseline = end(Part::ResultBaseline, result.baseline);
    Phrase* const metric = result.metric.empty() ? nullptr : &metrics_.use(result.metric);
    iri_ = "result";
    iri_.append(builder_.iri(paper_).substr(5)).append(step(method)).append(step(benchmark));
    iri_.append(metric ? metric->step : iri_step("")).append(iri_step(result.value)).append(iri_step(result.unit));
    iri_.append(result.delta ? "/delta" : "/level");
    const std::uint32_t number = results_.add(iri_, [&](std::string_view iri) { return add_result_node(iri, result); });
    const Handle node = result_nodes_[number];
    const Claim evidence = claim(result.evidence);
    builder_.claim_node(node, evidence);
    relate(paper_, Relation::Reports, node, evidence);
    if (method != nothing) relate(node, Relation::OfMethod, thing(method), evidence);
    if (benchmark != nothing) relate(node, Relation::OnBenchmark, thing(benchmark), evidence);
    if (baseline != nothing) relate(node, Relation::OverBaseline, thing(baseline), evidence);
    if (!metric) return;
    metric->see(result.unit, builder_);
    relate(node, Relation::ByMetric, metric->node, evidence);
  }

  /// The first reading of a result gives its properties. Returns the IRI, kept.
  std::string_view add_result_node(std::string_view iri, const ReportedResult& result) {
    const Handle node = builder_.new_node(iri, Kind::Result);
    result_nodes_.push_back(node);
    text(node, Key::Value, result.value);
    text(node, Key::Unit, result.unit);
    text(node, Key::Raw, result.raw);
    builder_.set_node(node, Key::Delta, result.delta);
    text(node, Key::BaselineValue, result.baseline_value);
    return builder_.iri(node);
  }

  void describe_metric(const Phrase& metric, std::span<const std::string_view> forms, const MetricDirection& higher_is_better) {
    set(metric.node, Key::Name, forms.front());
    std::optional<bool> higher;
    for (const std::string_view form : forms)
      if (!higher) higher = higher_is_better(form);
    if (forms.size() > 1) builder_.set_node(metric.node, Key::Aliases, builder_.keep_list(forms.subspan(1)));
    if (metric.unit && !metric.has_several_units) set(metric.node, Key::Unit, *metric.unit);
    if (higher) set(metric.node, Key::Direction, *higher ? "higher" : "lower");
  }

  Phrases metrics_, tasks_;
  Handle paper_ = 0;
  TextIndex results_;                 ///< IRIs of the paper's
  std::vector<Handle> result_nodes_;  ///< likewise
  std::string iri_;
};

/// The resolution's, one behind the other.
void add_things(const Resolution& resolution, GraphBuilder& builder) {
  for (const Resolution::Entity& entity : resolution.entities) {
    const Handle node = builder.new_node(entity.iri, entity.kinds);
    if (!entity.name.empty()) builder.set_node(node, Key::Name, builder.keep(entity.name));
    const std::vector<std::string_view> aliases(entity.aliases.begin(), entity.aliases.end());
    if (!aliases.empty()) builder.set_node(node, Key::Aliases, builder.keep(aliases));
  }
}

}  // namespace

void add_things_and_results(const Findings& findings, GraphBuilder& builder, const MetricDirection& higher_is_better, Spending& spending) {
  add_things(findings.resolution, builder);
  NodeClaims(findings, builder).add(higher_is_better, spending);
}

void add_facts(const Findings& findings, GraphBuilder& edges, Spending& spending) { EdgeClaims(findings, edges).add(spending); }

}  // namespace digestkg
