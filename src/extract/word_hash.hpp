#pragma once
// One 32-bit number for a word, the same at compile time and at run time.

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

constexpr char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

/// Folds ASCII letters in case; other bytes count as they are.
constexpr std::uint32_t word_hash(std::string_view word) {
  std::uint32_t h = 2166136261u;
  for (const char c : word) h = (h ^ static_cast<unsigned char>(ascii_lower(c))) * 16777619u;
  return mix(h);
}

constexpr std::uint32_t combine(std::uint32_t seed, std::uint32_t value) { return mix(seed * 0x9E3779B1u + value); }

}  // namespace digestkg
