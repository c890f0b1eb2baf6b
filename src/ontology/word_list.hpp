#pragma once
// lexicon/words.txt: ordinary English words, how common they are and how often they are in lower case.

#include "ontology/form_index.hpp"

#include <digestkg/diagnostic.hpp>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace digestkg {

struct WordUse {
  std::uint8_t commonness = 0;    ///< 1 (rare) to 9 (very common); 0 for what is a word, but is written with a capital here
  std::uint8_t lower_tenths = 0;  ///< share of the uses that are in lower case, 0 to 9: `results` has 9, `english` 0
};

class WordList {
 public:
  /// `lines` must outlive this and be sound (check_words).
  explicit WordList(std::string_view lines) : lines_(lines) {}
  /// `word` in lower case.
  std::optional<WordUse> find(std::string_view word) const;
  /// One word with a capital that is mostly or often written in lower case (`DROP`, `Table`, not `Gemini`), or an acronym of up to
  /// three letters.
  bool is_ordinary_word_with_capital(std::string_view form) const;

 private:
  FormIndex lines_;
};

/// Lines must be `word<TAB>digit<TAB>digit`, sorted, each word once.
void check_words(std::string_view file, std::string_view bytes, std::vector<Diagnostic>& found);

}  // namespace digestkg
