// What entries call things -> things: one for each meaning of a name, over the whole archive.

#include "base/parallel.hpp"
#include "graph/admission.hpp"
#include "graph/grouped.hpp"
#include "graph/kinds.hpp"
#include "graph/ledger.hpp"
#include "graph/listings.hpp"
#include "graph/names.hpp"
#include "graph/resolve_names.hpp"
#include "graph/same_names.hpp"
#include "graph/text_order.hpp"

#include <digestkg/graph.hpp>
#include <digestkg/overrides.hpp>

#include <algorithm>
#include <iterator>
#include <numeric>
#include <optional>
#include <span>
#include <utility>

namespace digestkg {
namespace {

constexpr std::uint32_t no_paper = 0, no_entity = ~std::uint32_t{0};
/// A name is well known when this many times as many papers name it as introduce it.
constexpr std::size_t well_known_share = 4;

/// What a thing of an entry is called there.
struct Called {
  NameId name;
  KeyId key;           ///< of its long form where the entry states one with its acronym, else of its name
  bool states_phrase;
};

/// What a key means, and the entity that everybody means by it.
struct Sense {
  KeyId meant;  ///< another key where both are one thing
  std::uint32_t entity = no_entity;
  bool is_homonym = false;  ///< some papers mean their own thing by it
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
           const Overrides& overrides, unsigned jobs)
      : entries_(entries), extractions_(extractions), overrides_(overrides), listings_(listings), jobs_(jobs), names_(overrides), same_(overrides) {}

  Resolution run() {
    number_papers();
    read_names();
    same_.decide(names_);
    senses_.reserve(names_.keys().size());
    for (KeyId key = 0; key < names_.keys().size(); ++key) senses_.push_back({same_.of(key)});
    find_homonyms();
    assign();
    both(jobs_, [&] { describe(); }, [&] { vote_kinds(extractions_, listings_.kept, resolution_); });
    override_kinds();
    leave_out(entries_, extractions_, listings_.kept, overrides_, resolution_);
    list_homonyms();
    list_merges({entries_, listings_, names_, same_}, resolution_, jobs_);
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
    constexpr std::size_t enough = 256;
    first_called_.reserve(listings_.kept.size() + 1);
    auto to_call = listings_.kept.begin();
    std::vector<std::string_view> names;
    for (auto at = listings_.kept.begin(); at != listings_.kept.end(); ++at) {
      for (const Thing& thing : extractions_[*at].things) {
        names.push_back(thing.name);
        names.insert(names.end(), thing.aliases.begin(), thing.aliases.end());
      }
      if (names.size() < enough && at + 1 != listings_.kept.end()) continue;
      names_.add_all(names, read_ids_);
      next_id_ = read_ids_.begin();
      for (; to_call != at + 1; ++to_call) call_all(extractions_[*to_call].things);
      names.clear();
      read_ids_.clear();
    }
    first_called_.push_back(called_.size());
  }

  void call_all(const std::vector<Thing>& things) {
    first_called_.push_back(called_.size());
    for (const Thing& thing : things) called_.push_back(call(thing));
  }

  Called call(const Thing& thing) {
    const NameId name = *next_id_++;
    Called called{name, names_.key(name), false};
    for (const std::string& alias : thing.aliases) {
      const NameId other = *next_id_++;
      aliases_.push_back(other);
      if (called.states_phrase) continue;
      const bool brief = abbreviates(alias, thing.name);
      if (!brief && !abbreviates(thing.name, alias)) continue;
      const KeyId acronym = names_.key(brief ? other : name), phrase = names_.key(brief ? name : other);
      if (same_.state(names_, acronym, phrase)) called = {name, phrase, true};
    }
    return called;
  }

  /// What the things of the listing are called.
  std::span<const Called> called(std::size_t listing) const {
    return std::span(called_).subspan(first_called_[listing], first_called_[listing + 1] - first_called_[listing]);
  }

  /// In how many papers each key is named.
  std::vector<std::uint32_t> count_papers() const {
    struct Count {
      std::uint32_t papers = 0, last = no_paper;
    };
    std::vector<Count> counts(senses_.size());
    for (std::size_t listing = 0; listing < listings_.kept.size(); ++listing)
      for (const Called& called : called(listing)) {
        const std::uint32_t paper = paper_of_[listings_.kept[listing]];
        if (Count& count = counts[senses_[called.key].meant]; std::exchange(count.last, paper) != paper) ++count.papers;
      }
    std::vector<std::uint32_t> papers(counts.size());
    std::ranges::transform(counts, papers.begin(), &Count::papers);
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
    for (std::size_t listing = 0; listing < listings_.kept.size(); ++listing)
      for (const Fact& fact : extractions_[listings_.kept[listing]].facts)
        if (fact.relation == Relation::Introduces && fact.object != nothing) {
          const Called& thing = called(listing)[static_cast<std::size_t>(fact.object)];
          introductions.push_back({{senses_[thing.key].meant, paper_of_[listings_.kept[listing]]}, thing.states_phrase});
        }
    std::ranges::sort(introductions);
    const std::vector<std::uint32_t> papers = count_papers();
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
    for (const Meaning& homonym : homonyms_) senses_[homonym.key].is_homonym = true;
  }

