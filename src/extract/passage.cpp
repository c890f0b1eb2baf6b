// A scene -> items: names, numbers, words and marks.

#include "extract/passage.hpp"

#include "extract/context.hpp"

namespace digestkg {
namespace {

/// Cuts the endings of verbs and plurals off; crude, but the same everywhere.
std::string_view stem_of(std::string_view word) {
  const auto cut = [&](std::string_view ending, std::size_t least) {
    if (word.size() < least || !word.ends_with(ending)) return false;
    word.remove_suffix(ending.size());
    return true;
  };
  switch (word.back()) {
    case 'g': cut("ing", 6); break;
    case 'd': cut("ed", 5); break;
    case 's':
      if (!cut("es", 5) && !word.ends_with("ss")) cut("s", 4);
      break;
    default: break;
  }
  cut("e", 4);
  return word;
}

Part tag(const Entity& e, bool main) {
  if (main) return Part("<MAIN>");
  if (e.kind == Kind::Method) return e.introduced ? Part("<IM>") : Part("<M>");
  if (e.kind == Kind::Benchmark) return e.introduced ? Part("<IB>") : Part("<B>");
  return e.introduced ? Part("<ID>") : Part("<D>");
}

}  // namespace

void Passage::read(const Scene& scene) {
  scene_ = &scene;
  find_numbers(scene, numbers_);
  add_items();
  index_mentions();
  count_names();
}

Role Passage::role(std::size_t entity) const {
  if (static_cast<std::ptrdiff_t>(entity) == scene_->main) return Role::Main;
  return scene_->entities[entity].introduced ? Role::Introduced : Role::Other;
}

void Passage::add_items() {
  const Document& d = document();
  items_.clear();
  number_items_.clear();
  sentence_begin_.clear();
  std::size_t number = 0;
  for (std::size_t i = 0; i < d.tokens().size();) {
    const Token& token = d.token(i);
    if (token.sentence > 254) break;
    while (sentence_begin_.size() <= token.sentence) sentence_begin_.push_back(static_cast<std::uint16_t>(items_.size()));
    if (scene_->owner[i] < 0 && number < numbers_.size() && numbers_[number].span.begin == i) {
      i = numbers_[number].span.end;
      add_numbers(token.sentence, number);
      continue;
    }
    Item& item = items_.emplace_back();
    item.sentence = static_cast<std::uint8_t>(token.sentence);
    std::size_t next = i + 1;
    if (scene_->owner[i] >= 0) {
      item.kind = ItemKind::Name;
      item.index = scene_->owner[i];
      while (next < d.tokens().size() && scene_->owner[next] == item.index && d.token(next).sentence == token.sentence) ++next;
      item.word = item.stem = tag(scene_->entities[static_cast<std::size_t>(item.index)], item.index == scene_->main);
    } else {
      const Sentence& sentence = d.sentences()[token.sentence];
      item.kind = token.has(kPunctuation) ? ItemKind::Mark : ItemKind::Word;
      item.classes = token.info.classes;
      item.word = context(d, static_cast<std::ptrdiff_t>(i), sentence);
      item.stem = Part(item.word.hash, item.word.text);
      if (item.kind == ItemKind::Word && item.word.hash == token.word)
        if (const std::string_view stem = stem_of(item.word.text); stem.size() != item.word.text.size())
          item.stem = Part(word_hash_before(token.word, item.word.text.substr(stem.size())), stem);
    }
    item.span = {static_cast<std::uint16_t>(i), static_cast<std::uint16_t>(next)};
    i = next;
  }
  while (sentence_begin_.size() <= d.sentences().size()) sentence_begin_.push_back(static_cast<std::uint16_t>(items_.size()));
}

/// All that begin where this one does: a range has two ends.
void Passage::add_numbers(std::uint16_t sentence, std::size_t& number) {
  for (const Span span = numbers_[number].span; number < numbers_.size() && numbers_[number].span.begin == span.begin; ++number) {
    number_items_.push_back(static_cast<std::uint16_t>(items_.size()));
    Item& item = items_.emplace_back();
    item.kind = ItemKind::Number;
    item.sentence = static_cast<std::uint8_t>(sentence);
    item.index = static_cast<std::int16_t>(number);
    item.span = span;
    item.word = item.stem = Part("#");
  }
}

void Passage::index_mentions() {
  const std::size_t count = scene_->entities.size();
  mention_begin_.assign(count + 1, 0);
  for (const Item& item : items_)
    if (item.kind == ItemKind::Name) ++mention_begin_[static_cast<std::size_t>(item.index) + 1];
  for (std::size_t e = 0; e < count; ++e) mention_begin_[e + 1] = static_cast<std::uint16_t>(mention_begin_[e + 1] + mention_begin_[e]);
  mention_items_.resize(mention_begin_[count]);
  for (std::size_t i = items_.size(); i-- > 0;)
    if (items_[i].kind == ItemKind::Name)
      mention_items_[--mention_begin_[static_cast<std::size_t>(items_[i].index) + 1]] = static_cast<std::uint16_t>(i);
  for (std::size_t e = 0; e < count; ++e) mention_begin_[e] = mention_begin_[e + 1];
  mention_begin_[count] = static_cast<std::uint16_t>(mention_items_.size());
}

void Passage::count_names() {
  names_before_.resize(items_.size() + 1);
  methods_before_.resize(items_.size() + 1);
  std::uint16_t names = 0, methods = 0;
  for (std::size_t i = 0; i < items_.size(); ++i) {
    names_before_[i] = names;
    methods_before_[i] = methods;
    if (items_[i].kind != ItemKind::Name) continue;
    ++names;
    methods = static_cast<std::uint16_t>(methods + is_method(static_cast<std::size_t>(items_[i].index)));
  }
  names_before_.back() = names;
  methods_before_.back() = methods;
}

}  // namespace digestkg
