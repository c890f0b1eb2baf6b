#pragma once
// A weights file as the build made it ready for scoring (src/tools/compile_weights.cpp): bytes that are used where they lie.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace digestkg {

/// Layout: three numbers (classes, words of the filter, slots), the filter, a key a slot, `classes` weights a slot. All numbers as this
/// machine writes them. Small, because scoring is a matter of cache misses: most features have no weight, and the filter's bits
/// (eight a key) turn nearly all of those away.
class CompiledModel {
 public:
  static constexpr std::size_t most_classes = 4;

  CompiledModel() = default;
  /// `bytes` must outlive this and come from compile_model.
  explicit CompiledModel(std::string_view bytes)
      : classes_(load<std::uint32_t>(bytes.data(), 0)), filter_mask_(32 * load<std::uint32_t>(bytes.data(), 1) - 1),
        slots_(load<std::uint32_t>(bytes.data(), 2)), filter_(bytes.data() + 12), keys_(filter_ + (filter_mask_ + 1) / 8),
        weights_(keys_ + 4 * std::size_t{slots_}) {}

  std::size_t classes() const { return classes_; }
  bool empty() const { return slots_ == 0; }
  /// False when `key` surely has no weight.
  bool may_have(std::uint32_t key) const { return (load<std::uint32_t>(filter_, (key & filter_mask_) / 32) >> (key % 32)) & 1u; }
  /// Slot of `key`, or an empty one. The model must not be empty.
  std::size_t slot(std::uint32_t key) const {
    std::size_t i = home(key, slots_);
    while (key_of(i) != key && key_of(i) != 0) ++i;
    return i;
  }
  std::uint32_t key_of(std::size_t slot) const { return load<std::uint32_t>(keys_, slot); }
  /// 0 for an empty slot.
  float weight(std::size_t slot, std::size_t c) const { return load<std::int16_t>(weights_, slot * classes_ + c) / 1000.0F; }

  /// Where the search for a key begins: keys stand in rising order, with gaps.
  static std::size_t home(std::uint32_t key, std::size_t slots) { return static_cast<std::size_t>((std::uint64_t{key} * (slots - tail)) >> 32); }
  static constexpr std::size_t tail = 64;  ///< slots behind the last home; the very last is empty and ends every search

 private:
  template <class Number>
  static Number load(const char* from, std::size_t i) {
    Number number;
    std::memcpy(&number, from + i * sizeof number, sizeof number);
    return number;
  }
  std::uint32_t classes_ = 1;
  std::uint32_t filter_mask_ = 0;
  std::uint32_t slots_ = 0;
  const char* filter_ = nullptr;
  const char* keys_ = nullptr;
  const char* weights_ = nullptr;
};

/// The bytes of a model. `tsv` is a weights file: a first line `classes<TAB>NAME...`, then `feature<TAB>weight...` a line, weights with
/// at most three decimals. Throws Error when it is none.
std::string compile_model(std::string_view tsv);

/// Hash of a feature as a weights file writes it: `left,right=on|#3`.
std::uint32_t feature_hash(std::string_view written);

}  // namespace digestkg
