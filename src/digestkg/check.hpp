#pragma once
// A graph -> what is wrong with it: what shapes.ttl says of RDF, and contradictions between papers.

#include <digestkg/graph.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace digestkg {

enum class FaultKind : std::uint8_t {
  Range,     ///< a claim's range does not lie inside its text
  Number,    ///< a result without a decimal value
  Paper,     ///< a result that no paper reports
  Several,   ///< a result with more than one metric, method or benchmark
  Ends,      ///< an edge whose ends have other kinds than its relation allows
  Evidence,  ///< an edge or result read from text without a claim
  Property,  ///< a name, title, day or alias that is missing, a link or direction that is none, a confidence or place that cannot be
  Sentence,  ///< a claim's sentence in the file is not what stands at its range
  Cycle,     ///< methods that outperform each other in a circle in one context: papers contradict each other
  Delta,     ///< a change that is not the difference between the levels of the same paper
};

/// `range`, `cycle`: for people and JSON.
std::string_view name(FaultKind kind);

struct Fault {
  FaultKind kind = FaultKind::Range;
  std::string subject;                 ///< IRI of the node that it is about; of a sentence, its place in the file
  std::string message;
  std::vector<std::string> sentences;  ///< `paper: sentence`: who says what
  auto operator<=>(const Fault&) const = default;
};

/// All faults but those of sentences (sentence_faults), sorted. Of cycles, the shortest of each group of methods that contradict one another.
std::vector<Fault> check(const Graph& graph);

}  // namespace digestkg
