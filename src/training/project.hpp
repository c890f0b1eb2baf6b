#pragma once
// Annotated entries laid over their texts, for stages that learn what is said of known names.

#include "extract/passage.hpp"
#include "training/stage.hpp"

#include <digestkg/evaluate.hpp>

#include <functional>
#include <string>
#include <vector>

namespace digestkg::training {

/// The annotated entities as a scene: each form at each place where it stands as whole words. An entity that is not found has no mention.
Scene project(const Document& document, const GoldRecord& record);

/// One entry with the names it is read with, annotated or predicted.
struct Case {
  const GoldRecord* record = nullptr;
  Passage passage;
  std::vector<int> gold_of;  ///< entity -> index of the annotated entity, or -1
  /// The entity for an annotated name, or -1 when it was not found.
  std::int16_t entity_of(const std::string& gold_name) const;
};

/// Cases with the annotated names, then with the predicted ones. Scenes live in `work` and in `gold_scenes`.
struct Cases {
  std::vector<Scene> gold_scenes;
  std::vector<Case> gold;
  std::vector<Case> predicted;
};
Cases make_cases(Work& work);

/// What was annotated, and what was read of a case, as records that evaluate() compares.
Record record_of(const GoldRecord& gold);
Record record_of(const Case& c, const std::vector<Fact>& facts, const std::vector<ReportedResult>& results);

/// Prints the rows of an evaluation that `names` lists.
void print(const char* heading, const Evaluation& evaluation, const std::vector<std::string_view>& names);

/// Prints the differences of the rows that `names` lists.
void print_differences(const char* heading, const Evaluation& evaluation, const std::vector<std::string_view>& names);

/// How often facts of each span of confidence are right, by the row `row`; `keep` evaluates the facts with confidence in [from, to).
void print_calibration(std::string_view row, const std::function<Evaluation(float from, float to)>& keep);

}  // namespace digestkg::training
