#pragma once
// Which method and which benchmark a number may belong to: rules propose, each for its own reason; rankers choose.

#include "extract/number_site.hpp"

#include <array>

namespace digestkg {

/// In falling order of trust.
enum class MethodRule : std::uint8_t {
  Respectively,   ///< the k-th name for the k-th number
  Versus,         ///< A outperforms B (# vs. #)
  Behind,         ///< # for X, # by X
  Possessive,     ///< X's #, X (#
  CompareObject,  ///< compared to X's #
  FromBase,       ///< from # to #: the other method of the sentence
  Subject,        ///< X achieves #
  ClauseLast,     ///< the last name of the clause before the number
  SentenceFirst,
};

enum class BenchmarkRule : std::uint8_t {
  Respectively,
  Before,       ///< X (#, X by #
  After,        ///< # on X
  AfterClause,  ///< the next name, behind another clause
  OnLater,      ///< # ... # on X
  LastBefore,
  SentenceFirst,
  Earlier,     ///< the last one of the sentences before
  Introduced,  ///< the paper's own
};

inline constexpr std::size_t attachment_rules = 9;

/// Entity that each rule proposes, or -1.
using Proposals = std::array<std::int16_t, attachment_rules>;

/// The two sorts of names that a number is attached to.
enum class Sort : std::uint8_t { Method, Benchmark };

inline bool is_of(Sort sort, const Entity& e) { return (e.kind == Kind::Method) == (sort == Sort::Method); }

Proposals propose_names(Sort sort, const Passage& passage, const NumberSite& site);

}  // namespace digestkg
