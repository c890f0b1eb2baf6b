// Title, opening and aim -> the tasks they speak of.

#include "extract/tasks.hpp"

#include <algorithm>

namespace digestkg {
namespace {

constexpr std::size_t most_tasks = 3;
constexpr int most_words = 5;

/// Nouns that name a task when something is said before them: video generation, question answering.
constexpr WordSet task_nouns(
    {"generation", "recognition", "understanding", "reasoning", "detection", "segmentation", "answering", "classification", "localization",
     "tracking", "forecasting", "summarization", "captioning", "retrieval", "navigation", "reconstruction", "manipulation", "translation",
     "estimation", "completion", "grounding", "synthesis", "editing", "parsing", "recommendation", "planning", "modeling", "compression",
     "alignment", "super-resolution", "matching", "customization", "personalization", "animation", "restoration", "inpainting", "discovery",
     "proving", "verification", "unlearning", "watermarking", "debugging", "repair", "search", "prediction", "evaluation", "quantization"});

bool belongs_to_phrase(const Scene& scene, std::size_t t) {
  const Token& token = scene.document->token(t);
  if (token.has(kPunctuation) || token.has(kNumber) || scene.owner[t] >= 0) return false;
  for (const WordClass c : {WordClass::Determiner, WordClass::Preposition, WordClass::Conjunction, WordClass::Pronoun, WordClass::Auxiliary,
                            WordClass::Novelty, WordClass::Introduce, WordClass::Improve, WordClass::Achieve, WordClass::Aim, WordClass::Evaluate,
                            WordClass::Use, WordClass::Negation, WordClass::Comparative})
    if (token.is(c) && !token.has(kHasHyphen)) return false;
  return true;
}

struct Found {
  Span span;
  std::uint32_t key = 0;  ///< of its words
  int standing = 0;
};

}  // namespace

std::vector<AddressedTask> find_tasks(const Scene& scene) {
  const Document& document = *scene.document;
  std::vector<Found> found;
  for (const Sentence& sentence : document.sentences()) {
    if (sentence.question || sentence.section > Section::Aim) continue;
    for (std::uint16_t t = sentence.first; t < sentence.last; ++t) {
      if (!task_nouns.has(document.token(t).word) || scene.owner[t] >= 0) continue;
      std::uint16_t begin = t;
      while (begin > sentence.first && t - begin < most_words - 1 && belongs_to_phrase(scene, begin - 1u)) --begin;
      if (begin == t) continue;
      std::uint32_t key = 0;
      for (std::uint16_t w = begin; w <= t; ++w) key = combine(key, document.token(w).word);
      if (std::ranges::find(found, key, &Found::key) != found.end()) continue;
      const bool after_for = begin > sentence.first && (document.token(begin - 1u).is_word("for") || document.token(begin - 1u).is_word("of"));
      const int standing = (sentence.section == Section::Title ? 3 : sentence.section == Section::Opening ? 1 : 2) + (after_for ? 2 : 0);
      found.push_back({{begin, static_cast<std::uint16_t>(t + 1)}, key, standing});
    }
  }
  std::ranges::stable_sort(found, std::greater{}, &Found::standing);
  found.resize(std::min(found.size(), most_tasks));
  std::ranges::sort(found, {}, &Found::span);
  std::vector<AddressedTask> tasks;
  tasks.reserve(found.size());
  for (const Found& task : found) {
    std::string name(document.text(task.span));
    // A title's capitals are no part of the phrase.
    if (document.sentence_of(task.span.begin).section == Section::Title)
      for (std::size_t i = 0; i + 1 < name.size(); ++i)
        if ((i == 0 || name[i - 1] == ' ' || name[i - 1] == '-') && !(name[i + 1] >= 'A' && name[i + 1] <= 'Z')) name[i] = ascii_lower(name[i]);
    tasks.push_back({std::move(name), {document.range(document.sentence_of(task.span.begin)), "task-phrase", 0.5F}});
  }
  return tasks;
}

}  // namespace digestkg
