#pragma once
// The kind of each thing, and which facts fit the kinds of their ends.

#include <digestkg/graph.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace digestkg {

/// Sums the votes of all things and of the roles that they play in facts; `entries` are indices into `extractions`, in an order that
/// does not depend on the input's. Sets kind and kinds of each entity.
void vote_kinds(const std::vector<Extraction>& extractions, std::span<const std::uint32_t> entries, Resolution& resolution);

}  // namespace digestkg
