#pragma once
// JSON bytes -> tokens, one after the other and without copies: for files of known form that are too large for a tree of values.

#include <cstddef>
#include <string>
#include <string_view>

namespace digestkg {

/// What is wrong and where, as an offset into the scanned bytes.
struct JsonFault {
  std::size_t offset;
  std::string message;
};

/// A string between its quotes, still with its escapes.
struct JsonString {
  std::string_view raw;
  bool escaped = false;

  /// The text; views `raw` when nothing is escaped, else `room`, which is overwritten.
  std::string_view text(std::string& room) const;
};

/// Reads one JSON value after the other, the caller saying what it expects. Every function skips white space first and throws
/// JsonFault when something else stands there.
class JsonScanner {
 public:
  explicit JsonScanner(std::string_view bytes, std::size_t at = 0) : bytes_(bytes), at_(at) {}

  std::size_t offset() const { return at_; }
  void go_to(std::size_t offset) { at_ = offset; }
  bool at_end();

  void expect(char punctuation);
  bool accept(char punctuation);
  JsonString string();
  /// A number as written.
  std::string_view number();
  bool boolean();
  /// Passes over any value; nesting deeper than 100 is a fault.
  void skip_value(int depth = 0);

  /// Calls member(name) for each member of an object, with the scanner before its value.
  template <class Member>
  void object(Member member) {
    expect('{');
    if (accept('}')) return;
    do {
      const JsonString name = string();
      expect(':');
      member(name.raw);
    } while (accept(','));
    expect('}');
  }
  /// Calls item() for each value of an array, with the scanner before it.
  template <class Item>
  void array(Item item) {
    expect('[');
    if (accept(']')) return;
    do item();
    while (accept(','));
    expect(']');
  }

  [[noreturn]] void fail(std::string message) const { throw JsonFault{at_, std::move(message)}; }

 private:
  void skip_blanks() {
    while (at_ < bytes_.size() && (bytes_[at_] == ' ' || bytes_[at_] == '\n' || bytes_[at_] == '\r' || bytes_[at_] == '\t')) ++at_;
  }
  bool word(std::string_view expected);

  std::string_view bytes_;
  std::size_t at_;
};

}  // namespace digestkg
