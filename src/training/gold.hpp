#pragma once
// Annotated entries of gold/ as training sees them.

#include <digestkg/extract.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace digestkg::training {

struct GoldEntity {
  std::vector<std::string> forms;  ///< name first
  Kind kind = Kind::Method;
  std::optional<Kind> also;
};

struct GoldResult {
  std::optional<std::string> method, benchmark, metric, unit;
  double value = 0;
  bool delta = false;
};

struct GoldRecord {
  Entry entry;
  std::vector<GoldEntity> entities;
  std::vector<std::string> introduces;
  std::vector<std::pair<std::string, std::string>> uses, trained_on, evaluated_on, outperforms;
  std::vector<GoldResult> results;
  std::vector<std::string> tasks;
  int fold = 0;          ///< from the id alone, 0 to folds - 1
  bool measured = true;  ///< counts in the figures of cross-validation
};

inline constexpr int folds = 5;

/// Records of FOLDER/dev.jsonl whose split in FOLDER/split.tsv is `tune`; entries set aside are never returned. Sorted by id.
std::vector<GoldRecord> read_gold(const std::string& folder);

/// Records of our own (src/training/readings/README.md) in FOLDER/*.jsonl, whose entries are looked up by id and date among `digests`.
/// They are learned from and not measured. Sorted by id; throws Error when an entry is not among the digests.
std::vector<GoldRecord> read_readings(const std::string& folder, const std::string& digests);

/// Folds a name as gold/score.py does: case, punctuation and a trailing head noun.
std::string score_fold(std::string_view name);

}  // namespace digestkg::training
