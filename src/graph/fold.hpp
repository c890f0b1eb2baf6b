#pragma once
// Keys beyond fold_name (graph.hpp): phrases and author names.

#include <string>
#include <string_view>

namespace digestkg {

/// Key of a metric's or task's phrase: folded words with a `-` between them: `Success Rates` gives `success-rate`.
std::string fold_phrase(std::string_view phrase);

/// Letters alone, in lower case: what a handle and the person's name that it spells have in common.
std::string letters_of(std::string_view name);

/// An account name: one word of ASCII. People have two words, or a script that writes names without blanks.
bool is_handle(std::string_view author);

}  // namespace digestkg
