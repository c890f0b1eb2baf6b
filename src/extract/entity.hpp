#pragma once
// The named things of one entry while it is read: what mentions, kinds, relations and results hand to each other.

#include "extract/document.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace digestkg {

struct Entity {
  std::vector<std::string> forms;     ///< first is the name; the others are aliases in order of appearance
  std::vector<Span> mentions;         ///< sorted, disjoint from those of every other entity
  Kind kind = Kind::Method;
  std::optional<Kind> also;
  std::array<float, 3> kind_probability{};  ///< Method, Benchmark, Dataset
  float name_probability = 0;         ///< that it is a name at all
  float intro_probability = 0;        ///< that the paper introduces it
  bool introduced = false;
  bool main = false;                  ///< the paper's main method: what "the model", "it", "our framework" mean; at most one
  std::uint8_t known_kinds = 0;       ///< kinds the lexicon gives it: bit 0 method, 1 benchmark, 2 dataset
  std::uint32_t canonical = 0;        ///< the lexicon's number of the thing, 0 when unknown
  std::uint16_t sources = 0;          ///< Source bits of its candidates (candidates.hpp)
};


/// One entry as the later stages see it. The document outlives it.
struct Scene {
  const Document* document = nullptr;
  std::vector<Entity> entities;
  std::vector<std::int16_t> owner;    ///< by token: index into entities, or -1
  std::int16_t main = -1;             ///< index of the main method, or -1

  /// Fills owner and main from the entities' mentions and flags.
  void lay();
};

}  // namespace digestkg
