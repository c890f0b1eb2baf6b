#pragma once
// The files of ontology/ as they were when the program was built.

#include <span>
#include <string_view>

namespace digestkg {

struct EmbeddedFile {
  std::string_view name;  ///< path below ontology/: `lexicon/benchmarks.toml`
  std::string_view bytes;
};

/// Sorted by name.
std::span<const EmbeddedFile> embedded_files();

}  // namespace digestkg
