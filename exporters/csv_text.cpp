// Text -> cells of CSV and TSV.

#include "exporters/csv_text.hpp"

#include "base/escape.hpp"

namespace digestkg::exporters {

void write_inside_quotes(Output& out, std::string_view text) {
  const auto special = [](auto c) { return (c < 0x20) | (c == '"'); };
  const auto replace = [](std::string_view all, std::size_t at) -> Replacement {
    switch (all[at]) {
      case '"': return {"\"\"", 1};
      case '\t': return {};
      case '\n':
      case '\r': return {" ", 1};
      default: return {"\xEF\xBF\xBD", 1};
    }
  };
  escape_runs(text, special, replace, [&](std::string_view run) { out << run; });
}

void write_quoted(Output& out, std::string_view text) {
  out << '"';
  write_inside_quotes(out, text);
  out << '"';
}

void write_cell(Output& out, std::string_view text, char delimiter) {
  const auto special = [](auto c) { return (c < 0x20) | (c == '"'); };
  if (find_special(text, 0, special) == text.size() && text.find(delimiter) == text.npos) out << text;
  else write_quoted(out, text);
}

}  // namespace digestkg::exporters
