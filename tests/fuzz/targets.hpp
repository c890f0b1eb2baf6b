#pragma once
// What is done to any bytes: those of the kept corpus and what chance (replay.cpp) or libFuzzer (fuzzer.cpp) make of them.

#include <cstdint>
#include <span>
#include <string_view>

namespace digestkg::fuzz {

/// Which of the dear checks an input gets. Of made-up inputs there are many, so each gets the few that its own bytes pick and the same
/// every time; a kept file gets them all.
class Pace {
 public:
  static Pace thorough() { return Pace(0, true); }
  static Pace hasty(std::string_view bytes) { return Pace(hash(bytes, 0), false); }
  /// True for one in `n` inputs, picked for each check anew.
  bool takes(std::string_view check, std::uint64_t n) const { return all_ || hash(check, seed_) % n == 0; }

 private:
  Pace(std::uint64_t seed, bool all) : seed_(seed), all_(all) {}
  static std::uint64_t hash(std::string_view bytes, std::uint64_t seed) {  // FNV-1a, mixed once more for its low bits
    std::uint64_t value = seed ^ 0xCBF29CE484222325u;
    for (const char c : bytes) value = (value ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
    return (value ^ (value >> 32)) * 0xD6E8FEB86659FD93u >> 16;
  }
  std::uint64_t seed_;
  bool all_;
};

struct Target {
  std::string_view name;  ///< also of its folder in corpus/
  void (*run)(std::string_view bytes, const Pace& pace);  ///< throws when a property does not hold
};

/// `digest`, `jsonlines` and `atom` go from bytes to every file; `graph` from a saved graph; `lexicon`, `rules` and `overrides` read what
/// users write.
std::span<const Target> targets();

}  // namespace digestkg::fuzz
