#pragma once
// What the simpler formats cannot carry, counted in one graph. A count of nothing is no loss and is left out.

#include <digestkg/export.hpp>

#include <vector>

namespace digestkg::exporters {

/// Decimals with more digits than a double holds.
std::vector<Loss> long_decimals(const View& view, const ExportOptions& options);
/// Of the whole graph: kinds past the first, properties but names, links and weights. Claims but the most confident one of each edge.
std::vector<Loss> drawn_claims(const View& view, const ExportOptions& options);
/// What the HTML page leaves out: links but to arXiv, aliases, places of authors, ranks.
std::vector<Loss> unshown_properties(const View& view, const ExportOptions& options);

/// All but names and edges: kinds of nodes, properties, claims.
std::vector<Loss> names_alone(const View& view, const ExportOptions& options);
/// names_alone, and names that Pajek's syntax cannot hold.
std::vector<Loss> pajek_losses(const View& view, const ExportOptions& options);

}  // namespace digestkg::exporters
