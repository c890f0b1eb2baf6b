#pragma once
// An entry and its reading -> text for people: mentions marked where they stand, and what made each claim.

#include <digestkg/extract.hpp>

#include <string>

namespace digestkg {

/// Lines on one entry: its title and summary with mentions marked in brackets (and in the terminal's colours when `colour`), then its
/// things, facts and results with rule, confidence and sentence. Ends in a line break.
std::string explain(const Entry& entry, const Extraction& extraction, bool colour);

}  // namespace digestkg
