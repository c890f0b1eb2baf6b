#pragma once
// The steps of training, each of which fits the weights of one part of extraction.

#include "extract/candidates.hpp"
#include "extract/entity.hpp"
#include "extract/scored_pairs.hpp"
#include "training/gold.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace digestkg::training {

struct Options {
  std::string gold;     ///< folder with dev.jsonl, dev.entries.jsonl and split.tsv
  std::string readings; ///< folder with more annotated records; none when empty
  std::string digests;  ///< file or folder with the entries of `readings`
  std::string weights;  ///< folder that takes NAME.tsv; nothing is written when empty
  bool errors = false;  ///< print each entity that is missed, extra or of the wrong kind
};

/// What the numbers of one entry say.
struct ReadNumbers {
  std::vector<ReportedResult> results;
  std::vector<ScoredPair> scored;
};

/// What the stages hand on, by record.
struct Work {
  std::vector<GoldRecord> records;
  Vocabulary vocabulary;
  Lexicon lexicon;
  std::vector<Document> documents;   ///< tokenised entries
  std::vector<Scene> predicted;      ///< entities as predicted out of fold: what later stages meet when reading unseen entries
  std::vector<ReadNumbers> numbers;          ///< read out of fold with the predicted names
  std::vector<ReadNumbers> numbers_of_gold;  ///< read out of fold with the annotated names
  std::vector<std::vector<int>> gold_of;  ///< [record][predicted entity] -> index of its gold entity, or -1
};

/// Reads the records' texts.
Work prepare(std::vector<GoldRecord> records);

/// Fits, prints figures of cross-validation and writes weights. Stages run in order; each may use what those before it left in `work`.
struct Stage {
  std::string_view name;
  void (*run)(Work& work, const Options& options);
};

void train_names(Work& work, const Options& options);
void train_entities(Work& work, const Options& options);
void train_results(Work& work, const Options& options);
void train_relations(Work& work, const Options& options);

/// Writes WEIGHTS/NAME.tsv unless options.weights is empty.
void write_weights(const Options& options, std::string_view name, const std::string& tsv);

}  // namespace digestkg::training
