#pragma once
// Digests of any size for measurements: names by Zipf's law with new ones always arriving, sentences of our own.

#include <digestkg/digest.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>

namespace digestkg::bench {

/// Makes entry after entry. Entry i is the same for every run and for every number of entries wanted, so that a small archive is
/// the beginning of a large one.
class Generator {
 public:
  explicit Generator(std::uint64_t seed = 1);
  ~Generator();
  Entry next();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace digestkg::bench
