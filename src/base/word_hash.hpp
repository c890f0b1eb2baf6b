#pragma once
// One 32-bit number for a word, the same at compile time and at run time.

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace digestkg {

constexpr std::uint32_t mix(std::uint32_t h) {
  h ^= h >> 16;
  h *= 0x85EBCA6Bu;
  h ^= h >> 13;
  h *= 0xC2B2AE35u;
  return h ^ (h >> 16);
}

/// The number that mix made this of.
constexpr std::uint32_t unmix(std::uint32_t h) {
  h ^= h >> 16;
  h *= 0x7ED1B41Du;
  h ^= h >> 13 ^ h >> 26;
  h *= 0xA5CB9243u;
  return h ^ (h >> 16);
}

constexpr char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

/// Hash of a text that grows byte by byte. FNV's prime and basis are in the lower half, so that its lower half is FNV's hash of
/// 32 bits; the upper half tells apart what has the same lower one.
class RunningHash {
 public:
  constexpr void push(char c) { state_ = (state_ ^ static_cast<unsigned char>(c)) * 0x9E3779B101000193u; }
  /// word_hash of the text, when it has no capitals.
  constexpr std::uint32_t word() const { return mix(static_cast<std::uint32_t>(state_)); }
  /// Never 0 for all that is ever met; equal for equal texts alone, but for one pair in 10^19.
  constexpr std::uint64_t whole() const { return state_; }

 private:
  std::uint64_t state_ = 0x2545F491811C9DC5u;
};

/// word_hash byte by byte.
class WordHash {
 public:
  constexpr void push(char c) { push_lower(ascii_lower(c)); }
  /// `c` is no capital.
  constexpr void push_lower(char c) { state_ = (state_ ^ static_cast<unsigned char>(c)) * 16777619u; }
  constexpr std::uint32_t value() const { return mix(state_); }

 private:
  std::uint32_t state_ = 2166136261u;
};

/// Folds ASCII letters in case; other bytes count as they are.
constexpr std::uint32_t word_hash(std::string_view word) {
  WordHash hash;
  for (const char c : word) hash.push(c);
  return hash.value();
}

/// word_hash of a word less its ending, from that of the whole: FNV's steps backwards, of which an ending takes three at most.
constexpr std::uint32_t word_hash_before(std::uint32_t whole, std::string_view ending) {
  std::uint32_t state = unmix(whole);
  for (std::size_t i = ending.size(); i-- > 0;) state = (state * 0x359C449Bu) ^ static_cast<unsigned char>(ascii_lower(ending[i]));
  return mix(state);
}
static_assert(word_hash_before(word_hash("Trained"), "ed") == word_hash("train"));

/// Hash of a sequence whose hash was `seed` and that goes on with `value`. All bits of both tell in the upper bits, which choose the slot.
constexpr std::uint32_t combine(std::uint32_t seed, std::uint32_t value) {
  const std::uint32_t h = (std::rotl(seed, 13) ^ value) * 0x9E3779B1u;
  return h ^ (h >> 15);
}

/// A fixed set of words in any case, laid out when the program is compiled so that each has a slot of its own: asking costs one look.
template <std::size_t size>
class WordSet {
 public:
  consteval explicit WordSet(const std::string_view (&words)[size]) {
    while (!lay(words)) factor_ += 2;
  }
  /// `hash` is word_hash of the word.
  constexpr bool has(std::uint32_t hash) const { return slots_[place(hash)] == hash && hash != 0; }

 private:
  static constexpr int bits = std::bit_width(16 * size);
  constexpr std::size_t place(std::uint32_t hash) const { return hash * factor_ >> (32 - bits); }
  /// False when two words meet in a slot.
  consteval bool lay(const std::string_view (&words)[size]) {
    slots_ = {};
    for (const std::string_view word : words) {
      std::uint32_t& slot = slots_[place(word_hash(word))];
      if (slot != 0 && slot != word_hash(word)) return false;
      slot = word_hash(word);
    }
    return true;
  }
  std::uint32_t factor_ = 1;
  std::array<std::uint32_t, std::size_t{1} << bits> slots_{};
};

}  // namespace digestkg
