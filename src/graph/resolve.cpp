// What entries call things -> things: one for each meaning of a name, over the whole archive.

#include "base/parallel.hpp"
#include "graph/admission.hpp"
#include "graph/kinds.hpp"
#include "graph/ledger.hpp"
#include "graph/listings.hpp"
#include "graph/names.hpp"
#include "graph/resolve_names.hpp"
#include "graph/same_names.hpp"

#include <digestkg/graph.hpp>
#include <digestkg/overrides.hpp>

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <optional>
#include <tuple>
#include <utility>

namespace digestkg {
namespace {

constexpr std::uint32_t no_paper = 0;
/// A name is well known when this many times as many papers name it as introduce it.
constexpr std::size_t well_known_share = 4;

/// What a thing of an entry is called there.
struct Called {
  NameId name;
  KeyId key;           ///< of its long form where the entry states one with its acronym, else of its name
  bool states_phrase;
};

/// A key as one paper means it, or (no_paper) as everybody does.
struct Meaning {
  KeyId key;
  std::uint32_t paper = no_paper;  ///< from 1, in the order of ids
  auto operator<=>(const Meaning&) const = default;
};

class Resolver {
 public:
  Resolver(const std::vector<Entry>& entries, const ListingOrder& listings, const std::vector<Extraction>& extractions,
           const Overrides& overrides)
      : entries_(entries), extractions_(extractions), overrides_(overrides), listings_(listings), names_(overrides), same_(overrides) {}

  Resolution run() {
    number_papers();
    read_names();
    same_.decide(names_);
    for (KeyId key = 0; key < names_.keys().size(); ++key) meant_.push_back(same_.of(key));
    find_homonyms();
    assign();
    describe();
    vote_kinds(extractions_, listings_.kept, resolution_);
    override_kinds();
    leave_out(entries_, extractions_, listings_.kept, overrides_, resolution_);
    list_homonyms();
    list_merges({entries_, listings_, names_, same_}, resolution_);
    return std::move(resolution_);
  }

 private:
  void number_papers() {
    paper_of_.resize(entries_.size());
    std::uint32_t paper = 0;
    for (std::size_t i = 0; i < listings_.kept.size(); ++i) {
      const bool again = i > 0 && entries_[listings_.kept[i]].id == entries_[listings_.kept[i - 1]].id;
      paper_of_[listings_.kept[i]] = again ? paper : ++paper;
      if (!again) id_of_.push_back(entries_[listings_.kept[i]].id);
    }
  }

  void read_names() {
    called_.resize(extractions_.size());
    for (const std::uint32_t entry : listings_.kept) {
      const auto& things = extractions_[entry].things;
      called_[entry].reserve(things.size());
      for (const Thing& thing : things) called_[entry].push_back(call(thing));
    }
  }

  Called call(const Thing& thing) {
    const NameId name = names_.add(thing.name);
    Called called{name, names_.key(name), false};
    for (const std::string& alias : thing.aliases) {
      const NameId other = names_.add(alias);
      aliases_.push_back(other);
      if (called.states_phrase) continue;
      const bool brief = abbreviates(alias, thing.name);
      if (!brief && !abbreviates(thing.name, alias)) continue;
      const KeyId acronym = names_.key(brief ? other : name), phrase = names_.key(brief ? name : other);
      if (same_.state(names_, acronym, phrase)) called = {name, phrase, true};
    }
    return called;
  }

  /// In how many papers each key is named.
  std::vector<std::size_t> count_papers() const {
    std::vector<std::size_t> papers(meant_.size());
    std::vector<std::uint32_t> last(meant_.size(), no_paper);
    for (const std::uint32_t entry : listings_.kept)
      for (const Called& called : called_[entry])
        if (const KeyId key = meant_[called.key]; std::exchange(last[key], paper_of_[entry]) != paper_of_[entry]) ++papers[key];
    return papers;
  }

