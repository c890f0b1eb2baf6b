#pragma once
// A misspelt word -> the words that were probably meant.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace digestkg {

/// Insertions, deletions, replacements and swaps of neighbours that turn `a` into `b`, in bytes. |a| * |b| steps.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// Up to `count` of `words` that are near enough to `word` to be what was meant, best first, equal ones in the order of `words`.
/// A word that begins with `word` counts as near.
std::vector<std::string_view> nearest_words(std::string_view word, std::span<const std::string_view> words, std::size_t count);

/// `; did you mean 'build'?`, or nothing when no word is near.
std::string did_you_mean(std::string_view word, std::span<const std::string_view> words);

}  // namespace digestkg
