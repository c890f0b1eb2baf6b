#pragma once
// The files of ontology/rules/: tables of words, each with the sentence that proves it.

#include <digestkg/diagnostic.hpp>

#include <string_view>
#include <vector>

namespace digestkg {

/// Reports what is no TOML, tables without an example or words, and examples in which no word of the table stands.
void check_rules(std::string_view file, std::string_view bytes, std::vector<Diagnostic>& found);

}  // namespace digestkg
