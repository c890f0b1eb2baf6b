#pragma once
// Objects, lists and values -> one line of JSON, streamed.

#include "base/json_text.hpp"

#include <digestkg/output.hpp>

#include <string_view>

namespace digestkg {

/// Puts the commas. Whoever calls balances begin and end and gives a key before each member of an object.
class JsonWriter {
 public:
  explicit JsonWriter(Output& output) : output_(output) {}

  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_list() { return open('['); }
  JsonWriter& end_list() { return close(']'); }

  /// A name of the program's own: nothing in it needs an escape.
  JsonWriter& key(std::string_view name) {
    separate();
    output_ << '"' << name << std::string_view("\":");
    first_ = true;  // what follows the colon takes no comma
    return *this;
  }
  JsonWriter& text(std::string_view value) {
    separate();
    json_string(value, [this](std::string_view run) { output_ << run; });
    return *this;
  }
  template <class Number>
  JsonWriter& number(Number value) {
    separate();
    output_ << value;
    return *this;
  }
  /// A value that is JSON already: `true`, `null`, a canonical decimal.
  JsonWriter& raw(std::string_view json) {
    separate();
    output_ << json;
    return *this;
  }
  /// Ends the line; the next value starts a new one.
  void end_line() {
    output_ << '\n';
    first_ = true;
  }

 private:
  void separate() {
    if (!first_) output_ << ',';
    first_ = false;
  }
  JsonWriter& open(char bracket) {
    separate();
    output_ << bracket;
    first_ = true;
    return *this;
  }
  JsonWriter& close(char bracket) {
    output_ << bracket;
    first_ = false;
    return *this;
  }

  Output& output_;
  bool first_ = true;
};

}  // namespace digestkg
