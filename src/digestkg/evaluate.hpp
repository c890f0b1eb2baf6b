#pragma once
// Readings of entries compared with annotated ones: precision, recall and every difference.

#include <digestkg/ontology.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace digestkg {

struct RecordEntity {
  std::string name;
  std::vector<std::string> aliases;
  Kind kind = Kind::Method;
  std::optional<Kind> also;
};

struct RecordResult {
  std::optional<std::string> method, benchmark, metric, unit;
  double value = 0;
  bool delta = false;
};

/// What one entry says, in the form of annotated records and of `digestkg extract`.
struct Record {
  using Pairs = std::vector<std::pair<std::string, std::string>>;
  std::string id;
  std::vector<RecordEntity> entities;
  std::vector<std::string> introduces;
  Pairs uses, trained_on, evaluated_on, outperforms;
  std::vector<RecordResult> results;
};

/// Reads JSON Lines; other keys of a record are passed over. Throws Error, naming `file` and the line, on what is no record.
std::vector<Record> read_records(std::string_view file, std::string_view bytes);

struct Tally {
  std::size_t right = 0;   ///< found and annotated
  std::size_t extra = 0;   ///< found only
  std::size_t missed = 0;  ///< annotated only
  double precision() const;
  double recall() const;
  double f1() const;
};

struct EvaluationRow {
  std::string_view name;  ///< `entities`, `uses`, ...
  bool part = false;      ///< part of the row above that is no part
  Tally tally;
};

struct Difference {
  std::string id;
  std::string_view row;
  bool extra = false;  ///< found but not annotated; else annotated but not found
  std::string fact;
};

struct Evaluation {
  std::size_t entries = 0;
  std::size_t predicted = 0;  ///< entries that have a prediction
  std::vector<EvaluationRow> rows;
  std::vector<Difference> differences;  ///< in the order of `gold`
};

/// The measure of gold/score.py: names match when any form of one, folded in case, punctuation and trailing head noun, equals any form
/// of the other; an entry without a prediction counts as empty, one that is not in `gold` is passed over.
Evaluation evaluate(std::span<const Record> gold, std::span<const Record> predicted);

}  // namespace digestkg
