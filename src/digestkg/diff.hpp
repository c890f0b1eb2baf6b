#pragma once
// Two graphs -> what the newer one brought.

#include <digestkg/graph.hpp>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace digestkg {

struct GraphDiff {
  struct Named {
    std::string iri, name;
    Kind kind = Kind::Paper;
    auto operator<=>(const Named&) const = default;
  };
  struct ResultLine {
    std::string iri, paper, date, method, benchmark, metric, value, unit, raw;
    bool delta = false;
    std::string sentence;
    auto operator<=>(const ResultLine&) const = default;
  };
  /// A level that no level of the older graph reaches, on one benchmark by one metric and unit whose direction is known.
  struct NewBest {
    ResultLine now;
    ResultLine before;  ///< the best so far; its iri is empty when there was none
    auto operator<=>(const NewBest&) const = default;
  };
  std::vector<Named> papers_added, papers_removed;
  std::vector<Named> names_added, names_removed;  ///< methods, benchmarks, datasets, metrics, tasks
  std::vector<ResultLine> results_added, results_removed;
  std::vector<NewBest> new_bests;

  bool empty() const { return papers_added.empty() && papers_removed.empty() && names_added.empty() && names_removed.empty() &&
                              results_added.empty() && results_removed.empty(); }
};

/// All lists sorted. Linear in both graphs, which are compared by IRI.
GraphDiff diff(const Graph& older, const Graph& newer);

}  // namespace digestkg
