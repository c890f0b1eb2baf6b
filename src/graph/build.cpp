// Entries, what was read from them and what their names mean -> the graph.

#include "base/memory.hpp"
#include "base/parallel.hpp"
#include "graph/claims.hpp"
#include "graph/resolve_names.hpp"

#include <digestkg/graph.hpp>

#include <optional>
#include <utility>

namespace digestkg {
namespace {

/// Things and what is claimed of them, beside the papers; runs `aside` meanwhile.
template <class Aside>
void add_claims(const Findings& findings, GraphBuilder& builder, const MetricDirection& higher_is_better, Spending& spending, unsigned jobs,
                Aside aside) {
  GraphBuilder facts;
  both(jobs, [&] { add_things_and_results(findings, builder, higher_is_better, spending); },
       [&] {
         add_facts(findings, facts, spending);
         aside();
       });
  builder.take_edges(facts);
  spending.free_all();
}

}  // namespace

Graph build_graph(const std::vector<Entry>& entries, const std::vector<Extraction>& extractions, const Resolution& resolution,
                  const MetricDirection& higher_is_better) {
  const ListingOrder listings = order_listings(entries);
  GraphBuilder builder;
  Spending none;
  Papers papers(entries, listings.kept, builder, Papers::Texts::Copied);
  papers.add(Authors(entries, listings));
  add_claims({extractions, resolution, papers, builder.node_count()}, builder, higher_is_better, none, 1, [] {});
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
  both(jobs, [&] { resolution = resolve_names(owned, listings, extractions, overrides, jobs); }, [&] { papers.add(authors.emplace(owned, listings)); });
  add_claims({extractions, resolution, papers, builder.node_count()}, builder, higher_is_better, spending, jobs,
             [&] { add_persons(propose_persons(*authors), resolution); });
  if (large) {
    resolution = {{}, {}, {}, std::move(resolution.steps)};
    authors.reset();
    give_back_memory();
  }
  Built built;
  built.graph = builder.finish_ranked(jobs);
  built.resolution = std::move(resolution);
  if (large) give_back_memory();
  return built;
}

}  // namespace digestkg
