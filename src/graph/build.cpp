// Entries, what was read from them and what their names mean -> the graph.

#include "base/memory.hpp"
#include "base/parallel.hpp"
#include "base/text_index.hpp"
#include "graph/papers.hpp"
#include "graph/phrases.hpp"
#include "graph/resolve_names.hpp"
#include "graph/spending.hpp"

#include <digestkg/graph.hpp>

#include <algorithm>
#include <optional>
#include <utility>

namespace digestkg {
namespace {

using Handle = GraphBuilder::Handle;
using Part = LeftOut::Part;

/// What the names of an archive mean and what is claimed of them, put beside its papers.
class Claims {
 public:
  Claims(const std::vector<Extraction>& extractions, const Resolution& resolution, const Papers& papers, GraphBuilder& builder)
      : extractions_(extractions), resolution_(resolution), papers_(papers), builder_(builder), metrics_(builder, Kind::Metric),
        tasks_(builder, Kind::Task) {}

  void add(Spending& spending, const MetricDirection& higher_is_better) {
    add_entities();
    for (std::size_t listing = 0; listing < papers_.kept().size(); ++listing) {
      take_listing(listing);
      add_listing(extractions_[papers_.kept()[listing]]);
      spending.free(papers_.kept()[listing]);
    }
    spending.free_all();
    tasks_.for_each([&](const Phrase& task, auto forms) { set(task.node, Key::Name, forms.front()); });
    metrics_.for_each([&](const Phrase& metric, auto forms) { describe_metric(metric, forms, higher_is_better); });
  }

 private:
  void set(Handle node, Key key, std::string_view kept) {
    if (!kept.empty()) builder_.set_node(node, key, kept);
  }
  void text(Handle node, Key key, std::string_view value) { set(node, key, builder_.keep(value)); }

  void add_entities() {
    entities_.reserve(resolution_.entities.size());
    for (const Resolution::Entity& entity : resolution_.entities) {
      const Handle node = builder_.new_node(entity.iri, entity.kinds);
      text(node, Key::Name, entity.name);
      const std::vector<std::string_view> aliases(entity.aliases.begin(), entity.aliases.end());
      if (!aliases.empty()) builder_.set_node(node, Key::Aliases, builder_.keep(aliases));
      entities_.push_back(node);
    }
  }

  void take_listing(std::size_t listing) {
    const std::uint32_t entry = papers_.kept()[listing];
    listing_ = static_cast<std::uint32_t>(listing);
    if (const Handle paper = papers_.paper_of(listing); std::exchange(paper_, paper) != paper) forget_results();
    things_ = resolution_.of[entry];
    left_out_ = std::ranges::equal_range(resolution_.left_out, entry, {}, &LeftOut::entry);
  }

  /// What is reported has its paper's IRI in its own: another paper's cannot be the same.
  void forget_results() {
    results_.clear();
    result_nodes_.clear();
  }

  /// Names of rules come from few places: the builder, which looks at what they say, is asked once for each.
  std::uint16_t rule(std::string_view name) {
    const auto known = std::ranges::find_if(rules_, [&](const auto& r) { return r.first.data() == name.data() && r.first.size() == name.size(); });
    return known != rules_.end() ? known->second : rules_.emplace_back(name, builder_.rule(name)).second;
  }

  Claim claim(const Evidence& evidence) {
    return {listing_, evidence.sentence.begin, evidence.sentence.end, evidence.confidence, rule(evidence.rule), evidence.sentence.field};
  }

  void relate(Handle source, Relation relation, Handle target, const Claim& claim) {
    builder_.claim_edge(builder_.edge(source, relation, target), claim);
  }

  bool left_out(Part part, std::size_t index) const {
    return !left_out_.empty() && std::ranges::binary_search(left_out_, LeftOut{left_out_.front().entry, part, static_cast<std::uint32_t>(index)});
  }

  Handle thing(std::int16_t index) const { return entities_[things_[static_cast<std::size_t>(index)]]; }

