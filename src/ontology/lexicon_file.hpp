#pragma once
// One TOML file of names, as people write it. Its form is described in ontology/README.md.

#include <digestkg/diagnostic.hpp>
#include <digestkg/ontology.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace digestkg {

/// Place in a file, both from 1.
struct FilePlace {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

struct LexiconRecord {
  std::string name;
  std::vector<std::string> aliases;
  std::vector<std::string> exact;  ///< forms that count only when written just so; the name itself may be one
  std::optional<Kind> kind;        ///< Method, Benchmark, Dataset or Metric; none for what is no name
  KindSet also;
  std::string role;                ///< `model`, `technique`; of what is no name: what it is
  std::string unit;                ///< of a metric
  std::optional<bool> higher_is_better;
  bool head = false;               ///< of a metric: longer names may end in it
  FilePlace place;

  /// Kind and also.
  KindSet kinds() const { return kind ? also | *kind : also; }
  /// Name, aliases and exact forms, each once.
  std::vector<std::string_view> forms() const;
  bool is_exact(std::string_view form) const;
};

/// Shows that the names of a file are found.
struct LexiconExample {
  std::string text;
  std::vector<std::string> finds;  ///< names of the records that stand in the text
  FilePlace place;
};

struct LexiconFile {
  std::string name;
  std::vector<LexiconRecord> records;
  std::vector<LexiconExample> examples;
  std::vector<Diagnostic> diagnostics;
};

/// Never throws on bad data: what cannot be read has a Rejected diagnostic, the rest is there.
LexiconFile read_lexicon(std::string_view file, std::string_view bytes);

Diagnostic diagnose(std::string_view file, std::string_view bytes, FilePlace place, Severity severity, std::string message);

/// Records as sorted lines `folded form<TAB>value` (index_value.hpp), one list for things, one for metrics, one for what is no name. Of several records with the same form the first counts.
/// Records are numbered from `first_number`.
struct LexiconIndex {
  std::string names, metrics, not_names;
};
LexiconIndex index_records(std::span<const LexiconRecord> records, std::size_t first_number = 1);

}  // namespace digestkg
