// The TOML of a file of rules -> what is wrong with it.

#include "ontology/rule_file.hpp"

#include "ontology/fold.hpp"
#include "ontology/lexicon_file.hpp"

#include <algorithm>
#include <string>
#include <toml++/toml.h>

namespace digestkg {
namespace {

FilePlace place(const toml::source_region& source) { return {source.begin.line, source.begin.column}; }

/// Whether `word` stands in `text` as a word, in any case.
bool stands_in(std::string_view text, std::string_view word) {
  const std::string folded = fold_form(word);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    for (std::string_view part = text.substr(begin, end - begin); !part.empty();) {
      if (fold_form(part) == folded) return true;
      const std::size_t hyphen = part.find('-');
      if (hyphen != std::string_view::npos && hyphen > 0) part.remove_prefix(hyphen + 1);
      else part.remove_suffix(1);
    }
    begin = end + 1;
  }
  return false;
}

bool any_stands_in(std::string_view text, std::string_view words) {
  constexpr std::string_view blank = " \n\t";
  for (std::size_t at = words.find_first_not_of(blank); at != std::string_view::npos; at = words.find_first_not_of(blank, at)) {
    const std::size_t end = std::min(words.find_first_of(blank, at), words.size());
    if (stands_in(text, words.substr(at, end - at))) return true;
    at = end;
  }
  return false;
}

}  // namespace

void check_rules(std::string_view file, std::string_view bytes, std::vector<Diagnostic>& found) {
  const auto fault = [&](const toml::source_region& source, std::string message) {
    found.push_back(diagnose(file, bytes, place(source), Severity::Rejected, std::move(message)));
  };
  try {
    for (const auto& [name, rule] : toml::parse(bytes)) {
      const std::string quoted = "'" + std::string(name.str()) + "'";
      const auto text = [&rule = rule](std::string_view key) {
        const toml::table* const table = rule.as_table();
        return table ? (*table)[key].value_or(std::string_view()) : std::string_view();
      };
      if (text("words").empty()) fault(rule.source(), quoted + " has no words");
      else if (text("example").empty()) fault(rule.source(), quoted + " has no example");
      else if (!any_stands_in(text("example"), text("words"))) fault(rule.source(), "no word of " + quoted + " stands in its example");
    }
  } catch (const toml::parse_error& error) {
    fault(error.source(), std::string(error.description()));
  }
}

}  // namespace digestkg
