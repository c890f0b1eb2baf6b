#pragma once
// Extractions -> one JSON record an entry: what other programs read, and what a reading is scored by.

#include <digestkg/graph.hpp>

namespace digestkg {

/// Writes what entry number `index` says, as `resolution` sees it: things that are one are one, kinds are those of the whole input, and
/// what resolution left out is not there. Members: `id`, `date`, `entities`, `introduces`, `uses`, `trained_on`, `evaluated_on`,
/// `outperforms`, `results`, `tasks`, and `claims`, whose `about` is a JSON Pointer into the record (`/uses/0`).
void write_record(const Entry& entry, const Extraction& extraction, const Resolution& resolution, std::size_t index, Output& output);

/// Writes the entry with everything that was read from it, before any decision that needs other entries. The entry's own members are
/// those of JSON Lines input, so a file of raw records can be read again, by `merge` or by `build`.
void write_raw_record(const Entry& entry, const Extraction& extraction, Output& output);

}  // namespace digestkg
