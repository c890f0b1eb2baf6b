// Names as read -> numbers of names and of the keys that they fold to.

#include "graph/names.hpp"

#include <digestkg/graph.hpp>

namespace digestkg {

NameTable::NameTable(const Overrides& overrides) {
  for (const auto& [names] : overrides.apart)
    for (const std::string& name : names)
      for (const std::string& other : names)
        if (name != other && fold_name(name) == fold_name(other)) exact_.insert(name);
}

NameId NameTable::add(std::string_view name) {
  const auto [at, fresh] = name_ids_.try_emplace(name, static_cast<NameId>(names_.size()));
  if (fresh) {
    names_.push_back(name);
    key_of_.push_back(key_of(name));
  }
  return at->second;
}

KeyId NameTable::key_of(std::string_view name) {
  const auto [at, fresh] = key_ids_.try_emplace(exact_.contains(name) ? std::string(name) : fold_name(name),
                                                static_cast<KeyId>(keys_.size()));
  if (fresh) keys_.push_back(at->first);
  return at->second;
}

}  // namespace digestkg
