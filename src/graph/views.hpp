#pragma once
// What the views share: the graph that is asked about, names, limits and the words of a caption.

#include "base/counted.hpp"
#include "graph/cut.hpp"

#include <digestkg/view.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace digestkg::views {

View outperforms(const Graph& graph, const ViewRequest& request);
View authors(const Graph& graph, const ViewRequest& request);
View benchmark(const Graph& graph, const ViewRequest& request);
View paper(const Graph& graph, const ViewRequest& request);
View around(const Graph& graph, const ViewRequest& request);
View timeline(const Graph& graph, const ViewRequest& request);

/// The node that `name` means. Throws Error with the nearest names when there is none.
NodeId named(const Graph& graph, std::string_view name, KindSet kinds = {});
/// `; from 2025-01-01 on; confidence at least 0.8`: what the request leaves out, as notes.
std::vector<std::string> limits_in_words(const ViewRequest& request);

/// The kinds that the request keeps; empty for all.
KindSet only(const ViewRequest& request);
/// `those of highest PageRank` when the request says how to choose, else `usual`.
std::string chosen(const ViewRequest& request, std::string_view usual);
/// Drops the kinds that the request does not want; `focus` stays.
void narrow(const Graph& graph, Selection& selection, const ViewRequest& request, std::optional<NodeId> focus);

/// Selects the papers, methods, benchmarks and metrics of the results that are selected.
void keep_facts_of_results(const Graph& graph, Selection& selection);
/// Nodes of pairs, both ends of a pair together, in the order of the lesser end by `measure`: what is kept of them hangs together.
std::vector<NodeId> ends_by(const Graph& graph, const std::vector<std::pair<NodeId, NodeId>>& pairs, Measure measure);
/// Throws Error when the request keeps none of the `needed` kinds, without which the view shows nothing.
void need(const ViewRequest& request, KindSet needed, std::string_view view);

/// Cuts the selection out, keeping only the kinds that the request asks for, and measures it. `focus` always stays.
View finish(const Graph& graph, Selection selection, const ViewRequest& request, std::optional<NodeId> focus, std::string title,
            std::vector<std::string> notes);
/// The same with a copy that the view has added to.
View finish(const Graph& graph, Copy copy, const ViewRequest& request, std::optional<NodeId> focus, std::string title,
            std::vector<std::string> notes);

}  // namespace digestkg::views
