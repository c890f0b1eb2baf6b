// Lines -> hashes of their keys and of all beginnings of keys.

#include "ontology/form_index.hpp"

#include <algorithm>
#include <bit>

namespace digestkg {

FormIndex::FormIndex(std::string_view lines) : text_(lines) {
  slots_.resize(std::bit_ceil(2 * static_cast<std::size_t>(std::ranges::count(lines, '\n')) + 2));
  for (std::size_t at = 0; at < lines.size(); at = lines.find('\n', at) + 1) {
    const std::size_t tab = lines.find('\t', at);
    add(lines.substr(at, tab - at), static_cast<std::uint32_t>(tab + 1));
  }
}

void FormIndex::add(std::string_view key, std::uint32_t value) {
  RunningHash hash;
  for (const char c : key) {
    hash.push(c);
    set(hash.word(), kBegins);
  }
  set(hash.word(), kIsKey);
  Slot& place = slots_[slot(hash)];
  if (place.key == 0) place = {hash.whole(), value};
  hash.push('s');
  set(hash.word(), kBegins);
}

std::size_t FormIndex::slot(const RunningHash& key) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = key.word() & mask;
  while (slots_[at].key != 0 && slots_[at].key != key.whole()) at = (at + 1) & mask;
  return at;
}

std::optional<std::string_view> FormIndex::find(const RunningHash& key) const {
  if (!has(key.word(), kIsKey)) return std::nullopt;
  const Slot& place = slots_[slot(key)];
  if (place.key == 0) return std::nullopt;
  return text_.substr(place.value, text_.find('\n', place.value) - place.value);
}

}  // namespace digestkg
