// Keys -> seeds that send each to a slot of its own.

#include "base/perfect_hash.hpp"

#include "base/word_hash.hpp"

#include <digestkg/diagnostic.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <functional>
#include <numeric>
#include <vector>

namespace digestkg {

std::string make_perfect_hash(std::span<const std::uint32_t> keys) {
  constexpr std::uint32_t most_tries = 1 << 20;
  std::vector<std::uint32_t> seeds(std::bit_ceil(keys.size() / 4 + 1));
  const auto slots = static_cast<std::uint32_t>(keys.size() + keys.size() / 8);
  std::vector<std::vector<std::uint32_t>> groups(seeds.size());
  for (const std::uint32_t key : keys) groups[key & (groups.size() - 1)].push_back(key);
  // Large groups first, while there is room.
  std::vector<std::size_t> order(groups.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::greater<>(), [&](std::size_t g) { return groups[g].size(); });
  std::vector<bool> taken(slots);
  std::vector<std::size_t> chosen;
  for (const std::size_t g : order) {
    const auto fits = [&](std::uint32_t seed) {
      chosen.clear();
      for (const std::uint32_t key : groups[g]) {
        const std::size_t slot = PerfectHash::slot_of(key, seed, slots);
        if (taken[slot] || std::ranges::find(chosen, slot) != chosen.end()) return false;
        chosen.push_back(slot);
      }
      return true;
    };
    std::uint32_t tries = 0;
    do {
      if (++tries == most_tries) throw Error("too many keys of like lower bits");
      seeds[g] = mix(tries) | 1;
    } while (!fits(seeds[g]));
    for (const std::size_t slot : chosen) taken[slot] = true;
  }
  const std::array<std::uint32_t, 2> sizes{static_cast<std::uint32_t>(seeds.size()), slots};
  std::string bytes(reinterpret_cast<const char*>(sizes.data()), sizeof sizes);
  return bytes.append(reinterpret_cast<const char*>(seeds.data()), 4 * seeds.size());
}

}  // namespace digestkg
