// Lines -> hashes of their keys and of all beginnings of keys.

#include "ontology/form_index.hpp"

#include <algorithm>
#include <bit>

namespace digestkg {

FormIndex::FormIndex(std::string_view lines) : text_(lines) {
  const auto each_key = [&](auto visit) {
    for (std::size_t at = 0, end = 0; at < lines.size(); at = end + 1) {
      const std::size_t tab = lines.find('\t', at);
      end = lines.find('\n', tab);
      visit(lines.substr(at, tab - at), lines.substr(tab + 1, end - tab - 1));
    }
  };
  std::size_t keys = 0, beginnings = 0;
  each_key([&, before = std::string_view()](std::string_view key, std::string_view) mutable {
    ++keys;
    beginnings += key.size() - static_cast<std::size_t>(std::ranges::mismatch(key, before).in1 - key.begin());
    before = key;
  });
  slots_.resize(std::bit_ceil(2 * keys + 2));
  hints_.resize(std::bit_ceil(beginnings / 4 + 1));
  hint_mask_ = static_cast<std::uint32_t>(hints_.size() - 1);
  each_key([&](std::string_view key, std::string_view value) { add(key, value); });
}

void FormIndex::add(std::string_view key, std::string_view value) {
  RunningHash hash;
  for (std::size_t i = 0; i < key.size(); ++i) {
    const std::uint32_t next = extended(hash.word(), key[i]);
    set(next);
    set(extended(next, i + 1 < key.size() ? key[i + 1] : 's'));
    hash.push(key[i]);
  }
  set(hash.word());
  Slot& place = slots_[slot(hash)];
  if (place.key == 0) place = {hash.whole(), static_cast<std::uint32_t>(value.data() - text_.data()), static_cast<std::uint32_t>(value.size())};
  hash.push('s');
  set(hash.word());
}

std::size_t FormIndex::slot(const RunningHash& key) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = key.word() & mask;
  while (slots_[at].key != 0 && slots_[at].key != key.whole()) at = (at + 1) & mask;
  return at;
}

std::optional<std::string_view> FormIndex::find(const RunningHash& key) const {
  if (!may_be(key.word())) return std::nullopt;
  const Slot& place = slots_[slot(key)];
  if (place.key == 0) return std::nullopt;
  return text_.substr(place.value, place.size);
}

}  // namespace digestkg
