#pragma once
// A weights file as the build made it ready for scoring (src/tools/compile_weights.cpp): bytes that are used where they lie.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace digestkg {

/// Layout: three numbers (classes, words of the filter, slots), the filter, the slots; a slot is a key and `classes` weights in
/// thousandths, padded to whole words. All numbers as this machine writes them. Small, because scoring is a matter of cache misses:
/// most features have no weight, and the filter's bits (eight a key) turn nearly all of those away.
class CompiledModel {
 public:
  static constexpr std::size_t most_classes = 4;

  CompiledModel() = default;
  /// `bytes` must outlive this and come from compile_model.
  explicit CompiledModel(std::string_view bytes)
      : classes_(load<std::uint32_t>(bytes.data())), filter_mask_(32 * load<std::uint32_t>(bytes.data() + 4) - 1),
        slots_(load<std::uint32_t>(bytes.data() + 8)), filter_(bytes.data() + 12), keyed_(filter_ + (filter_mask_ + 1) / 8) {}

  std::size_t classes() const { return classes_; }
  bool empty() const { return slots_ == 0; }
  /// False when `key` surely has no weight.
  bool may_have(std::uint32_t key) const { return (load<std::uint32_t>(filter_ + (key & filter_mask_) / 32 * 4) >> (key % 32)) & 1u; }

  /// The weights of a key. `classes` is classes() of the model, known when compiling.
  template <std::size_t classes>
  class Slot {
   public:
    float weight(std::size_t c) const { return static_cast<float>(load<std::int16_t>(at_ + 4 + 2 * c)) / 1000.0F; }

   private:
    friend class CompiledModel;
    explicit Slot(const char* at) : at_(at) {}
    std::uint32_t key() const { return load<std::uint32_t>(at_); }
    const char* at_;
  };
  /// Slot of `key`, or an empty one, whose weights are 0. The model must not be empty.
  template <std::size_t classes>
  Slot<classes> find(std::uint32_t key) const {
    Slot<classes> slot(at<classes>(key));
    while (slot.key() != key && slot.key() != 0) slot.at_ += slot_size(classes);
    return slot;
  }
  /// Has the memory fetched that `find` will look at.
  template <std::size_t classes>
  void fetch(std::uint32_t key) const { __builtin_prefetch(at<classes>(key)); }

  static constexpr std::size_t slot_size(std::size_t classes) { return (4 + 2 * classes + 3) / 4 * 4; }
  /// Where the search for a key begins: keys stand in rising order, with gaps.
  static std::size_t home(std::uint32_t key, std::size_t slots) { return static_cast<std::size_t>((std::uint64_t{key} * (slots - tail)) >> 32); }
  static constexpr std::size_t tail = 64;  ///< slots behind the last home; the very last is empty and ends every search

 private:
  template <class Number>
  static Number load(const char* from) {
    Number number;
    std::memcpy(&number, from, sizeof number);
    return number;
  }
  template <std::size_t classes>
  const char* at(std::uint32_t key) const { return keyed_ + home(key, slots_) * slot_size(classes); }

  std::uint32_t classes_ = 1;
  std::uint32_t filter_mask_ = 0;
  std::uint32_t slots_ = 0;
  const char* filter_ = nullptr;
  const char* keyed_ = nullptr;
};

/// The bytes of a model. `tsv` is a weights file: a first line `classes<TAB>NAME...`, then `feature<TAB>weight...` a line, weights with
/// at most three decimals. Throws Error when it is none.
std::string compile_model(std::string_view tsv);

/// Hash of a feature as a weights file writes it: `left,right=on|#3`.
std::uint32_t feature_hash(std::string_view written);

}  // namespace digestkg
