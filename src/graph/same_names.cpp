// Statements that two names are one thing, and overrides -> the key that stands for each key.

#include "graph/same_names.hpp"

#include "ontology/lexicon.hpp"

#include <digestkg/graph.hpp>

#include <algorithm>

namespace digestkg {

SameNames::SameNames(const Overrides& overrides) : overrides_(overrides) {
  for (const auto& [names] : overrides.apart)
    for (const std::string& name : names)
      for (const std::string& other : names)
        if (name != other) apart_.emplace(fold_name(name), fold_name(other));
}

bool SameNames::state(const NameTable& names, KeyId acronym, KeyId phrase) {
  if (are_apart(names, acronym, phrase)) return false;
  acronyms_.state(acronym, phrase);
  return true;
}

void SameNames::decide(NameTable& names) {
  acronyms_.decide(names.keys());
  join_known(names);
  join_misspelt(names);
  for (const auto& [same] : overrides_.same) {
    const KeyId first = of(names.key(names.add(same.front())));
    for (const std::string& name : same)
      if (const KeyId key = of(names.key(names.add(name))); key != first) forced_[key] = first;
    whole_.insert(first);
  }
}

bool SameNames::are_apart(const NameTable& names, KeyId a, KeyId b) const {
  return !apart_.empty() && apart_.contains({std::string(names.key_text(a)), std::string(names.key_text(b))});
}

/// Benchmarks and datasets that the lexicon gives several names. Of methods one acronym often stands for several things, which entries
/// tell apart better than a list does.
void SameNames::join_known(NameTable& names) {
  const Lexicon& lexicon = Lexicon::built_in();
  for (NameId name = 0, count = names.count(); name < count; ++name) {
    const auto entry = lexicon.name(names.name(name));
    if (!entry || entry->kinds().has(Kind::Method) || !entry->kinds().any(Kind::Benchmark | Kind::Dataset)) continue;
    const KeyId key = of(names.key(name)), known = of(names.key(names.add(entry->name)));
    if (key == known || are_apart(names, key, known)) continue;
    forced_[key] = known;
    known_.insert(key);
  }
}

/// Names with a zero that the lexicon knows with the letter o: digests write GPT-40 and 01-mini nearly as often as GPT-4o and o1-mini.
void SameNames::join_misspelt(NameTable& names) {
  const Lexicon& lexicon = Lexicon::built_in();
  for (NameId name = 0, count = names.count(); name < count; ++name) {
    if (names.name(name).find('0') == std::string_view::npos) continue;
    std::string spelling(names.name(name));
    std::ranges::replace(spelling, '0', 'o');
    if (const auto entry = lexicon.name(spelling); !entry || !entry->kind) continue;
    const NameId meant = names.add(spellings_.emplace_back(std::move(spelling)));
    const KeyId key = of(names.key(name)), meant_key = of(names.key(meant));
    if (are_apart(names, names.key(name), names.key(meant))) continue;
    spelt_.emplace(name, meant);
    if (key == meant_key) continue;
    forced_[key] = meant_key;
    known_.insert(key);
  }
}

NameId SameNames::spelt(NameId name) const {
  const auto at = spelt_.find(name);
  return at == spelt_.end() ? name : at->second;
}

KeyId SameNames::of(KeyId key) const {
  key = acronyms_.of(key);
  for (auto at = forced_.find(key); at != forced_.end(); at = forced_.find(key)) key = at->second;
  return key;
}

}  // namespace digestkg
