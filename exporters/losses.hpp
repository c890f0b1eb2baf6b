#pragma once
// What the simpler formats cannot carry, counted in one graph. A count of nothing is no loss and is left out.

#include <digestkg/export.hpp>

#include <vector>

namespace digestkg::exporters {

/// Decimals with more digits than a double holds.
std::vector<Loss> long_decimals(const View& view, const ExportOptions& options);
/// Claims of edges past the most confident one.
std::vector<Loss> drawn_claims(const View& view, const ExportOptions& options);

}  // namespace digestkg::exporters
