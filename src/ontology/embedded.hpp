#pragma once
// The files of ontology/ as they were when the program was built.

#include <span>
#include <string_view>

namespace digestkg {

struct EmbeddedFile {
  std::string_view name;  ///< path below ontology/: `lexicon/benchmarks.toml`
  std::string_view bytes;
};

/// All but the weights, sorted by name.
std::span<const EmbeddedFile> embedded_files();

/// Each file of ontology/weights/ as CompiledModel reads it, under its name without folder and extension.
std::span<const EmbeddedFile> compiled_weights();

/// One file: what is known of words, as CompiledWords reads it.
std::span<const EmbeddedFile> compiled_words();

}  // namespace digestkg
