#pragma once
// A list -> one cell of text, for formats whose cells hold no lists.

#include "base/json_text.hpp"

#include <array>
#include <charconv>
#include <string>
#include <string_view>
#include <type_traits>

namespace digestkg::exporters {

/// A JSON array of strings. Numbers are strings too: readers with lists (String[] in Neo4j, liststring in Gephi) give all items one type.
class ListText {
 public:
  void clear() { text_ = "["; }
  void add(std::string_view item) {
    if (text_.size() > 1) text_ += ',';
    append_json(text_, item);
  }
  template <class Number>
    requires std::is_arithmetic_v<Number>
  void add(Number number) {
    std::array<char, 32> digits;
    add(std::string_view(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr));
  }
  /// Good until the next clear().
  std::string_view finish() { return text_ += ']'; }

 private:
  std::string text_ = "[";
};

}  // namespace digestkg::exporters
