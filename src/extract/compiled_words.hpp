#pragma once
// The lists of words as the build made them ready for lookup (src/tools/compile_words.cpp): bytes that are used where they lie.

#include "base/perfect_hash.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace digestkg {

/// What is known of a word: its classes as bits of WordClass, how common it is and how long its ending (WordInfo).
struct CompiledWord {
  std::uint32_t classes = 0;
  std::uint8_t commonness = 0;
  std::uint8_t ending = 0;
};

/// Layout: 256 sets of classes, a perfect hash of the words, its slots; a slot is a word's hash, the number of its set, and a byte of its
/// commonness and, above that, the bytes of its ending.
/// Few words have a class, so that few sets are used, and six bytes a word stay in a processor's cache.
class CompiledWords {
 public:
  static constexpr std::size_t most_sets = 256, slot_size = 6;

  /// `bytes` must outlive this and come from compile_words.
  explicit CompiledWords(std::string_view bytes) : sets_(bytes.data()), places_(sets_ + 4 * most_sets), slots_(places_.end()) {}

  /// `hash` is word_hash of the word; an unknown word has neither class nor commonness.
  CompiledWord find(std::uint32_t hash) const {
    const char* const slot = slots_ + places_.slot(hash) * slot_size;
    const unsigned known = load<std::uint32_t>(slot) == hash ? 0xFFFFu : 0;
    const unsigned found = load<std::uint16_t>(slot + 4) & known;  // no branch: one would wait for the memory's answer; set 0 is that of an empty slot
    const unsigned set = found & 255;
    return {load<std::uint32_t>(sets_ + 4 * set), static_cast<std::uint8_t>(found >> 8 & 15), static_cast<std::uint8_t>(found >> 12)};
  }

 private:
  const char* sets_;
  PerfectHash places_;
  const char* slots_;
};

/// The bytes of lexicon/words.txt and rules/words.toml, which must be sound (check_ontology). Throws Error when there are too many sets of
/// classes, or two words of one hash.
std::string compile_words(std::string_view words, std::string_view rules);

}  // namespace digestkg
