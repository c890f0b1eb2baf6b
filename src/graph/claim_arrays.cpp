// Members of a graph.jsonl object -> the arrays of its claims.

#include "graph/claim_arrays.hpp"

#include <algorithm>
#include <charconv>

namespace digestkg {
namespace {

template <class Number>
void read_numbers(JsonScanner& scanner, std::vector<Number>& numbers) {
  scanner.array([&] {
    const std::string_view text = scanner.number();
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) scanner.fail("`" + std::string(text) + "` is out of range here");
    numbers.push_back(number);
  });
}

void read_strings(JsonScanner& scanner, std::vector<JsonString>& strings) {
  scanner.array([&] { strings.push_back(scanner.string()); });
}

}  // namespace

void ClaimArrays::clear() {
  for (auto* strings : {&papers, &dates, &fields, &rules}) strings->clear();
  sentences.clear();
  begins.clear();
  ends.clear();
  confidences.clear();
}

bool ClaimArrays::read(std::string_view name, JsonScanner& scanner) {
  const auto at = std::ranges::find(claim_fields, name);
  if (at == claim_fields.end()) return false;
  switch (static_cast<ClaimField>(at - claim_fields.begin())) {
    case ClaimField::Paper: read_strings(scanner, papers); break;
    case ClaimField::Date: read_strings(scanner, dates); break;
    case ClaimField::Field: read_strings(scanner, fields); break;
    case ClaimField::Begin: read_numbers(scanner, begins); break;
    case ClaimField::End: read_numbers(scanner, ends); break;
    case ClaimField::Sentence:
      scanner.array([&] {
        const JsonString text = scanner.string();
        sentences.push_back({text, scanner.offset() - text.raw.size() - 1});
      });
      break;
    case ClaimField::Rule: read_strings(scanner, rules); break;
    case ClaimField::Confidence: read_numbers(scanner, confidences); break;
  }
  return true;
}

void ClaimArrays::check(const JsonScanner& scanner) const {
  for (const std::size_t length : {dates.size(), fields.size(), begins.size(), ends.size(), sentences.size(), rules.size(), confidences.size()})
    if (length != size()) scanner.fail("the arrays of claims have different lengths");
}

}  // namespace digestkg
