#pragma once
// "Group Relative Policy Optimization (GRPO)" -> which words the acronym stands for, after Schwartz and Hearst (2003).

#include "extract/document.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace digestkg {

struct AcronymPair {
  Span long_form;
  Span acronym;
  /// Token behind the closing parenthesis.
  std::uint16_t behind() const { return static_cast<std::uint16_t>(std::max(long_form.end, acronym.end) + 1); }
};

/// All pairs of a document: `long form (ACR)` and `ACR (long form)`. Linear: each acronym looks back over at most 2n + 1 words.
void find_acronyms(const Document& document, std::vector<AcronymPair>& pairs);

}  // namespace digestkg
