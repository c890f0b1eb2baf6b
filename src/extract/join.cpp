// Names -> things: which of an entry's names stand for one and the same.

#include "base/word_hash.hpp"
#include "extract/entities.hpp"
#include "extract/initials.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace digestkg {
namespace {

class Sets {
 public:
  explicit Sets(std::size_t count) : parent_(count) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }
  std::size_t find(std::size_t i) const {
    while (parent_[i] != i) i = parent_[i];
    return i;
  }
  void join(std::size_t a, std::size_t b) {
    a = find(a);
    b = find(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::size_t> parent_;
};

/// "UAE model" is called UAE: without a lower-case head noun at the end.
std::string_view without_head(std::string_view form) {
  constexpr std::string_view heads[] = {"model", "framework", "method", "approach", "system", "algorithm", "architecture", "dataset", "benchmark"};
  const std::size_t blank = form.rfind(' ');
  if (blank == std::string_view::npos || blank == 0) return form;
  return std::ranges::find(heads, singular(form.substr(blank + 1))) == std::end(heads) ? form : form.substr(0, blank);
}

/// Forms that differ by a lower-case plural or a head noun alone are one.
std::uint32_t spelling_key(std::string_view form) {
  return form_key(singular(without_head(form)));
}

std::string written(std::string_view form) {
  std::string text;
  text.reserve(form.size());
  for (const char c : form)
    if (c != '\\' && c != '*') text += c == '\n' ? ' ' : c;
  return text;
}

void add_form(std::vector<std::string>& forms, std::string_view form) {
  if (std::ranges::find(forms, form) != forms.end()) return;  // as most are, and written without a mark
  if (std::string text = written(form); std::ranges::find(forms, text) == forms.end()) forms.push_back(std::move(text));
}

/// Joins a short form with the one name whose initials it is, where neither is `paired`: has a partner in parentheses that is a name, too.
void join_initials(const Document& document, std::span<const Candidate> candidates, const std::vector<ChosenName>& chosen,
                   const std::vector<bool>& paired, Sets& sets) {
  std::vector<std::pair<std::uint32_t, std::size_t>> spelt;
  const auto form = [&](std::size_t i) { return document.text(candidates[chosen[i].candidate].spans.front()); };
  for (std::size_t i = 0; i < chosen.size(); ++i)
    if (!paired[i])
      for (const std::uint32_t hash : initials_of(form(i))) spelt.emplace_back(hash, i);
  if (spelt.empty()) return;
  std::ranges::sort(spelt);
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    if (paired[i] || !may_be_initials(form(i))) continue;
    const auto names = std::ranges::equal_range(spelt, word_hash(form(i)), {}, [](const auto& s) { return s.first; });
    if (names.size() == 1) sets.join(i, names.front().second);
  }
}

}  // namespace

Scene join_names(const Document& document, std::span<const Candidate> candidates, std::span<const AcronymPair> pairs,
                 const std::vector<ChosenName>& chosen) {
  const auto candidate = [&](std::size_t i) -> const Candidate& { return candidates[chosen[i].candidate]; };
  const auto form = [&](std::size_t i) { return document.text(candidate(i).spans.front()); };
  Sets sets(chosen.size());
  std::vector<std::pair<Span, std::size_t>> places;
  places.reserve(2 * chosen.size());
  for (std::size_t i = 0; i < chosen.size(); ++i)
    for (const Span place : candidate(i).spans) places.emplace_back(place, i);
  std::ranges::sort(places);
  const auto name_at = [&](Span span) {
    const auto place = std::ranges::lower_bound(places, std::pair(span, std::size_t{0}));
    return place != places.end() && place->first == span ? place->second : chosen.size();
  };
  std::vector<bool> paired(chosen.size());
  for (const AcronymPair& pair : pairs) {
    const std::size_t a = name_at(pair.long_form), b = name_at(pair.acronym);
    if (a == chosen.size() || b == chosen.size()) continue;
    sets.join(a, b);
    paired[a] = paired[b] = true;
  }
  join_initials(document, candidates, chosen, paired, sets);
  std::vector<std::pair<std::uint32_t, std::size_t>> spellings, things;
  spellings.reserve(chosen.size());
  things.reserve(chosen.size());
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    spellings.emplace_back(spelling_key(form(i)), i);
    if (candidate(i).known.canonical != 0) things.emplace_back(candidate(i).known.canonical, i);
  }
  for (auto* const keys : {&spellings, &things}) {
    std::ranges::sort(*keys);
    for (std::size_t k = 1; k < keys->size(); ++k)
      if ((*keys)[k].first == (*keys)[k - 1].first) sets.join((*keys)[k].second, (*keys)[k - 1].second);
  }

  Scene scene;
  scene.document = &document;
  scene.entities.reserve(chosen.size());
  std::vector<std::size_t> entity_of(chosen.size());
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    const std::size_t root = sets.find(i);
    if (root == i) {
      entity_of[i] = scene.entities.size();
      scene.entities.emplace_back();
    }
    Entity& entity = scene.entities[entity_of[root]];
    for (const Span place : candidate(i).spans) {
      add_form(entity.forms, document.text(place));
      add_form(entity.forms, singular(document.text(place)));
    }
    entity.mentions.insert(entity.mentions.end(), chosen[i].places.begin(), chosen[i].places.end());
    entity.name_probability = std::max(entity.name_probability, chosen[i].probability);
    entity.known_kinds |= candidate(i).known.kinds;
    if (candidate(i).known.canonical) entity.canonical = candidate(i).known.canonical;
    entity.sources |= candidate(i).sources;
  }
  for (Entity& entity : scene.entities) {
    std::ranges::sort(entity.mentions);
    // The long form of an acronym is the name, whichever stands first; a head noun does not make a form longer.
    const auto longest = std::ranges::max_element(entity.forms, {}, [](const std::string& f) { return std::ranges::count(without_head(f), ' '); });
    std::rotate(entity.forms.begin(), longest, longest + 1);
  }
  scene.lay();
  return scene;
}

}  // namespace digestkg
