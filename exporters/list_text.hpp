#pragma once
// A list -> one cell of text, for formats whose cells hold no lists.

#include "base/json_text.hpp"

#include <digestkg/output.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

namespace digestkg::exporters {

/// GEXF writes lists as JSON does, but to Gephi a backslash stands for the character behind it: `\t` would arrive as `t`.
enum class ListSyntax : std::uint8_t { Json, Gexf };

/// An array of strings. Numbers are strings too: readers with lists (String[] in Neo4j, liststring in Gephi) give all items one type.
class ListText {
 public:
  explicit ListText(ListSyntax syntax = ListSyntax::Json) : syntax_(syntax) {}
  void clear() { text_ = "["; }
  void add(std::string_view item) {
    if (text_.size() > 1) text_ += ',';
    if (syntax_ == ListSyntax::Json) append_json(text_, item);
    else append_gexf(item);
  }
  template <class Number>
    requires std::is_arithmetic_v<Number>
  void add(Number number) {
    std::array<char, number_room> text;
    add(std::string_view(text.data(), write_number(text.data(), number)));
  }
  /// Good until the next clear().
  std::string_view finish() { return text_ += ']'; }

 private:
  void append_gexf(std::string_view item) {
    text_ += '"';
    for (const char c : item) {
      if (c == '"' || c == '\\') text_ += '\\';
      text_ += c;
    }
    text_ += '"';
  }

  ListSyntax syntax_;
  std::string text_ = "[";
};

}  // namespace digestkg::exporters
