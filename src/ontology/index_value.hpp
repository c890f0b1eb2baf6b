#pragma once
// What the lexicon's index says of a form: a line whose first bytes are of fixed width, as tens of thousands are read.

#include "ontology/lexicon.hpp"

#include <cstddef>
#include <string_view>

namespace digestkg {

/// Layout: the record's number, its kind (`a` for the first, `-` for none), other kinds as bits, `h` or `l` for higher or lower is better,
/// `h` for the head of longer metrics, and behind these `role<TAB>unit<TAB>name<TAB>exact form`.
struct IndexValue {
  static constexpr std::size_t number_digits = 7, also_digits = 3;

  /// The form, if it counts only when written just so.
  static std::string_view exact_form(std::string_view line) { return line.substr(line.rfind('\t') + 1); }

  static LexiconEntry entry(std::string_view line) {
    LexiconEntry entry;
    entry.number = take_number(line, number_digits);
    if (const char kind = take(line); kind != '-') entry.kind = static_cast<Kind>(kind - 'a');
    entry.also = KindSet::from_bits(static_cast<std::uint16_t>(take_number(line, also_digits)));
    if (const char better = take(line); better != '-') entry.higher_is_better = better == 'h';
    entry.head = take(line) == 'h';
    entry.role = take_field(line);
    entry.unit = take_field(line);
    entry.name = take_field(line);
    return entry;
  }

 private:
  static char take(std::string_view& line) {
    const char c = line.front();
    line.remove_prefix(1);
    return c;
  }
  static std::uint32_t take_number(std::string_view& line, std::size_t digits) {
    std::uint32_t value = 0;
    for (; digits > 0; --digits) value = 10 * value + static_cast<std::uint32_t>(take(line) - '0');
    return value;
  }
  static std::string_view take_field(std::string_view& line) {
    const std::string_view field = line.substr(0, line.find('\t'));
    line.remove_prefix(field.size() + 1);
    return field;
  }
};

}  // namespace digestkg
