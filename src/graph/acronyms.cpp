// Acronyms and their long forms, as entries state them -> which names are one thing over the whole archive.

#include "graph/acronyms.hpp"

#include "graph/fold.hpp"

#include <digestkg/graph.hpp>

#include <algorithm>
#include <optional>
#include <tuple>

namespace digestkg {
namespace {

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

/// Whether `phrase` holds `word` as one of its words.
bool has_word(std::string_view phrase, std::string_view word) {
  constexpr std::string_view separators = " -_";
  for (std::size_t begin = 0; begin <= phrase.size();) {
    const std::size_t end = std::min(phrase.find_first_of(separators, begin), phrase.size());
    if (fold_name(phrase.substr(begin, end - begin)) == word) return true;
    begin = end + 1;
  }
  return false;
}

bool is_subsequence(std::string_view letters, std::string_view text) {
  std::size_t at = 0;
  for (const char c : text) at += at < letters.size() && letters[at] == c ? 1u : 0u;
  return at == letters.size();
}

}  // namespace

bool abbreviates(std::string_view acronym, std::string_view phrase) {
  constexpr std::size_t longest = 12;
  if (acronym.size() < 2 || acronym.size() > longest || phrase.size() < acronym.size() + 2) return false;
  if (acronym.find(' ') != std::string_view::npos || std::ranges::count_if(acronym, is_capital) < 2) return false;
  const std::string brief = fold_name(acronym);
  const std::string full = fold_name(phrase);
  if (full.starts_with(brief) || full.front() != brief.front() || has_word(phrase, brief)) return false;
  return is_subsequence(brief, full);
}

void Acronyms::decide(const std::vector<std::string_view>& keys) {
  struct Pair {
    KeyId acronym, phrase;
    std::uint32_t entries;
  };
  std::vector<Pair> dominant;
  for (auto at = stated_.begin(); at != stated_.end();) {
    const KeyId acronym = at->first.first;
    Pair best{acronym, acronym, 0};
    std::uint32_t total = 0;
    std::vector<KeyId> phrases;
    for (; at != stated_.end() && at->first.first == acronym; ++at) {
      total += at->second;
      phrases.push_back(at->first.second);
      if (std::tuple(at->second, keys[best.phrase]) > std::tuple(best.entries, keys[at->first.second]))
        best = {acronym, at->first.second, at->second};
    }
    if (best.entries >= 2 * (total - best.entries)) dominant.push_back(best);
    if (phrases.size() > 1) ambiguous_.emplace(acronym, std::move(phrases));
  }
  // The acronym stated most with a long form gives its key to the group.
  std::ranges::sort(dominant, [&](const Pair& a, const Pair& b) {
    return std::tuple(keys[a.phrase], b.entries, keys[a.acronym]) < std::tuple(keys[b.phrase], a.entries, keys[b.acronym]);
  });
  for (std::size_t i = 0; i < dominant.size(); ++i) {
    const auto [acronym, phrase, entries] = dominant[i];
    const bool leads = i == 0 || dominant[i - 1].phrase != phrase;
    const KeyId key = leads ? acronym : joined_.empty() ? acronym : joined_.back().key;
    // A name that is an acronym in one group and a long form in another would chain them.
    if (representative_.contains(acronym) || (leads && representative_.contains(phrase))) continue;
    if (!leads && (joined_.empty() || joined_.back().phrase != phrase)) continue;
    representative_.emplace(phrase, key);
    representative_.emplace(acronym, key);
    joined_.push_back({key, phrase, entries});
  }
}

KeyId Acronyms::of(KeyId key) const {
  const auto at = representative_.find(key);
  return at == representative_.end() ? key : at->second;
}

}  // namespace digestkg