  void add_listing(const Extraction& read) {
    for (std::size_t i = 0; i < read.things.size(); ++i)
      if (!left_out(Part::Mention, i)) relate(paper_, Relation::Mentions, entities_[things_[i]], claim(read.things[i].evidence));
    for (std::size_t i = 0; i < read.facts.size(); ++i) {
      const Fact& fact = read.facts[i];
      if (left_out(Part::Fact, i)) continue;
      relate(fact.subject == nothing ? paper_ : thing(fact.subject), fact.relation, thing(fact.object), claim(fact.evidence));
    }
    for (std::size_t i = 0; i < read.tasks.size(); ++i) {
      if (read.tasks[i].name.empty() || left_out(Part::Task, i)) continue;
      relate(paper_, Relation::Addresses, tasks_.use(read.tasks[i].name).node, claim(read.tasks[i].evidence));
    }
    for (std::size_t i = 0; i < read.results.size(); ++i)
      if (!left_out(Part::Result, i)) add_result(i, read.results[i]);
  }

  /// One step of a result's IRI.
  std::string_view step(std::int16_t thing) const {
    return thing == nothing ? std::string_view("/_") : std::string_view(resolution_.entities[things_[static_cast<std::size_t>(thing)]].iri).substr(6);
  }

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

  const std::vector<Extraction>& extractions_;
  const Resolution& resolution_;
  const Papers& papers_;
  GraphBuilder& builder_;
  Phrases metrics_, tasks_;
  std::vector<Handle> entities_;            ///< by index into the resolution's entities
  std::uint32_t listing_ = 0;               ///< the one that is added, its paper, things and what is left out of it
  Handle paper_ = 0;
  std::span<const std::uint32_t> things_;
  std::span<const LeftOut> left_out_;
  TextIndex results_;                       ///< IRIs of the paper's
  std::vector<Handle> result_nodes_;        ///< likewise
  std::vector<std::pair<std::string_view, std::uint16_t>> rules_;
  std::string iri_;
};

}  // namespace

Graph build_graph(const std::vector<Entry>& entries, const std::vector<Extraction>& extractions, const Resolution& resolution,
                  const MetricDirection& higher_is_better) {
  const ListingOrder listings = order_listings(entries);
  GraphBuilder builder;
  Spending none;
  Papers papers(entries, listings.kept, builder, Papers::Texts::Copied);
  papers.add(Authors(entries, listings));
  Claims(extractions, resolution, papers, builder).add(none, higher_is_better);
  return builder.finish_ranked();
}

Built build_archive(std::vector<Entry>& entries, std::vector<Extraction>& extractions, const MetricDirection& higher_is_better,
                    const Overrides* overrides, unsigned jobs) {
  const bool large = entries.size() >= large_archive;
  const ListingOrder listings = order_listings(entries);
  GraphBuilder builder;
  const std::vector<Entry>& owned = builder.own(std::exchange(entries, {}));
  Papers papers(owned, listings.kept, builder, Papers::Texts::Owned);
  std::optional<Authors> authors;
  Spending spending = large ? Spending(extractions) : Spending();
  Resolution resolution;
  std::vector<ResolutionStep> persons;
  both(jobs, [&] { resolution = resolve_names(owned, listings, extractions, overrides, jobs); }, [&] { papers.add(authors.emplace(owned, listings)); });
  both(jobs, [&] { Claims(extractions, resolution, papers, builder).add(spending, higher_is_better); },
       [&] { persons = propose_persons(*authors); });
  if (large) {
    resolution = {{}, {}, {}, std::move(resolution.steps)};
    authors.reset();
    give_back_memory();
  }
  Built built;
  both(jobs, [&] { built.graph = builder.finish_ranked(jobs); }, [&] { add_persons(std::exchange(persons, {}), resolution); });
  built.resolution = std::move(resolution);
  if (large) give_back_memory();
  return built;
}

}  // namespace digestkg
