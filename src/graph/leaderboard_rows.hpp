#pragma once
// Leaderboards -> rows of words in sections: what every form of a table is made from.

#include <digestkg/leaderboard.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace digestkg::tables {

/// One score in words, with the section that it stands in.
struct Row {
  std::string rank, method, metric, shown, unit, baseline, paper, date, sentence;
  std::string_view value, baseline_value;  ///< decimals
  std::string_view raw;                    ///< the number as the sentence writes it
  bool delta = false;
  float confidence = 0;
  std::string_view direction;
};

struct Section {
  std::string title, remark;
  bool names_metric = false;  ///< rows are of several metrics
  std::vector<Row> rows;
};

std::vector<Section> sections(const Graph& graph, const Leaderboard& all);
/// `23 scores of 15 named methods from 17 papers`
std::string summary(const Graph& graph, const Leaderboard& all);
/// The benchmark's name, with its IRI where `several` leaderboards are of one name.
std::string heading(const Graph& graph, const Leaderboard& all, bool several);
/// `SFT 67.9`, as far as it is known.
std::string baseline_in_words(const Row& row);

/// A field of CSV, quoted.
class CsvCell {
 public:
  explicit CsvCell(bool spreadsheet_safe) : spreadsheet_safe_(spreadsheet_safe) {}
  std::string operator()(std::string_view text) const;

 private:
  bool spreadsheet_safe_;
};

/// One table with one head.
void write_csv(const Graph& graph, std::span<const Leaderboard> boards, CsvCell csv, Output& out);
/// One list.
void write_json(const Graph& graph, std::span<const Leaderboard> boards, Output& out);

}  // namespace digestkg::tables
