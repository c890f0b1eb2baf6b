#pragma once
// What the lexicon says about a span of tokens.

#include "extract/document.hpp"

#include <cstdint>

namespace digestkg {

struct Known {
  std::uint8_t kinds = 0;       ///< bit 0 method, 1 benchmark, 2 dataset
  bool not_a_name = false;      ///< a field, class of models, company, language, ...
  bool metric = false;
  std::uint32_t canonical = 0;  ///< the same for all forms of one thing; 0 when unknown
};

}  // namespace digestkg
