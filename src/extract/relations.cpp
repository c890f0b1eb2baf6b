// Pairs of names -> facts, by linear models that weigh what rules and words say of them.

#include "extract/relations.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

namespace digestkg {
namespace {

constexpr std::size_t most_entities = 64;  // an entry with more names is a list, and pairs grow with their square

std::uint32_t words_of(Relation relation) {
  const auto bits = [](auto... classes) { return (static_cast<std::uint32_t>(classes) | ...); };
  switch (relation) {
    case Relation::Uses:
      return bits(WordClass::Use, WordClass::Train);
    case Relation::TrainedOn:
      return bits(WordClass::Train);
    case Relation::EvaluatedOn:
      return bits(WordClass::Evaluate, WordClass::Achieve);
    default:
      return bits(WordClass::Outperform, WordClass::Compare, WordClass::Gain, WordClass::Comparative);
  }
}

/// The sentence that says most of the pair.
std::size_t telling_sentence(const Passage& p, std::size_t subject, std::size_t object, Relation relation) {
  std::size_t best = 0;
  int best_points = -1;
  const auto weigh = [&](std::size_t s, bool with_object) {
    int points = with_object ? 8 : 0;
    if (s == 0 || p.sentence(s).question) points -= 5;
    std::uint32_t classes = 0;
    bool named = false, number = false;
    for (std::size_t i = p.first(s); i < p.last(s); ++i) {
      classes |= p.item(i).classes;
      named |= p.item(i).kind == ItemKind::Name && p.item(i).index == static_cast<std::int16_t>(subject);
      number |= p.item(i).kind == ItemKind::Number;
    }
    points += (named ? 3 : 0) + ((classes & words_of(relation)) ? 2 : 0) + (number && relation != Relation::Uses ? 1 : 0);
    if (points > best_points) {
      best_points = points;
      best = s;
    }
  };
  for (const std::uint16_t m : p.mentions(object)) weigh(p.item(m).sentence, true);
  if (best_points < 0)
    for (const std::uint16_t m : p.mentions(subject)) weigh(p.item(m).sentence, false);
  return best;
}

LinearModel::Sums sum_object(const Passage& passage, Role subject, std::size_t object, const LinearModel& model, HashedFeatures& features) {
  features.clear();
  object_features(passage, subject, object, features);
  return model.sum(features);
}

void add_facts(const Passage& passage, std::size_t subject, std::size_t object, const LinearModel::Scores& scores,
               const std::array<float, 4>& thresholds, std::vector<Fact>& facts) {
  for (std::size_t c = 0; c < 2; ++c) {
    const std::size_t which = (passage.is_method(object) ? 0 : 2) + c;
    const float confidence = LinearModel::probability(scores[c]);
    if (confidence < thresholds[which]) continue;
    const std::size_t s = telling_sentence(passage, subject, object, pair_relations[which]);
    facts.push_back({pair_relations[which],
                     static_cast<std::int16_t>(subject),
                     static_cast<std::int16_t>(object),
                     {passage.document().range(passage.sentence(s)), info(pair_relations[which]).record, confidence}});
  }
}

}  // namespace

RelationModels RelationModels::embedded() {
  RelationModels models;
  models.methods = LinearModel::embedded("method_pairs");
  models.data = LinearModel::embedded("data_pairs");
  return models;
}

void read_relations(const PairContext& context, const RelationModels& models, HashedFeatures& features, std::vector<Fact>& facts) {
  const Passage& passage = context.passage;
  const std::size_t count = std::min(passage.scene().entities.size(), most_entities);
  const auto begin = static_cast<std::ptrdiff_t>(facts.size());
  for (std::size_t b = 0; b < count; ++b) {
    const LinearModel& model = passage.is_method(b) ? models.methods : models.data;
    std::array<std::optional<LinearModel::Sums>, role_count> objects;  // of each subject's role: most pairs share them
    for (std::size_t a = 0; a < count; ++a) {
      if (!is_candidate_pair(context, a, b)) continue;
      auto& object = objects[static_cast<std::size_t>(passage.role(a))];
      if (!object) object = sum_object(passage, passage.role(a), b, model, features);
      features.clear();
      pair_features(context, a, b, features);
      add_facts(passage, a, b, model.score(features, *object), models.thresholds, facts);
    }
  }
  std::ranges::sort(facts.begin() + begin, facts.end(), {}, [](const Fact& f) { return std::tuple(f.relation, f.subject, f.object); });
}

}  // namespace digestkg
