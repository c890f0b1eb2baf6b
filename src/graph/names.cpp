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
  const NameId id = names_.add(name, [](std::string_view text) { return text; });
  if (id == key_of_.size()) key_of_.push_back(key_of(name));
  return id;
}

KeyId NameTable::key_of(std::string_view name) {
  const auto keep = [&](std::string_view text) { return key_texts_.keep(text); };
  return exact_.contains(name) ? keys_.add(name, keep) : keys_.add(fold_name(name), keep);
}

}  // namespace digestkg