  /// Keys that several papers introduce: what each of them means is its own thing, unless it states the long form that all share. What
  /// far more papers name than introduce is well known, and prose that seems to introduce it speaks of it all the same.
  void find_homonyms() {
    struct Introduction {
      Meaning meaning;
      bool states_phrase;
      auto operator<=>(const Introduction&) const = default;
    };
    std::vector<Introduction> introductions;
    for (const std::uint32_t entry : listings_.kept)
      for (const Fact& fact : extractions_[entry].facts)
        if (fact.relation == Relation::Introduces && fact.object != nothing) {
          const Called& called = called_[entry][static_cast<std::size_t>(fact.object)];
          introductions.push_back({{meant_[called.key], paper_of_[entry]}, called.states_phrase});
        }
    std::ranges::sort(introductions);
    const std::vector<std::size_t> papers = count_papers();
    const auto well_known = [&](KeyId key, std::size_t introducing) { return papers[key] >= well_known_share * introducing; };
    for (auto at = introductions.begin(); at != introductions.end();) {
      const KeyId key = at->meaning.key;
      const auto end = std::find_if(at, introductions.end(), [&](const Introduction& i) { return i.meaning.key != key; });
      if (at->meaning.paper != (end - 1)->meaning.paper && !same_.never_split(key) && !well_known(key, static_cast<std::size_t>(end - at)))
        for (auto i = at; i != end; ++i)
          if (!i->states_phrase) homonyms_.push_back(i->meaning);
      at = end;
    }
    homonyms_.erase(std::unique(homonyms_.begin(), homonyms_.end()), homonyms_.end());
  }

  void assign() {
    constexpr std::uint32_t none = ~std::uint32_t{0};
    std::vector<std::uint32_t> of_key(meant_.size(), none);
    std::map<Meaning, std::uint32_t> of_homonym;
    std::vector<Meaning> meanings;
    resolution_.of.resize(extractions_.size());
    for (const std::uint32_t entry : listings_.kept) {
      resolution_.of[entry].reserve(called_[entry].size());
      for (const Called& called : called_[entry]) {
        Meaning meaning{meant_[called.key], paper_of_[entry]};
        const bool homonym = std::ranges::binary_search(homonyms_, meaning);
        if (!homonym) meaning.paper = no_paper;
        std::uint32_t& number = homonym ? of_homonym.try_emplace(meaning, none).first->second : of_key[meaning.key];
        if (number == none) {
          number = static_cast<std::uint32_t>(meanings.size());
          meanings.push_back(meaning);
        }
        resolution_.of[entry].push_back(number);
      }
    }
    sort_by_iri(meanings);
  }

  void sort_by_iri(const std::vector<Meaning>& meanings) {
    std::vector<std::pair<std::string, std::uint32_t>> iris;
    iris.reserve(meanings.size());
    for (const Meaning& meaning : meanings) {
      std::string iri = make_iri("entity", names_.key_text(meaning.key));
      if (meaning.paper != no_paper) iri += '~' + make_iri("", id_of_[meaning.paper - 1]).substr(1);
      iris.emplace_back(std::move(iri), static_cast<std::uint32_t>(iris.size()));
    }
    std::ranges::sort(iris);
    std::vector<std::uint32_t> rank(iris.size());
    resolution_.entities.resize(iris.size());
    for (std::uint32_t i = 0; i < iris.size(); ++i) {
      rank[iris[i].second] = i;
      resolution_.entities[i].iri = std::move(iris[i].first);
    }
    for (auto& of : resolution_.of)
      for (std::uint32_t& entity : of) entity = rank[entity];
  }

