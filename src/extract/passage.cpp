// A scene -> items: names, numbers, words and marks.

#include "extract/passage.hpp"

#include "extract/context.hpp"

namespace digestkg {
namespace {

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
}

Role Passage::role(std::size_t entity) const {
  if (static_cast<std::ptrdiff_t>(entity) == scene_->main) return Role::Main;
  return scene_->entities[entity].introduced ? Role::Introduced : Role::Other;
}

inline std::size_t Passage::add_word(std::size_t sentence, std::size_t at) {
  const Token& token = document().token(at);
  const Part word = context(document(), at);
  Part stem = word;
  if (token.info.ending > 0 && token.reads_as == ReadsAs::Itself) {
    const std::size_t size = word.text.size() - token.info.ending;
    stem = Part(word_hash_before(word.hash, word.text.substr(size)), word.text.substr(0, size));
  }
  const Span span{static_cast<std::uint16_t>(at), static_cast<std::uint16_t>(at + 1)};
  items_.emplace_back(token.has(kPunctuation) ? ItemKind::Mark : ItemKind::Word, static_cast<std::uint8_t>(sentence), std::int16_t{-1}, span,
                      token.info.classes, word, stem);
  return at + 1;
}

/// As far as it reaches in its sentence; returns the token behind it, as all that add items do.
std::size_t Passage::add_name(std::size_t sentence, std::size_t token) {
  const std::int16_t entity = scene_->owner[token];
  const auto here = static_cast<std::uint16_t>(items_.size());
  std::size_t end = token + 1;
  while (end < this->sentence(sentence).last && scene_->owner[end] == entity) ++end;
  names_.push_back(here);
  if (is_method(static_cast<std::size_t>(entity))) methods_.push_back(here);
  const Part word = tag(scene_->entities[static_cast<std::size_t>(entity)], entity == scene_->main);
  const Span span{static_cast<std::uint16_t>(token), static_cast<std::uint16_t>(end)};
  items_.emplace_back(ItemKind::Name, static_cast<std::uint8_t>(sentence), entity, span, 0u, word, word);
  return end;
}

void Passage::add_items() {
  const std::span<const Sentence> sentences = document().sentences();
  items_.clear();
  number_items_.clear();
  sentence_begin_.clear();
  names_.clear();
  methods_.clear();
  std::size_t token = 0, number = 0;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    sentence_begin_.push_back(static_cast<std::uint16_t>(items_.size()));
    while (token < sentences[s].last) {
      if (scene_->owner[token] >= 0)
        token = add_name(s, token);
      else if (number < numbers_.size() && numbers_[number].span.begin == token)
        token = add_numbers(s, number);
      else
        token = add_word(s, token);
    }
  }
  sentence_begin_.push_back(static_cast<std::uint16_t>(items_.size()));
}

/// All that begin where this one does: a range has two ends.
std::size_t Passage::add_numbers(std::size_t sentence, std::size_t& number) {
  const Span span = numbers_[number].span;
  for (; number < numbers_.size() && numbers_[number].span.begin == span.begin; ++number) {
    number_items_.push_back(static_cast<std::uint16_t>(items_.size()));
    items_.emplace_back(ItemKind::Number, static_cast<std::uint8_t>(sentence), static_cast<std::int16_t>(number), span, 0u, Part("#"), Part("#"));
  }
  return span.end;
}

void Passage::index_mentions() {
  const std::size_t count = scene_->entities.size();
  const auto entity = [&](std::uint16_t item) { return static_cast<std::size_t>(items_[item].index); };
  mention_begin_.assign(count + 1, 0);
  for (const std::uint16_t item : names_) ++mention_begin_[entity(item) + 1];
  for (std::size_t e = 0; e < count; ++e) mention_begin_[e + 1] = static_cast<std::uint16_t>(mention_begin_[e + 1] + mention_begin_[e]);
  mention_items_.resize(mention_begin_[count]);
  for (std::size_t i = names_.size(); i-- > 0;) mention_items_[--mention_begin_[entity(names_[i]) + 1]] = names_[i];
  for (std::size_t e = 0; e < count; ++e) mention_begin_[e] = mention_begin_[e + 1];
  mention_begin_[count] = static_cast<std::uint16_t>(mention_items_.size());
}

}  // namespace digestkg
