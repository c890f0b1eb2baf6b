// Records -> sorted lines, one for each form of a name.

#include "ontology/fold.hpp"
#include "ontology/index_value.hpp"
#include "ontology/lexicon_file.hpp"

#include <algorithm>
#include <utility>

namespace digestkg {
namespace {

using KeyedLine = std::pair<std::string, std::string>;

/// With zeros in front.
std::string digits(std::size_t number, std::size_t count) {
  const std::string written = std::to_string(number);
  return std::string(count - std::min(count, written.size()), '0') + written;
}

std::string describe(const LexiconRecord& record, std::size_t number, std::string_view form) {
  std::string line = digits(number, IndexValue::number_digits);
  line += record.kind ? static_cast<char>('a' + static_cast<int>(*record.kind)) : '-';
  line += digits(record.also.bits(), IndexValue::also_digits);
  line += !record.higher_is_better ? '-' : *record.higher_is_better ? 'h' : 'l';
  line += record.head ? 'h' : '-';
  line.append(record.role).append(1, '\t').append(record.unit).append(1, '\t').append(record.name).append(1, '\t');
  return line.append(record.is_exact(form) ? form : std::string_view());
}

std::string joined(std::vector<KeyedLine>& lines) {
  std::ranges::stable_sort(lines, {}, &KeyedLine::first);
  const auto repeated = std::ranges::unique(lines, {}, &KeyedLine::first);
  lines.erase(repeated.begin(), repeated.end());
  std::string text;
  for (const auto& [key, line] : lines) text.append(key).append(1, '\t').append(line).append(1, '\n');
  return text;
}

}  // namespace

LexiconIndex index_records(std::span<const LexiconRecord> records, std::size_t first_number) {
  std::vector<KeyedLine> names, metrics, not_names;
  for (std::size_t i = 0; i < records.size(); ++i) {
    const LexiconRecord& record = records[i];
    std::vector<KeyedLine>& lines = !record.kind ? not_names : *record.kind == Kind::Metric ? metrics : names;
    for (const std::string_view form : record.forms())
      if (std::string key = fold_form(form); !key.empty()) lines.emplace_back(std::move(key), describe(record, first_number + i, form));
  }
  return {joined(names), joined(metrics), joined(not_names)};
}

}  // namespace digestkg
