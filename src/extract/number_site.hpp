#pragma once
// Where a number stands in its sentence: its neighbours, its clause, and the patterns that numbers form with each other.

#include "extract/passage.hpp"

#include <vector>

namespace digestkg {

/// Positions are items of the passage; -1 for none.
struct NumberSite {
  std::uint16_t number = 0;
  std::int32_t item = 0;
  std::uint16_t sentence = 0;
  std::int32_t first = 0;  ///< items [first, last) of the sentence
  std::int32_t last = 0;
  std::int32_t clause = 0;      ///< first item of the clause
  std::int32_t lead = -1;       ///< the item left of the number, hedges such as "up to" passed over
  std::int32_t follow = -1;     ///< the item right of the number
  std::int32_t previous = -1;   ///< item of the number before in the sentence
  std::int32_t next = -1;       ///< item of the number after in the sentence
  std::int32_t cue = -1;        ///< "compared to", "than", "vs" between the number before (or the clause) and this one
  std::uint16_t order = 0;      ///< how many numbers of the same unit stand before it in the sentence
  std::uint16_t same_unit = 0;  ///< numbers of its unit in the sentence
  bool from = false;            ///< A of "from A to B"
  bool to = false;              ///< B of "from A to B"
  bool versus_next = false;     ///< compared with the next number
  bool versus_previous = false;
  bool respectively = false;    ///< the sentence has the word
  bool names_method = false;    ///< the sentence names a method
  bool names_data = false;      ///< a benchmark or dataset
  bool names_metric = false;    ///< has the head of a metric's name
  bool change_before = false;  ///< "by #", "a gain of #", "+#"
  bool change_after = false;   ///< "# improvement", "# higher"
};

/// Sites of all numbers, in their order.
void find_sites(const Passage& passage, std::vector<NumberSite>& sites);

/// Words between a number and the word that governs it: "up to about #".
bool is_hedge(const Item& item);

/// A preposition, pronoun, verb or the like: no part of a noun phrase that ends or begins here.
bool stops_phrase(const Item& item);

/// Whether a verb with a subject: achieves, reaches, improves, is.
bool is_report_verb(const Item& item);

}  // namespace digestkg
