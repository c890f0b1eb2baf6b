#pragma once
// Parts of an archive -> one archive. What was read from parts is read again, so that merging is associative and commutative.

#include <digestkg/graph.hpp>

#include <vector>

namespace digestkg {

/// All entries, sorted by (id, date), one for each paper and day: where texts differ, the longest summary stays. Build them to get the
/// bytes of one build of everything.
std::vector<Entry> merge_entries(std::vector<std::vector<Entry>> parts);

}  // namespace digestkg
