#pragma once
// Which keys are one thing: acronyms with their long forms, what the lexicon knows, and what the user says.

#include "graph/acronyms.hpp"
#include "graph/names.hpp"

#include <digestkg/overrides.hpp>

#include <deque>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace digestkg {

class SameNames {
 public:
  explicit SameNames(const Overrides& overrides);

  /// Counts an entry that gives both names to one thing. False when the user keeps them apart: then nothing is counted.
  bool state(const NameTable& names, KeyId acronym, KeyId phrase);
  /// To be called once, when all was stated; adds the names of the overrides to `names`.
  void decide(NameTable& names);

  KeyId of(KeyId key) const;
  /// The user says that this is one thing however many papers introduce it.
  bool never_split(KeyId key) const { return whole_.contains(key); }
  const Acronyms& acronyms() const { return acronyms_; }
  /// The lexicon joins this key with another: `aime24` is AIME 2024.
  bool by_lexicon(KeyId key) const { return known_.contains(key); }
  /// The name as its maker spells it, where this one has a zero for an o: `GPT-40` is GPT-4o. Else the name itself.
  NameId spelt(NameId name) const;

 private:
  void join_known(NameTable& names);
  void join_misspelt(NameTable& names);
  bool are_apart(const NameTable& names, KeyId a, KeyId b) const;

  const Overrides& overrides_;
  std::set<std::pair<std::string, std::string>> apart_;  ///< folded, both ways round
  Acronyms acronyms_;
  std::unordered_map<KeyId, KeyId> forced_;
  std::set<KeyId> known_;
  std::set<KeyId> whole_;
  std::unordered_map<NameId, NameId> spelt_;
  std::deque<std::string> spellings_;  ///< that no entry has
};

}  // namespace digestkg
