// lexicon/words.txt and rules/words.toml -> the bytes that the vocabulary reads.

#include "extract/compiled_words.hpp"

#include "base/word_hash.hpp"

#include <digestkg/diagnostic.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <map>
#include <toml++/toml.h>
#include <vector>

namespace digestkg {
namespace {

/// By the bits of WordClass.
constexpr std::array<std::string_view, 32> class_names{
    "Determiner", "Preposition", "Conjunction", "Pronoun", "Auxiliary", "Novelty", "Introduce", "Call",
    "Use", "Train", "Evaluate", "Outperform", "Compare", "Achieve", "Improve", "MethodHead",
    "BenchmarkHead", "DatasetHead", "TaskHead", "MetricHead", "WeakMetricHead", "CountNoun", "Gain", "Comparative",
    "Hedge", "Example", "Result", "Method", "Aim", "Implication", "Negation", "Suffix"};

template <class Visit>
void each_word(std::string_view text, Visit visit) {
  constexpr std::string_view blank = " \n\t";
  for (std::size_t at = text.find_first_not_of(blank); at != std::string_view::npos; at = text.find_first_not_of(blank, at)) {
    const std::size_t end = std::min(text.find_first_of(blank, at), text.size());
    visit(text.substr(at, end - at));
    at = end;
  }
}

using Words = std::map<std::string, CompiledWord, std::less<>>;

void add_commonness(std::string_view lines, Words& words) {
  for (std::size_t at = 0; at < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', at), lines.size());
    const std::string_view line = lines.substr(at, end - at);
    at = end + 1;
    const std::size_t tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string_view::npos) continue;
    unsigned commonness = 0;
    std::from_chars(line.data() + tab + 1, line.data() + line.size(), commonness);
    words[std::string(line.substr(0, tab))].commonness = static_cast<std::uint8_t>(commonness);
  }
}

void add_classes(std::string_view rules, Words& words) {
  const toml::table lists = toml::parse(rules, std::string_view("ontology/rules/words.toml"));
  for (std::size_t c = 0; c < class_names.size(); ++c)
    each_word(lists[class_names[c]]["words"].value_or(std::string_view{}),
              [&](std::string_view word) { words[std::string(word)].classes |= 1u << c; });
}

/// Number of a set of classes, which is added when it is new.
std::uint8_t number_of(std::uint32_t classes, std::vector<std::uint32_t>& sets) {
  const auto known = std::ranges::find(sets, classes);
  const auto number = static_cast<std::size_t>(known - sets.begin());
  if (known == sets.end()) sets.push_back(classes);
  if (number >= CompiledWords::most_sets) throw Error("words: too many sets of classes");
  return static_cast<std::uint8_t>(number);
}

/// Of the endings of verbs and plurals; crude, but the same everywhere.
std::size_t ending_of(std::string_view word) {
  const std::size_t size = word.size();
  const auto cut = [&](std::string_view ending, std::size_t least) {
    if (word.size() < least || !word.ends_with(ending)) return false;
    word.remove_suffix(ending.size());
    return true;
  };
  if (!cut("ing", 6) && !cut("ed", 5) && !cut("es", 5) && !word.ends_with("ss")) cut("s", 4);
  cut("e", 4);
  return size - word.size();
}

}  // namespace

std::string compile_words(std::string_view lines, std::string_view rules) {
  Words words;
  add_commonness(lines, words);
  add_classes(rules, words);
  std::vector<std::uint32_t> keys;
  for (const auto& [word, known] : words) keys.push_back(word_hash(word));
  const std::string hash = make_perfect_hash(keys);
  const PerfectHash places(hash.data());
  std::vector<std::uint32_t> sets{0};  // of an empty slot
  std::string slots(places.slots() * CompiledWords::slot_size, '\0');
  for (const auto& [word, known] : words) {
    const std::uint32_t key = word_hash(word);
    char* const slot = &slots[places.slot(key) * CompiledWords::slot_size];
    std::memcpy(slot, &key, 4);
    slot[4] = static_cast<char>(number_of(known.classes, sets));
    slot[5] = static_cast<char>(known.commonness | ending_of(word) << 4);
  }
  sets.resize(CompiledWords::most_sets);
  return std::string(reinterpret_cast<const char*>(sets.data()), 4 * sets.size()) + hash + slots;
}

}  // namespace digestkg
