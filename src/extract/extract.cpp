// One entry -> things, mentions, facts and results: the stages of extraction in order.

#include "base/parallel.hpp"
#include "extract/entities.hpp"
#include "extract/knowledge.hpp"
#include "extract/tasks.hpp"

#include <digestkg/extract.hpp>

#include <algorithm>
#include <cmath>

namespace digestkg {
namespace {

/// Buffers that one thread reuses from entry to entry.
struct Workspace {
  Document document;
  std::vector<AcronymPair> pairs;
  std::vector<KnownSpan> known;
  std::vector<Candidate> candidates;
  std::vector<float> probabilities;
  HashedFeatures features;
  std::vector<HashedFeatures> entity_features;  ///< at least one for each entity
  Passage passage;
  std::vector<Claimed> claims;
  ResultWorkspace results;
};

Scene find_entities(const Lexicon& lexicon, const LinearModel& names, const LinearModel& kinds, const LinearModel& introduces, Workspace& work) {
  find_known(work.document, lexicon, work.known);
  find_acronyms(work.document, work.pairs);
  propose_candidates(work.document, work.known, lexicon, work.pairs, work.candidates);
  weigh_candidates(work.document, work.candidates, work.pairs, names, work.features, work.probabilities);
  Scene scene = join_names(work.document, work.candidates, work.pairs, choose_names(work.candidates, work.probabilities, name_threshold));
  if (work.entity_features.size() < scene.entities.size()) work.entity_features.resize(scene.entities.size());
  for (std::size_t e = 0; e < scene.entities.size(); ++e) {
    work.entity_features[e].clear();
    kind_features(scene, e, work.entity_features[e]);
    const LinearModel::Scores scores = kinds.score(work.entity_features[e]);
    for (std::size_t k = 0; k < 3; ++k) scene.entities[e].kind_probability[k] = LinearModel::probability(scores[k]);
  }
  settle(scene);
  for (std::size_t e = 0; e < scene.entities.size(); ++e) {
    add_intro_features(scene, e, work.entity_features[e]);
    scene.entities[e].intro_probability = LinearModel::probability(introduces.score(work.entity_features[e])[0]);
  }
  settle(scene);
  return scene;
}

/// The first mention in the summary, else in the title.
Evidence mention_evidence(const Scene& scene, const Entity& entity, std::string_view rule, float confidence) {
  const Document& document = *scene.document;
  Span where = entity.mentions.front();
  for (const Span mention : entity.mentions)
    if (document.sentence_of(mention.begin).section != Section::Title) {
      where = mention;
      break;
    }
  return {document.range(document.sentence_of(where.begin)), rule, confidence};
}

void write_things(const Scene& scene, Extraction& extraction) {
  extraction.things.reserve(scene.entities.size());
  for (std::size_t e = 0; e < scene.entities.size(); ++e) {
    const Entity& entity = scene.entities[e];
    Thing thing;
    thing.name = entity.forms.front();
    thing.aliases.assign(entity.forms.begin() + 1, entity.forms.end());
    thing.kind = entity.kind;
    thing.also = entity.also;
    thing.votes = entity.kind_probability;
    thing.evidence = mention_evidence(scene, entity, "name", entity.name_probability);
    extraction.things.push_back(std::move(thing));
    for (const Span mention : entity.mentions)
      extraction.mentions.push_back({static_cast<std::uint16_t>(e), scene.document->range(mention)});
    if (entity.introduced)
      extraction.facts.push_back({Relation::Introduces, nothing, static_cast<std::int16_t>(e), mention_evidence(scene, entity, "introduces", entity.intro_probability)});
  }
  std::ranges::sort(extraction.mentions, {}, &Mention::range);
}

}  // namespace

Extractor::Extractor(const std::vector<std::string>& lexicons) : knowledge_(std::make_unique<Knowledge>(lexicons)) {}
Extractor::~Extractor() = default;
Extractor::Extractor(Extractor&&) noexcept = default;

Extraction Extractor::read(const Entry& entry) const {
  thread_local Workspace work;
  work.document.read(entry, knowledge_->vocabulary);
  const Scene scene = find_entities(knowledge_->lexicon(), knowledge_->names, knowledge_->kinds, knowledge_->introduces, work);
  Extraction extraction;
  write_things(scene, extraction);
  work.passage.read(scene);
  find_comparisons(work.passage, work.claims);
  read_results(work.passage, work.claims, knowledge_->results, work.results, extraction.results);
  read_relations({work.passage, extraction.results, work.claims, work.results.scored}, knowledge_->relations, work.features, extraction.facts);
  extraction.tasks = find_tasks(scene);
  extraction.unread = work.document.unread();
  return extraction;
}

std::vector<Extraction> Extractor::read_all(const std::vector<Entry>& entries, unsigned jobs) const {
  std::vector<Extraction> extractions(entries.size());
  parallel_for(entries.size(), jobs, 32, [&](std::size_t i) { extractions[i] = read(entries[i]); });
  return extractions;
}

std::optional<bool> Extractor::higher_is_better(std::string_view metric) const {
  const auto entry = knowledge_->lexicon().metric(metric);
  return entry ? entry->higher_is_better : std::nullopt;
}

}  // namespace digestkg
