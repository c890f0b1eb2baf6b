#pragma once
// What extraction knows of single words: how ordinary they are and what they do in a sentence.

#include "base/word_hash.hpp"
#include "extract/compiled_words.hpp"

#include <cstdint>
#include <string_view>

namespace digestkg {

/// What a word does; a word may do several things. The words stand in ontology/rules/words.toml, one list a class.
enum class WordClass : std::uint32_t {
  Determiner = 1u << 0,
  Preposition = 1u << 1,
  Conjunction = 1u << 2,
  Pronoun = 1u << 3,
  Auxiliary = 1u << 4,
  Novelty = 1u << 5,          ///< new, novel, first
  Introduce = 1u << 6,        ///< introduces, proposes, presents
  Call = 1u << 7,             ///< called, named, termed
  Use = 1u << 8,              ///< uses, leverages, built
  Train = 1u << 9,            ///< trained, fine-tuned
  Evaluate = 1u << 10,        ///< evaluated, tested, experiments
  Outperform = 1u << 11,      ///< outperforms, surpasses
  Compare = 1u << 12,         ///< compared, than, versus, baseline
  Achieve = 1u << 13,         ///< achieves, reaches, scores
  Improve = 1u << 14,         ///< improves, increases, reduces
  MethodHead = 1u << 15,      ///< model, framework, loss
  BenchmarkHead = 1u << 16,   ///< benchmark, leaderboard
  DatasetHead = 1u << 17,     ///< dataset, corpus
  TaskHead = 1u << 18,        ///< recognition, answering: what an acronym's long form ends in when it is no name
  MetricHead = 1u << 19,      ///< accuracy, score, rate
  WeakMetricHead = 1u << 20,  ///< time, tokens, performance: a metric only when nothing better stands near
  CountNoun = 1u << 21,       ///< images, tasks, hours: what sizes are counted in
  Gain = 1u << 22,            ///< improvement, gain, reduction: a number beside it is a change
  Comparative = 1u << 23,     ///< higher, faster, fewer
  Hedge = 1u << 24,           ///< competitive, comparable
  Example = 1u << 25,         ///< such, like, including
  Result = 1u << 26,          ///< results, findings, experiments: opens the part of a summary that reports
  Method = 1u << 27,          ///< methodology, approach: opens the part on how
  Aim = 1u << 28,             ///< objective, goal, question
  Implication = 1u << 29,     ///< implication, practitioners
  Negation = 1u << 30,
  Suffix = 1u << 31,          ///< -based, -trained: after a hyphen no part of the name before it
};

struct WordInfo {
  std::uint32_t classes = 0;
  std::uint8_t commonness = 0;  ///< 0: not an ordinary English word; 1 (rare) to 9 (very common) otherwise
  std::uint8_t ending = 0;      ///< bytes at its end that its stem lacks
  bool is(WordClass c) const { return (classes & static_cast<std::uint32_t>(c)) != 0; }
};

/// Immutable; lookups are constant time and allocate nothing.
class Vocabulary {
 public:
  /// Of ontology/rules/words.toml and ontology/lexicon/words.txt as compiled in.
  Vocabulary();
  /// `hash` is word_hash of the word; an unknown word has neither class nor commonness.
  WordInfo find(std::uint32_t hash) const {
    const CompiledWord word = words_.find(hash);
    return {word.classes, word.commonness, word.ending};
  }
  WordInfo find(std::string_view word) const { return find(word_hash(word)); }

 private:
  CompiledWords words_;
};

}  // namespace digestkg
