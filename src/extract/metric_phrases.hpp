#pragma once
// What a number might measure: noun phrases around it that rules propose; a ranker chooses.

#include "extract/number_site.hpp"

#include <vector>

namespace digestkg {

/// Why a phrase was proposed; one phrase may have several reasons.
enum MetricRule : std::uint16_t {
  kPhraseRight = 1u << 0,        ///< # accuracy
  kInPhrase = 1u << 1,           ///< # improvement in accuracy
  kPhraseOf = 1u << 2,           ///< accuracy of #
  kNumberIn = 1u << 3,           ///< # in accuracy
  kPhraseParenthesis = 1u << 4,  ///< accuracy (#
  kPhraseBy = 1u << 5,           ///< accuracy by #, accuracy from #
  kVerbObject = 1u << 6,         ///< improves accuracy ... by #
  kNeighbour = 1u << 7,          ///< proposed for the number before
  kNextNumber = 1u << 8,         ///< # vs. # accuracy
  kNearestLeft = 1u << 9,        ///< the nearest phrase left whose head is a metric's
  kNearestRight = 1u << 10,
  kSentenceHead = 1u << 11,  ///< any such phrase of the sentence
  kEarlierHead = 1u << 12,   ///< such a phrase of the sentence before
  kVerbItself = 1u << 13,    ///< # faster
};
inline constexpr int metric_rules = 14;

struct MetricPhrase {
  std::int32_t begin = 0;  ///< items [begin, end)
  std::int32_t end = 0;
  std::uint16_t rules = 0;
  bool operator==(const MetricPhrase&) const = default;
};

/// Phrases of each number, appended to `phrases`; those of number k are [begins[k], begins[k + 1]).
void propose_metrics(const Passage& passage, const std::vector<NumberSite>& sites, std::vector<MetricPhrase>& phrases,
                     std::vector<std::uint32_t>& begins);

/// Head of a metric by itself: accuracy, Pass@8, FVD.
bool is_metric_head(const Passage& passage, std::size_t item);

}  // namespace digestkg
