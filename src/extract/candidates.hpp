#pragma once
// Everything in a document that might be a name: high recall, overlapping; names.hpp decides.

#include "extract/acronyms.hpp"
#include "extract/forms.hpp"
#include "extract/document.hpp"
#include "extract/known.hpp"

#include <boost/container/small_vector.hpp>

#include <span>
#include <vector>

namespace digestkg {

/// Why a span was proposed; one candidate may have several reasons.
enum Source : std::uint16_t {
  kRun = 1u << 0,          ///< a whole run of name-shaped words
  kPartOfRun = 1u << 1,    ///< a part of such a run
  kWithHead = 1u << 2,     ///< a run and the lower-case head noun after it
  kQuotedName = 1u << 3,
  kTitlePrefix = 1u << 4,
  kWholeTitle = 1u << 5,
  kAcronym = 1u << 6,
  kLongForm = 1u << 7,
  kLexicon = 1u << 8,
  kCalled = 1u << 9,       ///< after "called", "named"
  kJoined = 1u << 10,      ///< two runs joined by +, & or /
  kCompared = 1u << 11,    ///< the other side of a comparison, in lower case
};

/// One surface form with all places where it stands.
struct Candidate {                   // NOLINT(bugprone-exception-escape): moving a small_vector takes no memory
  std::uint32_t key = 0;             ///< hash of the form folded in case and marks
  std::uint16_t sources = 0;
  Span reach;                        ///< from the first place's begin to the last one's end
  std::uint16_t reached = 0;         ///< where the reach of this one or of one before it ends last
  boost::container::small_vector<Span, 4> spans;  ///< sorted; seldom more than a few
  Span run;                          ///< the run around the first span
  Known known;                       ///< what the lexicon says, if anything
  std::int16_t pair = -1;            ///< index of the acronym pair it belongs to
  bool from(std::uint16_t source) const { return (sources & source) != 0; }
};

/// Proposes candidates, sorted by their first place. Linear in the length of the document.
void propose_candidates(const Document& document, const std::vector<KnownSpan>& known, const Lexicon& lexicon, const std::vector<AcronymPair>& pairs,
                        std::vector<Candidate>& candidates);

/// Those of proposed candidates that may overlap `span` or touch it, so that nobody looks through all of them for each.
std::span<const Candidate> near(std::span<const Candidate> candidates, Span span);
/// The same of all places of candidate `i`, which stand around it.
std::span<const Candidate> near(std::span<const Candidate> candidates, std::size_t i);

}  // namespace digestkg
