#pragma once
// The lexicon's TOML files as the build made them ready for lookup (src/tools/compile_lexicon.cpp).

#include <string_view>

namespace digestkg {

/// Sorted lines in the form of LexiconIndex (lexicon_file.hpp).
struct CompiledLexicon {
  std::string_view names, metrics, not_names;
};
const CompiledLexicon& compiled_lexicon();

}  // namespace digestkg
