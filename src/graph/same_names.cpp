// Statements that two names are one thing, and overrides -> the key that stands for each key.

#include "graph/same_names.hpp"

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
  for (const auto& [same] : overrides_.same) {
    const KeyId first = of(names.key(names.add(same.front())));
    for (const std::string& name : same)
      if (const KeyId key = of(names.key(names.add(name))); key != first) forced_[key] = first;
    whole_.insert(first);
  }
}

KeyId SameNames::of(KeyId key) const {
  key = acronyms_.of(key);
  for (auto at = forced_.find(key); at != forced_.end(); at = forced_.find(key)) key = at->second;
  return key;
}

}  // namespace digestkg
