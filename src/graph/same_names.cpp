// Statements that two names are one thing, and overrides -> the key that stands for each key.

#include "graph/same_names.hpp"

#include "ontology/lexicon.hpp"

#include <digestkg/graph.hpp>

namespace digestkg {

SameNames::SameNames(const Overrides& overrides) : overrides_(overrides) {
  for (const auto& [names] : overrides.apart)
    for (const std::string& name : names)
      for (const std::string& other : names)
        if (name != other) apart_.emplace(fold_name(name), fold_name(other));
}

bool SameNames::state(const NameTable& names, KeyId acronym, KeyId phrase) {
  if (!apart_.empty() && apart_.contains({std::string(names.key_text(acronym)), std::string(names.key_text(phrase))})) return false;
  acronyms_.state(acronym, phrase);
  return true;
}

void SameNames::decide(NameTable& names) {
  acronyms_.decide(names.keys());
  join_known(names);
  for (const auto& [same] : overrides_.same) {
    const KeyId first = of(names.key(names.add(same.front())));
    for (const std::string& name : same)
      if (const KeyId key = of(names.key(names.add(name))); key != first) forced_[key] = first;
    whole_.insert(first);
  }
}

/// Benchmarks and datasets that the lexicon gives several names. Of methods one acronym often stands for several things, which entries
/// tell apart better than a list does.
void SameNames::join_known(NameTable& names) {
  static const Lexicon lexicon;
  for (NameId name = 0, count = names.count(); name < count; ++name) {
    const auto entry = lexicon.name(names.name(name));
    if (!entry || entry->kinds().has(Kind::Method) || !entry->kinds().any(Kind::Benchmark | Kind::Dataset)) continue;
    const KeyId key = of(names.key(name)), known = of(names.key(names.add(entry->name)));
    if (key == known || apart_.contains({std::string(names.key_text(key)), std::string(names.key_text(known))})) continue;
    forced_[key] = known;
    known_.insert(key);
  }
}

KeyId SameNames::of(KeyId key) const {
  key = acronyms_.of(key);
  for (auto at = forced_.find(key); at != forced_.end(); at = forced_.find(key)) key = at->second;
  return key;
}

}  // namespace digestkg
