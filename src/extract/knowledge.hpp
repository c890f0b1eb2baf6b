#pragma once
// Everything that reading needs to know beforehand, loaded once.

#include "extract/linear_model.hpp"
#include "extract/relations.hpp"
#include "extract/results.hpp"
#include "extract/vocabulary.hpp"
#include "ontology/lexicon.hpp"

#include <digestkg/extract.hpp>

#include <optional>

namespace digestkg {

struct Extractor::Knowledge {
  explicit Knowledge(const std::vector<std::string>& lexicons) {
    if (!lexicons.empty()) extended.emplace(lexicons);
  }

  Vocabulary vocabulary;
  std::optional<Lexicon> extended;  ///< by a user's files
  const Lexicon& lexicon() const { return extended ? *extended : Lexicon::built_in(); }
  LinearModel names = LinearModel::embedded("names");
  LinearModel kinds = LinearModel::embedded("kinds");
  LinearModel introduces = LinearModel::embedded("introduces");
  ResultModels results = ResultModels::embedded();
  RelationModels relations = RelationModels::embedded();
};

}  // namespace digestkg
