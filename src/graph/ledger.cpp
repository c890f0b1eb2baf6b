// A finished resolution -> the steps that led to it, for people who check them.

#include "graph/ledger.hpp"

#include "base/parallel.hpp"

#include <algorithm>
#include <iterator>
#include <map>

namespace digestkg {
namespace {

/// Why `form` is a name of the thing whose name is `name`.
struct Reason {
  std::string word, detail;
  auto operator<=>(const Reason&) const = default;
};

class Merges {
 public:
  Merges(const LedgerSource& source, Resolution& resolution) : source_(source), resolution_(resolution) {
    for (const Acronyms::Group& group : source.same.acronyms().joined()) entries_of_.emplace(group.phrase, group.entries);
  }

  void list(unsigned jobs) {
    list_forms(jobs);
    for (const auto& [acronym, phrases] : source_.same.acronyms().ambiguous()) list_ambiguous(acronym, phrases);
    for (const std::uint32_t entry : source_.listings.dropped) {
      const Entry& e = source_.entries[entry];
      resolution_.steps.push_back({make_iri("paper", e.id), {e.title}, "listing", "another text of " + e.date + " with a longer summary stays"});
    }
  }

 private:
  using Steps = std::vector<ResolutionStep>;

  void list_forms(unsigned jobs) {
    constexpr std::size_t at_once = 1 << 10;
    const std::vector<Resolution::Entity>& entities = resolution_.entities;
    std::vector<Steps> parts((entities.size() + at_once - 1) / at_once);
    parallel_for(parts.size(), jobs, 1, [&](std::size_t part) {
      for (std::size_t i = part * at_once; i < std::min((part + 1) * at_once, entities.size()); ++i)
        if (!entities[i].aliases.empty()) list(entities[i], parts[part]);
    });
    for (Steps& part : parts) std::ranges::move(part, std::back_inserter(resolution_.steps));
  }

  void list(const Resolution::Entity& entity, Steps& steps) const {
    std::map<Reason, std::vector<std::string>> by_reason;
    for (const std::string& form : entity.aliases) by_reason[reason(entity, form)].push_back(form);
    for (auto& [reason, forms] : by_reason) {
      forms.insert(forms.begin(), entity.name);
      steps.push_back({entity.iri, std::move(forms), reason.word, reason.detail});
    }
  }

  Reason reason(const Resolution::Entity& entity, const std::string& form) const {
    if (const NameId name = source_.names.find(form); source_.same.spelt(name) != name) return {"lexicon", "a zero for the letter o"};
    const KeyId name_key = key_of(entity.name), form_key = key_of(form);
    if (name_key == form_key) return {"folded", {}};
    const auto& acronyms = source_.same.acronyms();
    if (acronyms.of(name_key) == acronyms.of(form_key)) {
      const auto at = entries_of_.contains(form_key) ? entries_of_.find(form_key) : entries_of_.find(name_key);
      return {"acronym", at == entries_of_.end() ? "" : std::to_string(at->second) + " entries state both"};
    }
    if (source_.same.of(name_key) == source_.same.of(form_key)) {
      if (source_.same.by_lexicon(acronyms.of(form_key)) || source_.same.by_lexicon(acronyms.of(name_key))) return {"lexicon", {}};
      return {"override", "same"};
    }
    return {"alias", "one entry gives both names to it"};
  }

  KeyId key_of(const std::string& name) const { return source_.names.key(source_.names.find(name)); }

  void list_ambiguous(KeyId acronym, const std::vector<KeyId>& phrases) {
    std::vector<std::string> names{std::string(source_.names.key_text(acronym))};
    for (const KeyId phrase : phrases) names.emplace_back(source_.names.key_text(phrase));
    std::sort(names.begin() + 1, names.end());
    const bool joined = source_.same.acronyms().of(phrases.front()) != phrases.front();
    resolution_.steps.push_back({make_iri("entity", names.front()), std::move(names), "homonym",
                                 joined ? "stands for several long forms, mostly for one" : "stands for several long forms"});
  }

  const LedgerSource& source_;
  Resolution& resolution_;
  std::map<KeyId, std::uint32_t> entries_of_;  ///< by long form
};

}  // namespace

void list_merges(const LedgerSource& source, Resolution& resolution, unsigned jobs) { Merges(source, resolution).list(jobs); }

}  // namespace digestkg
