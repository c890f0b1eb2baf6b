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
  bool known = false;                 ///< the lexicon has it
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