  void assign() {
    std::vector<std::uint32_t> of_homonym(homonyms_.size(), no_entity);
    std::vector<Meaning> meanings;
    resolution_.of.resize(extractions_.size());
    for (std::size_t listing = 0; listing < listings_.kept.size(); ++listing) {
      const std::uint32_t entry = listings_.kept[listing];
      resolution_.of[entry].reserve(called(listing).size());
      for (const Called& called : called(listing)) {
        Meaning meaning{senses_[called.key].meant};
        std::uint32_t* number = &senses_[meaning.key].entity;
        if (const auto own = homonym(meaning.key, paper_of_[entry])) {
          meaning = homonyms_[*own];
          number = &of_homonym[*own];
        }
        if (*number == no_entity) {
          *number = static_cast<std::uint32_t>(meanings.size());
          meanings.push_back(meaning);
        }
        resolution_.of[entry].push_back(*number);
      }
    }
    sort_by_iri(meanings);
  }

  /// Among homonyms_, where the paper means its own thing by the key.
  std::optional<std::size_t> homonym(KeyId key, std::uint32_t paper) const {
    if (!senses_[key].is_homonym) return std::nullopt;
    const Meaning meaning{key, paper};
    const auto at = std::ranges::lower_bound(homonyms_, meaning);
    return at != homonyms_.end() && *at == meaning ? std::optional(static_cast<std::size_t>(at - homonyms_.begin())) : std::nullopt;
  }

  void sort_by_iri(const std::vector<Meaning>& meanings) {
    constexpr std::size_t at_once = 1 << 10;
    std::vector<std::string> iris(meanings.size());
    parallel_for(meanings.size(), jobs_, at_once, [&](std::size_t i) {
      iris[i] = make_iri("entity", names_.key_text(meanings[i].key));
      if (meanings[i].paper != no_paper) iris[i] += '~' + make_iri("", id_of_[meanings[i].paper - 1]).substr(1);
    });
    const std::vector<std::uint32_t> order = text_order(std::vector<std::string_view>(iris.begin(), iris.end()), jobs_);
    std::vector<std::uint32_t> rank(iris.size());
    resolution_.entities.resize(iris.size());
    for (std::uint32_t i = 0; i < iris.size(); ++i) {
      rank[order[i]] = i;
      resolution_.entities[i].iri = std::move(iris[order[i]]);
    }
    for (auto& of : resolution_.of)
      for (std::uint32_t& entity : of) entity = rank[entity];
  }

  /// Names and aliases: the form most used as a thing's name is the entity's.
  void describe() {
    std::vector<OwnedNumber> names, aliases;
    names.reserve(called_.size());
    auto read_alias = aliases_.begin();
    for (std::size_t listing = 0; listing < listings_.kept.size(); ++listing) {
      const std::uint32_t entry = listings_.kept[listing];
      for (std::size_t t = 0; t < called(listing).size(); ++t) {
        const std::uint32_t entity = resolution_.of[entry][t];
        const NameId written = called(listing)[t].name, spelt = same_.spelt(written);
        names.push_back({entity, spelt});
        if (spelt != written) aliases.push_back({entity, written});
        for (std::size_t i = 0; i < extractions_[entry].things[t].aliases.size(); ++i) aliases.push_back({entity, *read_alias++});
      }
    }
    Grouped names_of(resolution_.entities.size(), names), aliases_of(resolution_.entities.size(), aliases);
    parallel_for(resolution_.entities.size(), jobs_, 1 << 10, [&](std::size_t i) { name(resolution_.entities[i], names_of.of(i), aliases_of.of(i)); });
  }

  void name(Resolution::Entity& entity, std::span<NameId> names, std::span<const NameId> aliases) const {
    std::ranges::sort(names);
    NameId best = names.front();
    std::ptrdiff_t most = 0;
    std::vector<NameId> forms;
    for (auto at = names.begin(); at != names.end();) {
      const auto end = std::find_if(at, names.end(), [&](NameId n) { return n != *at; });
      if (end - at > most || (end - at == most && names_.name(*at) < names_.name(best))) best = *at, most = end - at;
      forms.push_back(*at);
      at = end;
    }
    forms.insert(forms.end(), aliases.begin(), aliases.end());
    set_names(entity, best, std::move(forms));
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
  const unsigned jobs_;
  NameTable names_;
  SameNames same_;
  std::vector<std::uint32_t> paper_of_;         ///< by entry
  std::vector<std::string_view> id_of_;         ///< by paper - 1
  std::vector<Called> called_;                  ///< of all listings, one behind the other
  std::vector<std::size_t> first_called_;       ///< by listing, and one more
  std::vector<NameId> read_ids_;                ///< of the listings that are being read
  std::vector<NameId>::const_iterator next_id_;
  std::vector<NameId> aliases_;                 ///< of all things, as they were read
  std::vector<Sense> senses_;                   ///< by key
  std::vector<Meaning> homonyms_;               ///< sorted
  Resolution resolution_;
};

}  // namespace

Resolution resolve_names(const std::vector<Entry>& entries, const ListingOrder& listings, const std::vector<Extraction>& extractions,
                         const Overrides* overrides, unsigned jobs) {
  static const Overrides none;
  return Resolver(entries, listings, extractions, overrides ? *overrides : none, jobs).run();
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
  both(jobs, [&] { resolution = resolve_names(entries, listings, extractions, overrides, jobs); },
       [&] { persons = propose_persons(Authors(entries, listings)); });
  add_persons(std::move(persons), resolution);
  return resolution;
}

}  // namespace digestkg
