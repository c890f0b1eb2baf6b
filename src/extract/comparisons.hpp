#pragma once
// Who is said to beat whom, sentence by sentence, as rules read it; models weigh it with all else.

#include "extract/passage.hpp"

#include <vector>

namespace digestkg {

/// How a comparison is worded.
enum class Comparison : std::uint8_t {
  Verb,     ///< A outperforms B, A is superior to B
  Than,     ///< higher # than B, improvement over B
  Against,  ///< compared to B, vs. B
};

/// `winner` is said to do better than `loser`; both are methods of the scene.
struct Claimed {
  std::int16_t winner = -1;
  std::int16_t loser = -1;
  Comparison wording = Comparison::Verb;
  bool direct = false;    ///< the winner is named as the subject, not only the paper's main method
  bool measured = false;  ///< a number stands in the sentence
  std::uint8_t sentence = 0;
};

/// Linear in the number of items and the names beside each comparing word.
void find_comparisons(const Passage& passage, std::vector<Claimed>& claims);

}  // namespace digestkg
