#pragma once
// A fixed set of 32-bit keys, each with a slot of its own: bytes that are made when the program is built and used where they lie.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>

namespace digestkg {

template <class Value>
Value load(const char* from) {
  Value value;
  std::memcpy(&value, from, sizeof value);
  return value;
}

/// The lower bits of a key choose a seed, the product with it the only slot that may be the key's: no search, whose end no processor
/// foresees. Layout: the numbers of seeds and slots, the seeds; as this machine writes numbers.
class PerfectHash {
 public:
  PerfectHash() = default;
  /// `bytes` begin with what make_perfect_hash gave and must outlive this.
  explicit PerfectHash(const char* bytes)
      : seed_mask_(load<std::uint32_t>(bytes) - 1), slots_(load<std::uint32_t>(bytes + 4)), seeds_(bytes + 8) {}

  std::uint32_t slots() const { return slots_; }
  /// Below slots(). Of any key: one that is not of the set has a slot of another one or one that nobody has.
  std::size_t slot(std::uint32_t key) const { return slot_of(key, load<std::uint32_t>(seeds_ + 4 * (key & seed_mask_)), slots_); }
  /// What stands behind the hash.
  const char* end() const { return seeds_ + 4 * (std::size_t{seed_mask_} + 1); }

  static constexpr std::size_t slot_of(std::uint32_t key, std::uint32_t seed, std::uint32_t slots) {
    return static_cast<std::size_t>((std::uint64_t{key * seed} * slots) >> 32);
  }

 private:
  std::uint32_t seed_mask_ = 0;
  std::uint32_t slots_ = 0;
  const char* seeds_ = nullptr;
};

/// The bytes of a hash of these keys, of which none may come twice; a ninth of its slots is nobody's. Throws Error when too many keys
/// have like lower bits.
std::string make_perfect_hash(std::span<const std::uint32_t> keys);

}  // namespace digestkg
