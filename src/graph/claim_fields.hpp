#pragma once
// Names in graph.jsonl that are not in the ontology's tables: a claim's parts, each an array parallel to the others.

#include <array>
#include <cstddef>
#include <string_view>

namespace digestkg {

enum class ClaimField : std::size_t { Paper, Date, Field, Begin, End, Sentence, Rule, Confidence };

inline constexpr std::array<std::string_view, 8> claim_fields{"claimPaper", "claimDate",     "claimField", "claimBegin",
                                                              "claimEnd",   "claimSentence", "claimRule",  "claimConfidence"};
inline constexpr std::string_view in_title = "title";
inline constexpr std::string_view in_summary = "summary";

}  // namespace digestkg
