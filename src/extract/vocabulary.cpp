// ontology/rules/words.toml and ontology/lexicon/words.txt -> a hash table of words.

#include "extract/vocabulary.hpp"

#include "ontology/embedded.hpp"

#include <digestkg/diagnostic.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <toml++/toml.h>

namespace digestkg {
namespace {

constexpr std::array<std::string_view, 32> class_names{
    "Determiner", "Preposition", "Conjunction", "Pronoun", "Auxiliary", "Novelty", "Introduce", "Call",
    "Use", "Train", "Evaluate", "Outperform", "Compare", "Achieve", "Improve", "MethodHead",
    "BenchmarkHead", "DatasetHead", "TaskHead", "MetricHead", "WeakMetricHead", "CountNoun", "Gain", "Comparative",
    "Hedge", "Example", "Result", "Method", "Aim", "Implication", "Negation", "Suffix"};

std::string_view file(std::string_view name) {
  for (const EmbeddedFile& f : embedded_files())
    if (f.name == name) return f.bytes;
  return {};
}

template <class Visit>
void each_word(std::string_view text, Visit visit) {
  constexpr std::string_view blank = " \n\t";
  for (std::size_t at = text.find_first_not_of(blank); at != std::string_view::npos; at = text.find_first_not_of(blank, at)) {
    const std::size_t end = std::min(text.find_first_of(blank, at), text.size());
    visit(text.substr(at, end - at));
    at = end;
  }
}

}  // namespace

WordInfo& Vocabulary::insert(std::string_view word) {
  const std::uint32_t hash = word_hash(word);
  std::uint32_t i = hash & mask_;
  while (slots_[i].hash != 0 && slots_[i].hash != hash) i = (i + 1) & mask_;
  slots_[i].hash = hash;
  return slots_[i].info;
}

void Vocabulary::grow(std::size_t words) {
  std::size_t room = 1024;
  while (room < words * 2) room *= 2;
  slots_.resize(room);
  mask_ = static_cast<std::uint32_t>(room - 1);
}

Vocabulary::Vocabulary() {
  const std::string_view words = file("lexicon/words.txt");
  grow(static_cast<std::size_t>(std::ranges::count(words, '\n')) + 4000);
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find('\n', at), words.size());
    const std::string_view line = words.substr(at, end - at);
    at = end + 1;
    const std::size_t tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string_view::npos) continue;
    unsigned commonness = 0;
    std::from_chars(line.data() + tab + 1, line.data() + line.size(), commonness);
    insert(line.substr(0, tab)).commonness = static_cast<std::uint8_t>(commonness);
  }
  const toml::table classes = toml::parse(file("rules/words.toml"), std::string_view("ontology/rules/words.toml"));
  for (std::size_t c = 0; c < class_names.size(); ++c)
    each_word(classes[class_names[c]]["words"].value_or(std::string_view{}), [&](std::string_view word) { insert(word).classes |= 1u << c; });
}

}  // namespace digestkg
