#pragma once
// A weights file as the build made it ready for scoring (src/tools/compile_weights.cpp): bytes that are used where they lie.

#include "base/perfect_hash.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace digestkg {

/// Layout: the number of classes, a perfect hash of the keys, its slots; a slot is `classes` weights in thousandths and the upper half of
/// a key, of two bytes each, so that the models of all stages stay in a processor's cache. Four weights are read at once whatever
/// `classes` is: behind the last slot there is room for it. Of keys that have no weight, one in 65,536 is given another's.
class CompiledModel {
 public:
  static constexpr std::size_t most_classes = 4;

  CompiledModel() = default;
  /// `bytes` must outlive this and come from compile_model.
  explicit CompiledModel(std::string_view bytes) : classes_(load<std::uint32_t>(bytes.data())), places_(bytes.data() + 4), slots_(places_.end()) {}

  std::size_t classes() const { return classes_; }
  bool empty() const { return places_.slots() == 0; }

  /// Four numbers that are added in one step.
  using Lanes [[gnu::vector_size(4 * most_classes)]] = std::int32_t;

  /// The weights of a key in thousandths, all 0 when it has none; what stands behind the last class means nothing. The model must not be
  /// empty.
  Lanes weights(std::uint32_t key) const { return weights_in(slot(key, slot_size(classes_)), key, classes_); }
  /// The sum of the weights of all keys.
  Lanes sum(std::span<const std::uint32_t> keys) const;

  static constexpr std::size_t slot_size(std::size_t classes) { return 2 + 2 * classes; }
  /// Of all slots and the room behind them, in bytes.
  static constexpr std::size_t slots_size(std::size_t slots, std::size_t classes) { return slots * slot_size(classes) + 2 * most_classes; }

 private:
  const char* slot(std::uint32_t key, std::size_t size) const { return slots_ + places_.slot(key) * size; }
  static Lanes weights_in(const char* slot, std::uint32_t key, std::size_t classes) {
    const std::int64_t differs = load<std::uint16_t>(slot + 2 * classes) ^ (key >> 16);
    const std::int64_t stored = load<std::int64_t>(slot) & ((differs - 1) >> 63);  // no branch: nothing foretells it
    using Words [[gnu::vector_size(4 * most_classes)]] = std::int64_t;
    using Halves [[gnu::vector_size(4 * most_classes)]] = std::int16_t;
    const auto halves = std::bit_cast<Halves>(Words{stored, 0});
    return std::bit_cast<Lanes>(__builtin_shufflevector(halves, halves, 0, 0, 1, 1, 2, 2, 3, 3)) >> 16;  // each twice, then with its sign
  }
  /// The weight of a model of one class.
  static std::int32_t weight_in(const char* slot, std::uint32_t key) {
    const auto differs = static_cast<std::int32_t>((load<std::uint32_t>(slot) ^ key) >> 16);
    return load<std::int16_t>(slot) & ((differs - 1) >> 31);
  }

  template <std::size_t classes>
  Lanes sum_of(std::span<const std::uint32_t> keys) const;

  std::uint32_t classes_ = 1;
  PerfectHash places_;
  const char* slots_ = nullptr;
};

/// The bytes of a model. `tsv` is a weights file: a first line `classes<TAB>NAME...`, then `feature<TAB>weight...` a line, weights with
/// at most three decimals. Throws Error when it is none.
std::string compile_model(std::string_view tsv);

/// Hash of a feature as a weights file writes it: `left,right=on|#3`.
std::uint32_t feature_hash(std::string_view written);

}  // namespace digestkg
