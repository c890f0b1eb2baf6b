#pragma once
// One export of a graph held against the graph, fact by fact.

#include "unit/agreement/facts.hpp"

#include <string>

namespace digestkg::testing {

/// One file, or those of a folder, which goes through the disk.
Files write(const Format& format, const View& view);
/// Null when the format has none.
const FactReader* reader_of(const Format& format);
/// What an export says too little or too much against `all`, the facts of its graph, apart from what its format declares as lost; empty
/// when they agree.
std::string disagreement(const Format& format, const Facts& all, const Files& files);

}  // namespace digestkg::testing
