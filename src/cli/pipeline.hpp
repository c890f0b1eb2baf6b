#pragma once
// Inputs -> entries -> extractions -> one graph, with faults reported and progress shown: what build, extract and merge share.

#include "cli/options.hpp"

#include <digestkg/digest.hpp>
#include <digestkg/extract.hpp>
#include <digestkg/graph.hpp>
#include <digestkg/overrides.hpp>

#include <optional>
#include <string>
#include <vector>

namespace digestkg::cli {

/// What reading an entry uses besides the entry. Files are read at once, so a broken one fails before the inputs are read.
struct Knowledge {
  explicit Knowledge(const ReadingOptions& options);

  Extractor extractor;
  std::optional<Overrides> overrides;
};

/// Reads the inputs and reports every fault on standard error. Throws Error when there is no entry.
Reading read_reported(const ReadingOptions& options);
/// Reports the faults of what was read.
void report_faults(const Reading& reading);
/// `214 files, 3,404 rows: 3,404 entries, 0 rejected, 2 warnings`
std::string summary_of(const Reading& reading, std::size_t entries);
/// Adds a warning, and reports it, for each entry that is too long to be read to its end. `reading` must still have its entries.
void report_unread(Reading& reading, const std::vector<Extraction>& extractions);
/// 3 under --strict when there was a fault, else 0.
int exit_code(const Reading& reading, const ReadingOptions& options);

std::vector<Extraction> extract_all(const Knowledge& knowledge, const std::vector<Entry>& entries, unsigned jobs);
Resolution resolve_all(const Knowledge& knowledge, const std::vector<Entry>& entries, const std::vector<Extraction>& extractions,
                       unsigned jobs);

/// Takes the entries out of `reading` and adds the faults that are only found now.
Built build_all(const Knowledge& knowledge, Reading& reading, unsigned jobs);

}  // namespace digestkg::cli
