#pragma once
// The parallel arrays of graph.jsonl that hold claims.

#include "base/json_scan.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace digestkg {

enum class ClaimField : std::size_t { Paper, Date, Field, Begin, End, Sentence, Rule, Confidence };

inline constexpr std::array<std::string_view, 8> claim_fields{"claimPaper", "claimDate",     "claimField", "claimBegin",
                                                              "claimEnd",   "claimSentence", "claimRule",  "claimConfidence"};
inline constexpr std::string_view in_title = "title";
inline constexpr std::string_view in_summary = "summary";

/// The claims of one node or edge, as scanned; strings view the file's bytes.
struct ClaimArrays {
  struct Sentence {
    JsonString text;
    std::size_t offset = 0;
  };
  std::vector<JsonString> papers, dates, fields, rules;
  std::vector<Sentence> sentences;
  std::vector<std::uint32_t> begins, ends;
  std::vector<float> confidences;

  void clear();
  std::size_t size() const { return papers.size(); }
  /// Scans the array of member `name`; false when the name is none of a claim's.
  bool read(std::string_view name, JsonScanner& scanner);
  /// Throws JsonFault when the arrays have different lengths.
  void check(const JsonScanner& scanner) const;
};

/// Calls take(claims) for every node and edge of a graph.jsonl that has claims. Throws JsonFault.
template <class Take>
void for_each_claims(std::string_view bytes, Take take) {
  JsonScanner scanner(bytes);
  ClaimArrays claims;
  while (!scanner.at_end())
    scanner.object([&](std::string_view member) {
      if (member != "properties") return scanner.skip_value();
      claims.clear();
      scanner.object([&](std::string_view name) {
        if (!claims.read(name, scanner)) scanner.skip_value();
      });
      claims.check(scanner);
      if (claims.size() > 0) take(claims);
    });
}

}  // namespace digestkg
