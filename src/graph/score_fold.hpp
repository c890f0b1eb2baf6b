#pragma once
// When two written names count as one while readings are compared.

#include <string>
#include <string_view>
#include <vector>

namespace digestkg {

/// The name without case, punctuation and a trailing head noun ("the X dataset"), as gold/score.py folds it.
std::string score_fold(std::string_view name);

/// Runs of letters and digits, folded in case.
std::vector<std::string> score_words(std::string_view text);

}  // namespace digestkg
