#pragma once
// What a result is compared with: the other method, its value, and whether stated levels and changes agree.

#include "extract/comparisons.hpp"
#include "extract/number_site.hpp"

#include <digestkg/extract.hpp>

#include <span>
#include <vector>

namespace digestkg {

/// A result and the number it was read from.
struct ReadNumber {
  std::uint16_t site = 0;
  std::size_t result = 0;
};

/// Rule of a result whose change does not follow from the levels beside it.
inline constexpr std::string_view disagreeing_levels = "result, levels disagree";

/// Fills baseline and baseline_value from "A to B", "A vs. B" and from the losers of `claims`; a change that contradicts the two levels
/// stated with it loses half its confidence and gets the rule `disagreeing_levels`.
void link_baselines(const Passage& passage, std::span<const NumberSite> sites, std::span<const Claimed> claims,
                    std::span<const ReadNumber> read, std::vector<ReportedResult>& results);

}  // namespace digestkg
