// Names as read -> numbers of names and of the keys that they fold to.

#include "graph/names.hpp"

namespace digestkg {

NameTable::NameTable(const Overrides& overrides) {
  for (const auto& [names] : overrides.apart)
    for (const std::string& name : names)
      for (const std::string& other : names)
        if (name != other && fold_name(name) == fold_name(other)) exact_.insert(name);
}

NameId NameTable::add(std::string_view name) {
  const NameId id = names_.add(name, [](std::string_view text) { return text; });
  add_keys();
  return id;
}

void NameTable::add_all(std::span<const std::string_view> names, std::vector<NameId>& ids) {
  names_.add_all(names, ids, [](std::string_view text) { return text; });
  add_keys();
}

/// Of the names that came last.
void NameTable::add_keys() {
  if (key_of_.size() == names_.size()) return;
  std::vector<std::string> folded;
  for (auto name = static_cast<NameId>(key_of_.size()); name < names_.size(); ++name) folded.push_back(key_of(names_[name]));
  keys_.add_all(std::vector<std::string_view>(folded.begin(), folded.end()), key_of_, [&](std::string_view text) { return key_texts_.keep(text); });
}

}  // namespace digestkg
