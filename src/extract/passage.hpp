#pragma once
// An entry as results and relations read it: names and numbers folded into one item each, ordinary words by their stem, all other words
// by their shape, so that no weight can learn a name by heart.

#include "extract/features.hpp"
#include "extract/numbers.hpp"

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace digestkg {

enum class ItemKind : std::uint8_t { Word, Mark, Name, Number };

struct Item {
  ItemKind kind = ItemKind::Word;
  std::uint8_t sentence = 0;  ///< at most 255 sentences are read
  std::int16_t index = -1;    ///< of the entity or the number
  Span span;                  ///< tokens
  std::uint32_t classes = 0;  ///< word classes, 0 for names and numbers
  Part word{""};              ///< the context word, a tag such as <M>, or #
  Part stem{""};              ///< word without its ending
  bool is(WordClass c) const { return (classes & static_cast<std::uint32_t>(c)) != 0; }
  bool is_mark(std::string_view mark) const { return kind == ItemKind::Mark && word.hash == word_hash(mark); }
  bool is_word(std::string_view lower) const { return kind == ItemKind::Word && word.hash == word_hash(lower); }
};

/// What an entity is to the paper.
enum class Role : std::uint8_t { Main, Introduced, Other };
inline constexpr std::size_t role_count = 3;

/// Immutable between reads; the buffers are reused.
class Passage {
 public:
  /// The scene must be laid and outlive the passage.
  void read(const Scene& scene);

  const Scene& scene() const { return *scene_; }
  const Document& document() const { return *scene_->document; }
  std::span<const Item> items() const { return items_; }
  const Item& item(std::size_t i) const { return items_[i]; }
  std::span<const Number> numbers() const { return numbers_; }
  /// Item of a number.
  std::uint16_t item_of(std::size_t number) const { return number_items_[number]; }
  /// Items of an entity's mentions, in order.
  std::span<const std::uint16_t> mentions(std::size_t entity) const {
    return std::span(mention_items_).subspan(mention_begin_[entity], mention_begin_[entity + 1] - mention_begin_[entity]);
  }
  /// How many mentions of methods, or of benchmarks and datasets, stand among the items before `i`.
  int methods_before(std::size_t i) const { return count_before(methods_, i); }
  int data_before(std::size_t i) const { return count_before(names_, i) - count_before(methods_, i); }
  /// Items [first, last) of a sentence.
  std::uint16_t first(std::size_t sentence) const { return sentence_begin_[sentence]; }
  std::uint16_t last(std::size_t sentence) const { return sentence_begin_[sentence + 1]; }
  const Sentence& sentence(std::size_t s) const { return document().sentences()[s]; }
  /// The item's word when it stands in `sentence`, else `^`.
  Part word(std::ptrdiff_t i, std::size_t sentence) const {
    return i >= first(sentence) && i < last(sentence) ? items_[static_cast<std::size_t>(i)].word : Part("^");
  }
  Part stem(std::ptrdiff_t i, std::size_t sentence) const {
    return i >= first(sentence) && i < last(sentence) ? items_[static_cast<std::size_t>(i)].stem : Part("^");
  }
  Role role(std::size_t entity) const;
  bool is_method(std::size_t entity) const { return scene_->entities[entity].kind == Kind::Method; }
  /// Text from the first token of item a to the last of item b - 1.
  std::string_view text(std::size_t a, std::size_t b) const { return document().text(Span{items_[a].span.begin, items_[b - 1].span.end}); }

 private:
  void add_items();
  std::size_t add_name(std::size_t sentence, std::size_t token);
  std::size_t add_word(std::size_t sentence, std::size_t token);
  std::size_t add_numbers(std::size_t sentence, std::size_t& number);
  void index_mentions();
  static int count_before(const std::vector<std::uint16_t>& items, std::size_t i) {
    return static_cast<int>(std::ranges::lower_bound(items, i) - items.begin());
  }

  const Scene* scene_ = nullptr;
  std::vector<Number> numbers_;
  std::vector<Item> items_;
  std::vector<std::uint16_t> number_items_;
  std::vector<std::uint16_t> mention_items_;
  std::vector<std::uint16_t> mention_begin_;
  std::vector<std::uint16_t> sentence_begin_;
  std::vector<std::uint16_t> names_, methods_;  ///< items, in order
};

/// Words that say what a sentence does: verbs of use, comparison, achievement and the like.
inline constexpr std::uint32_t trigger_classes =
    static_cast<std::uint32_t>(WordClass::Introduce) | static_cast<std::uint32_t>(WordClass::Call) |
    static_cast<std::uint32_t>(WordClass::Use) | static_cast<std::uint32_t>(WordClass::Train) |
    static_cast<std::uint32_t>(WordClass::Evaluate) | static_cast<std::uint32_t>(WordClass::Outperform) |
    static_cast<std::uint32_t>(WordClass::Compare) | static_cast<std::uint32_t>(WordClass::Achieve) |
    static_cast<std::uint32_t>(WordClass::Improve) | static_cast<std::uint32_t>(WordClass::BenchmarkHead) |
    static_cast<std::uint32_t>(WordClass::DatasetHead) | static_cast<std::uint32_t>(WordClass::Gain) |
    static_cast<std::uint32_t>(WordClass::Comparative) | static_cast<std::uint32_t>(WordClass::Hedge) |
    static_cast<std::uint32_t>(WordClass::Example) | static_cast<std::uint32_t>(WordClass::Negation);

/// Index of the first limit that `value` is below, or their number.
template <class Value, class... Limits>
constexpr int bucket(Value value, Limits... limits) {
  int index = 0;
  bool found = false;
  ((found = found || value < limits, index += !found), ...);
  return index;
}

}  // namespace digestkg
