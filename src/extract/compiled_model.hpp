#pragma once
// A weights file as the build made it ready for scoring (src/tools/compile_weights.cpp): bytes that are used where they lie.

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace digestkg {

/// Layout: three numbers (classes, seeds, slots), the seeds, the slots; a slot is the upper half of a key and `classes` weights in
/// thousandths, of two bytes each, so that the models of all stages stay in a processor's cache. All numbers as this machine writes them.
/// A perfect hash: the lower bits of a key choose a seed, the product with it the only slot that may be the key's. So a key, which nearly
/// always has a weight, is found without a search whose end no processor foresees. Of keys that have none, one in 65,536 is given
/// another's weight.
class CompiledModel {
 public:
  static constexpr std::size_t most_classes = 4;

  CompiledModel() = default;
  /// `bytes` must outlive this and come from compile_model.
  explicit CompiledModel(std::string_view bytes)
      : classes_(load<std::uint32_t>(bytes.data())), seed_mask_(load<std::uint32_t>(bytes.data() + 4) - 1),
        slots_(load<std::uint32_t>(bytes.data() + 8)), seeds_(bytes.data() + 12), keyed_(seeds_ + 4 * (seed_mask_ + 1)) {}

  std::size_t classes() const { return classes_; }
  bool empty() const { return slots_ == 0; }

  /// The weights of a key in thousandths, all 0 when it has none. The model must not be empty. `classes` is classes() of the model, known when compiling.
  template <std::size_t classes>
  std::array<std::int16_t, classes> weights(std::uint32_t key) const {
    const char* const slot = keyed_ + slot_of(key, load<std::uint32_t>(seeds_ + 4 * (key & seed_mask_)), slots_) * slot_size(classes);
    auto found = load<std::array<std::int16_t, classes>>(slot + 2);
    const auto mask = static_cast<std::int16_t>(-static_cast<int>(load<std::uint16_t>(slot) == key >> 16));  // no branch: nothing foretells it
    for (std::int16_t& weight : found) weight = static_cast<std::int16_t>(weight & mask);
    return found;
  }

  static constexpr std::size_t slot_size(std::size_t classes) { return 2 + 2 * classes; }
  static constexpr std::size_t slot_of(std::uint32_t key, std::uint32_t seed, std::uint32_t slots) {
    return static_cast<std::size_t>((std::uint64_t{key * seed} * slots) >> 32);
  }

 private:
  template <class Value>
  static Value load(const char* from) {
    Value value;
    std::memcpy(&value, from, sizeof value);
    return value;
  }

  std::uint32_t classes_ = 1;
  std::uint32_t seed_mask_ = 0;
  std::uint32_t slots_ = 0;
  const char* seeds_ = nullptr;
  const char* keyed_ = nullptr;
};

/// The bytes of a model. `tsv` is a weights file: a first line `classes<TAB>NAME...`, then `feature<TAB>weight...` a line, weights with
/// at most three decimals. Throws Error when it is none.
std::string compile_model(std::string_view tsv);

/// Hash of a feature as a weights file writes it: `left,right=on|#3`.
std::uint32_t feature_hash(std::string_view written);

}  // namespace digestkg
