#pragma once
// Every name that was read, once, with the key that it folds to.

#include "base/text_index.hpp"
#include "base/text_pool.hpp"
#include "graph/acronyms.hpp"

#include <digestkg/graph.hpp>
#include <digestkg/overrides.hpp>

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace digestkg {

using NameId = std::uint32_t;

/// Numbers names and keys in the order in which they come. Names must outlive the table.
class NameTable {
 public:
  explicit NameTable(const Overrides& overrides);

  NameId add(std::string_view name);
  /// Appends what add() gives for each: many names at once are sooner found.
  void add_all(std::span<const std::string_view> names, std::vector<NameId>& ids);
  /// Of a name that was added.
  NameId find(std::string_view name) const { return names_.find(name).value(); }
  std::string_view name(NameId id) const { return names_[id]; }
  NameId count() const { return names_.size(); }
  KeyId key(NameId id) const { return key_of_[id]; }
  std::string_view key_text(KeyId key) const { return keys_[key]; }
  const std::vector<std::string_view>& keys() const { return keys_.texts(); }

 private:
  std::string key_of(std::string_view name) const { return exact_.contains(name) ? std::string(name) : fold_name(name); }
  void add_keys();

  std::set<std::string_view> exact_;  ///< names that would fold into one but must not
  TextIndex names_, keys_;
  TextPool key_texts_;
  std::vector<KeyId> key_of_;         ///< by name
};

}  // namespace digestkg
