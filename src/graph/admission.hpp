#pragma once
// Which facts enter the graph: those whose ends have fitting kinds, are two things, and that the user does not reject.

#include <digestkg/graph.hpp>
#include <digestkg/overrides.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace digestkg {

/// Fills resolution.left_out with what does not enter, and adds a step for each. Wants entities with kinds.
void leave_out(const std::vector<Entry>& entries, const std::vector<Extraction>& extractions, std::span<const std::uint32_t> kept,
               const Overrides& overrides, Resolution& resolution);

}  // namespace digestkg
