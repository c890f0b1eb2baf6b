#pragma once
// A passage and its results -> uses, trained-on, evaluated-on and outperforms between the names of the scene.

#include "extract/linear_model.hpp"
#include "extract/relation_features.hpp"

#include <array>
#include <vector>

namespace digestkg {

/// The models of pairs, as compiled in or as fitted for one fold of cross-validation.
struct RelationModels {
  LinearModel methods;                                          ///< ontology/weights/method_pairs.tsv: uses, outperforms
  LinearModel data;                                             ///< data_pairs.tsv: trained_on, evaluated_on
  std::array<float, 4> thresholds{0.35F, 0.30F, 0.30F, 0.38F};  ///< uses, outperforms, trained_on, evaluated_on: near the best on cross-validation
  static RelationModels embedded();
};

inline constexpr std::array<Relation, 4> pair_relations = {Relation::Uses, Relation::Outperforms, Relation::TrainedOn,
                                                           Relation::EvaluatedOn};

/// Appends the facts of the passage, sorted by relation, subject, object. Indices are those of the scene's entities. `features` is a buffer.
void read_relations(const PairContext& context, const RelationModels& models, HashedFeatures& features, std::vector<Fact>& facts);

}  // namespace digestkg
