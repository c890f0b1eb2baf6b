#pragma once
// A passage -> the numbers that report a result, each with its metric, method and benchmark. Rules propose; linear models decide.

#include "extract/baselines.hpp"
#include "extract/linear_model.hpp"
#include "extract/metric_phrases.hpp"
#include "extract/result_features.hpp"
#include "extract/result_trust.hpp"
#include "extract/scored_pairs.hpp"
#include "extract/shared_numbers.hpp"

#include <digestkg/extract.hpp>

#include <span>
#include <vector>

namespace digestkg {

/// The models of results, as compiled in or as fitted for one fold of cross-validation.
struct ResultModels {
  LinearModel number;     ///< ontology/weights/numbers.tsv: result, change
  LinearModel metric;     ///< metrics.tsv
  LinearModel method;     ///< result_methods.tsv
  LinearModel benchmark;  ///< result_benchmarks.tsv
  LinearModel sharing;    ///< shared_numbers.tsv
  LinearModel trust;      ///< result_trust.tsv; while it is empty all results are kept, with the product of their parts as confidence
  float result_threshold = 0.45F;
  float change_threshold = 0.5F;
  float sharing_threshold = 0.6F;
  float trust_threshold = 0.30F;   // below the third where F1 is best: a few more true numbers for the same F1
  static ResultModels embedded();
};

/// An entity of the scene that a number may hold for, with its share among its rivals, nothing being one of them.
struct LikelyName {
  std::int16_t entity;
  float share;
};

/// Buffers that reading reuses from entry to entry; one a thread.
struct ResultWorkspace {
  std::vector<NumberSite> sites;
  std::vector<MetricPhrase> phrases;
  std::vector<std::uint32_t> phrase_begins;
  HashedFeatures features;
  std::vector<float> scores;
  std::vector<ReadNumber> read;
  NameList list;
  std::vector<ReportedResult> shared;
  std::vector<ResultParts> parts;         ///< of the numbers in `read`
  std::vector<ResultParts> result_parts;  ///< of the results that were kept, in their order
  std::vector<LikelyName> methods, benchmarks;  ///< that one number may hold for
  std::vector<ScoredPair> scored;         ///< of the passage, settled
};

/// Appends the results of the passage, of which `claims` are the comparisons, in order of the text. Methods and benchmarks are indices of the scene's entities.
/// A number that several names share gives a result for each.
void read_results(const Passage& passage, std::span<const Claimed> claims, const ResultModels& models, ResultWorkspace& workspace,
                  std::vector<ReportedResult>& results);

}  // namespace digestkg
