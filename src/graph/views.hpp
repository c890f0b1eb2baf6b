#pragma once
// What the views share: the graph that is asked about, names, limits and the words of a caption.

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
/// `1 method`, `2,104 methods`.
std::string counted(std::size_t count, std::string_view singular, std::string_view plural);
/// `; from 2025-01-01 on; confidence at least 0.8`: what the request leaves out, as notes.
std::vector<std::string> limits_in_words(const ViewRequest& request);

/// Cuts the selection out, keeping only the kinds and weights that the request asks for, and measures it. `focus` always stays.
View finish(const Graph& graph, Selection selection, const ViewRequest& request, std::optional<NodeId> focus, std::string title,
            std::vector<std::string> notes);
/// The same with a copy that the view has added to.
View finish(const Graph& graph, Copy copy, const ViewRequest& request, std::optional<NodeId> focus, std::string title,
            std::vector<std::string> notes);

}  // namespace digestkg::views
