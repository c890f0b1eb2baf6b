#pragma once
// What papers call one metric or task, however they write it -> one node with the form used most as its name.

#include "base/text_index.hpp"

#include <digestkg/graph.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace digestkg {

struct Phrase {
  GraphBuilder::Handle node = 0;
  std::string step;  ///< of the IRIs of results
  std::optional<std::string_view> unit;  ///< the first one seen with it
  bool has_several_units = false;

  void see(std::string_view with, GraphBuilder& builder) {
    if (!unit) unit = builder.keep(with);
    else if (*unit != with) has_several_units = true;
  }
};

/// The phrases of one kind. Most forms come again and again: they are folded once.
class Phrases {
 public:
  Phrases(GraphBuilder& builder, Kind kind) : builder_(builder), kind_(kind) {}

  /// The phrase that `form` is a form of, seen once more. Good until the next use().
  Phrase& use(std::string_view form);

  /// Calls visit(phrase, forms) for each phrase with all its forms, the one used most first, the others sorted.
  template <class Visit>
  void for_each(Visit visit) const {
    const std::vector<std::uint32_t> order = forms_in_order();
    std::vector<std::string_view> forms;
    for (std::size_t i = 0; i < order.size(); ++i) {
      forms.push_back(forms_[order[i]]);
      if (i + 1 < order.size() && phrase_of_[order[i + 1]] == phrase_of_[order[i]]) continue;
      visit(phrases_[phrase_of_[order[i]]], std::span<const std::string_view>(forms));
      forms.clear();
    }
  }

 private:
  std::uint32_t phrase_at(std::string_view form);
  std::vector<std::uint32_t> forms_in_order() const;

  GraphBuilder& builder_;
  const Kind kind_;
  TextIndex forms_, folded_;
  std::vector<std::uint32_t> phrase_of_, uses_;  ///< by form
  std::vector<Phrase> phrases_;  ///< by folded form
};

/// A text as one step of a result's IRI; `_` for what is not said, so that it cannot be confused with a text that is `_`.
std::string iri_step(std::string_view text);

}  // namespace digestkg
