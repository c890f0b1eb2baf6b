#pragma once
// What the lexicon says about the spans of a document.

#include "extract/document.hpp"
#include "ontology/lexicon.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace digestkg {

struct Known {
  std::uint8_t kinds = 0;       ///< bit 0 method, 1 benchmark, 2 dataset
  bool not_a_name = false;      ///< a field, class of models, company, language, ...
  bool metric = false;
  std::uint8_t written = 0;     ///< Written of the match
  std::string_view role;        ///< the lexicon's: `model`, `technique`, `company`, ...
  std::uint32_t canonical = 0;  ///< the same for all forms of one thing; 0 when unknown
};

struct KnownSpan {
  Span span;
  Known known;
};

/// The methods, benchmarks and datasets of the lexicon that stand in a document: the longest at each word. Linear.
void find_known(const Document& document, const Lexicon& lexicon, std::vector<KnownSpan>& known);

}  // namespace digestkg