  /// Names and aliases: the form most used as a thing's name is the entity's.
  void describe() {
    std::vector<std::tuple<std::uint32_t, NameId>> names, aliases;
    auto read_alias = aliases_.begin();
    for (const std::uint32_t entry : listings_.kept)
      for (std::size_t t = 0; t < called_[entry].size(); ++t) {
        const std::uint32_t entity = resolution_.of[entry][t];
        const NameId written = called_[entry][t].name, spelt = same_.spelt(written);
        names.emplace_back(entity, spelt);
        if (spelt != written) aliases.emplace_back(entity, written);
        for (std::size_t i = 0; i < extractions_[entry].things[t].aliases.size(); ++i) aliases.emplace_back(entity, *read_alias++);
      }
    std::ranges::sort(names);
    std::ranges::sort(aliases);
    auto alias = aliases.begin();
    for (auto at = names.begin(); at != names.end();) {
      const std::uint32_t entity = std::get<0>(*at);
      NameId best = std::get<1>(*at);
      std::ptrdiff_t most = 0;
      std::vector<NameId> forms;
      while (at != names.end() && std::get<0>(*at) == entity) {
        const auto end = std::find_if(at, names.end(), [&](const auto& n) { return n != *at; });
        const NameId form = std::get<1>(*at);
        forms.push_back(form);
        if (end - at > most || (end - at == most && names_.name(form) < names_.name(best))) best = form, most = end - at;
        at = end;
      }
      for (; alias != aliases.end() && std::get<0>(*alias) == entity; ++alias) forms.push_back(std::get<1>(*alias));
      set_names(resolution_.entities[entity], best, std::move(forms));
    }
  }

  void set_names(Resolution::Entity& entity, NameId name, std::vector<NameId> forms) const {
    entity.name = names_.name(name);
    std::erase(forms, name);
    std::ranges::sort(forms, {}, [&](NameId id) { return names_.name(id); });
    forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
    for (const NameId form : forms) entity.aliases.emplace_back(names_.name(form));
  }

  void override_kinds() {
    for (const auto& [name, kinds] : overrides_.kinds) {
      const std::string iri = make_iri("entity", names_.key_text(same_.of(names_.key(names_.add(name)))));
      for (Resolution::Entity& entity : resolution_.entities)
        if (entity.iri == iri || entity.iri.starts_with(iri + '~')) {
          entity.kinds = kinds;
          entity.kind = kinds.first();
          resolution_.steps.push_back({entity.iri, {entity.name}, "override", "kind"});
        }
    }
  }

  void list_homonyms() {
    for (const Resolution::Entity& entity : resolution_.entities)
      if (const auto at = entity.iri.find('~'); at != std::string::npos)
        resolution_.steps.push_back({entity.iri, {entity.name}, "homonym", "several papers introduce a thing of this name"});
  }

  const std::vector<Entry>& entries_;
  const std::vector<Extraction>& extractions_;
  const Overrides& overrides_;
  const ListingOrder& listings_;
  NameTable names_;
  SameNames same_;
  std::vector<std::uint32_t> paper_of_;         ///< by entry
  std::vector<std::string_view> id_of_;         ///< by paper - 1
  std::vector<std::vector<Called>> called_;     ///< by entry and thing
  std::vector<NameId> aliases_;                 ///< of all things, as they were read
  std::vector<KeyId> meant_;                    ///< by key: the one that stands for it
  std::vector<Meaning> homonyms_;               ///< sorted
  Resolution resolution_;
};

}  // namespace

Resolution resolve_names(const std::vector<Entry>& entries, const ListingOrder& listings, const std::vector<Extraction>& extractions,
                         const Overrides* overrides) {
  static const Overrides none;
  return Resolver(entries, listings, extractions, overrides ? *overrides : none).run();
}

void add_persons(std::vector<ResolutionStep> persons, Resolution& resolution) {
  std::ranges::move(persons, std::back_inserter(resolution.steps));
  std::ranges::sort(resolution.steps);
}

Resolution resolve(const std::vector<Entry>& entries, const std::vector<Extraction>& extractions, const Overrides* overrides,
                   unsigned jobs) {
  const ListingOrder listings = order_listings(entries);
  Resolution resolution;
  std::vector<ResolutionStep> persons;
  both(jobs, [&] { resolution = resolve_names(entries, listings, extractions, overrides); },
       [&] { persons = propose_persons(Authors(entries, listings)); });
  add_persons(std::move(persons), resolution);
  return resolution;
}

}  // namespace digestkg
