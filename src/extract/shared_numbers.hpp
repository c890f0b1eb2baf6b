#pragma once
// A number that is reported of several names at once: "95% on both A and B", "X and Y exceed 87%". Rules propose the names that stand
// beside the chosen one; a linear model decides for each whether the number is its as well.

#include "extract/attachment.hpp"

#include <vector>

namespace digestkg {

/// Names listed beside the place of a chosen name that is nearest to the number.
struct NameList {
  std::int32_t first = -1;  ///< items [first, last) of the list, -1 when the name does not stand in the number's sentence
  std::int32_t last = -1;
  std::vector<std::int16_t> others;  ///< entities of the list but the chosen one, each once, in order
};

/// Fills `list` anew.
void find_list(Sort sort, const Passage& passage, const NumberSite& site, std::int16_t chosen, NameList& list);

/// For whether the number is shared by the names of a list.
template <class Sink>
void sharing_features(Sort sort, const Passage& passage, const NumberSite& site, const NameList& list, bool change, Sink& sink);

}  // namespace digestkg
