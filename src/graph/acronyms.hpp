#pragma once
// Acronyms and their long forms, as entries state them -> which names are one thing over the whole archive.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace digestkg {

using KeyId = std::uint32_t;

/// Whether `acronym` abbreviates `phrase`: its letters stand in the phrase in this order, from its first letter on (Schwartz and Hearst
/// 2003). Not when one merely shortens the other by words: `SimpleVLA` is no acronym of `SimpleVLA-RL`.
bool abbreviates(std::string_view acronym, std::string_view phrase);

/// Counts what entries state, then decides. A long form and the acronym it dominates (stated twice as often as all its other long forms
/// together) are one thing, under the acronym's key. Nothing chains: each group is one long form with its acronyms.
class Acronyms {
 public:
  void state(KeyId acronym, KeyId phrase) { ++stated_[{acronym, phrase}]; }
  /// `keys` gives each key's text: it settles ties.
  void decide(const std::vector<std::string_view>& keys);

  /// The key that stands for `key`.
  KeyId of(KeyId key) const;

  struct Group {
    KeyId key, phrase;
    std::uint32_t entries;  ///< that state the pair
  };
  const std::vector<Group>& joined() const { return joined_; }
  /// Acronyms that stand for several things, with their long forms.
  const std::map<KeyId, std::vector<KeyId>>& ambiguous() const { return ambiguous_; }

 private:
  std::map<std::pair<KeyId, KeyId>, std::uint32_t> stated_;  ///< (acronym, phrase) -> entries
  std::unordered_map<KeyId, KeyId> representative_;
  std::vector<Group> joined_;
  std::map<KeyId, std::vector<KeyId>> ambiguous_;
};

}  // namespace digestkg
