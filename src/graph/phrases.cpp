// Forms of metrics and tasks -> phrases.

#include "graph/phrases.hpp"

#include "graph/fold.hpp"

#include <algorithm>
#include <numeric>

namespace digestkg {

std::string iri_step(std::string_view text) {
  if (text.empty()) return "/_";
  return text == "_" ? "/%5F" : make_iri("", text);
}

Phrase& Phrases::use(std::string_view form) {
  const std::uint32_t number = forms_.add(form, [&](std::string_view text) { return builder_.keep(text); });
  if (number == phrase_of_.size()) {
    phrase_of_.push_back(phrase_at(form));
    uses_.push_back(0);
  }
  ++uses_[number];
  return phrases_[phrase_of_[number]];
}

std::uint32_t Phrases::phrase_at(std::string_view form) {
  const std::string folded = fold_phrase(form);
  const std::uint32_t number = folded_.add(folded, [&](std::string_view text) { return builder_.keep(text); });
  if (number == phrases_.size())
    phrases_.push_back({builder_.new_node(make_iri(info(kind_).record, folded), kind_), kind_ == Kind::Metric ? iri_step(folded) : std::string(), std::nullopt});
  return number;
}

std::vector<std::uint32_t> Phrases::forms_in_order() const {
  std::vector<std::uint32_t> order(forms_.size());
  std::iota(order.begin(), order.end(), 0u);
  std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) {
    return phrase_of_[a] != phrase_of_[b] ? phrase_of_[a] < phrase_of_[b] : forms_[a] < forms_[b];
  });
  for (auto begin = order.begin(); begin != order.end();) {
    const auto end = std::find_if(begin, order.end(), [&](std::uint32_t form) { return phrase_of_[form] != phrase_of_[*begin]; });
    const auto best = std::max_element(begin, end, [&](std::uint32_t a, std::uint32_t b) { return uses_[a] < uses_[b]; });
    std::rotate(begin, best, best + 1);
    begin = end;
  }
  return order;
}

}  // namespace digestkg
