#pragma once
// Whether the files of ontology/ keep their own promises.

#include <digestkg/diagnostic.hpp>

#include <span>
#include <string_view>
#include <vector>

namespace digestkg {

struct OntologyFile {
  std::string_view name;  ///< path below ontology/: `lexicon/benchmarks.toml`
  std::string_view bytes;
};

/// Checks lexicon/*.toml, lexicon/words.txt and rules/*.toml among `files`; others are not looked at. Reports what cannot be read,
/// records without a kind, one folded form in two records (unless they are of two kinds and one names the other under `also`),
/// ordinary words that are not marked exact, files and rules without an example, and examples that do not hold. Sorted by file
/// and line.
std::vector<Diagnostic> check_ontology(std::span<const OntologyFile> files);

/// The files that are compiled in.
std::vector<Diagnostic> check_ontology();

/// One lexicon of a user's own, `path` being its name in the diagnostics.
std::vector<Diagnostic> check_lexicon(std::string_view path, std::string_view bytes);

}  // namespace digestkg
