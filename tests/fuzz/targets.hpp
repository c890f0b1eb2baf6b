#pragma once
// What is done to any bytes: those of the kept corpus and what chance makes of them (replay.cpp).

#include <span>
#include <string_view>

namespace digestkg::fuzz {

struct Target {
  std::string_view name;             ///< also of its folder in corpus/
  void (*run)(std::string_view bytes);  ///< throws std::logic_error when a property does not hold
};

/// `digest`, `jsonlines` and `atom` go from bytes to every file; `graph` from a saved graph; `lexicon` and `overrides` read what users write.
std::span<const Target> targets();

}  // namespace digestkg::fuzz
