#pragma once
// What is known of names before any text is read: benchmarks, datasets, methods, metrics, what is no name, ordinary words.

#include "ontology/form_index.hpp"

#include <digestkg/ontology.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace digestkg {

struct CompiledLexicon;
struct LexiconIndex;
struct LexiconRecord;

/// A record of the lexicon. All views live as long as the Lexicon.
struct LexiconEntry {
  std::uint32_t number = 0;   ///< the same for all forms of one record, from 1; of no meaning beyond this run
  std::string_view name;      ///< the record's own name, whichever form was met
  std::optional<Kind> kind;   ///< none for what is no name
  KindSet also;               ///< other kinds that the name has
  std::string_view role;      ///< `model`, `technique`; `company`, `field`, ...; may be empty
  std::string_view unit;      ///< of a metric; may be empty
  std::optional<bool> higher_is_better;  ///< of a metric; none when unknown
  bool head = false;          ///< of a metric: heads longer metric names

  KindSet kinds() const { return kind ? also | *kind : also; }
};

/// How a match is written, as against the record's form.
enum class Written : std::uint8_t {
  Exact,    ///< a form that counts only when written just so (an ordinary word, a short acronym)
  Capital,  ///< with a capital letter or a digit
  Lower,    ///< all lower case; says little when the record has capitals: `deep research`, `common voice`
};

struct NameMatch {
  LexiconEntry entry;
  std::size_t end = 0;         ///< byte after the match
  Written written = Written::Capital;
  bool plural = false;         ///< an `s` that the form does not have stands at the end; `end` is after it
};

/// A word of ASCII letters and digits, as it stands in a text.
struct PlainWord {
  std::uint32_t hash = 0;  ///< its word_hash
  std::string_view text;   ///< that it stands in
  std::size_t end = 0;     ///< byte of `text` behind it; not 0
};

/// Immutable once made; safe to use from several threads. Lookups allocate nothing.
///
/// Folding: case, typographic apostrophes and subscripts; a blank, a hyphen and neither are the same, except between digits:
/// `SWE bench`, `SWE-Bench` and `SWEBench` are one, `AIME 2024` is not `AIME 20 24`. A plural s is accepted.
class Lexicon {
 public:
  /// The lexicon that is compiled in, and `files` (paths of TOML files). A record of a later file takes the place of an earlier
  /// one's with the same form. Throws Error with `file:line:column: message` when a file cannot be read or has a fault.
  explicit Lexicon(std::span<const std::string> files = {});
  /// The lexicon that is compiled in, made at the first call.
  static const Lexicon& built_in();
  /// These records and no others.
  static Lexicon of(std::span<const LexiconRecord> records);
  Lexicon(Lexicon&&) noexcept = default;
  Lexicon& operator=(Lexicon&&) noexcept = default;

  /// The longest method, benchmark or dataset that begins at byte `begin`, which must be a word's begin. The end is a word's
  /// end: in `GPT-4.1` there is no `GPT-4`, in `BERTScore` no `BERT`. Costs the bytes that some name begins with.
  std::optional<NameMatch> name_at(std::string_view text, std::size_t begin) const;
  /// False when surely name_at finds nothing at `word`: it is no name, and none goes on as the text does. Nearly all words go by here.
  bool may_begin_name(const PlainWord& word) const { return may_begin(names_.forms, word); }
  /// As name_at, for what is no name: `LLM`, `NVIDIA`, `Korean`.
  std::optional<NameMatch> not_a_name_at(std::string_view text, std::size_t begin) const;
  /// As may_begin_name.
  bool may_begin_no_name(const PlainWord& word) const { return may_begin(not_names_.forms, word); }
  /// As name_at, for metrics; `recall@20` and `top-5` are found as `recall@k`, `top-k`.
  std::optional<NameMatch> metric_at(std::string_view text, std::size_t begin) const;
  /// As may_begin_name.
  bool may_begin_metric(const PlainWord& word) const;

  /// The whole of `text` is a form of one record.
  std::optional<LexiconEntry> name(std::string_view text) const;
  std::optional<LexiconEntry> not_a_name(std::string_view text) const;
  /// The whole of `phrase` is a metric, or its last words are one that heads longer names (`grounding accuracy`).
  std::optional<LexiconEntry> metric(std::string_view phrase) const;

 private:
  /// Lines and, when they were joined with a user's, their text.
  struct Table {
    std::unique_ptr<const std::string> joined;
    FormIndex forms;
  };
  Lexicon(const CompiledLexicon& built_in, const LexiconIndex& added);
  static Table table(std::string_view built_in, std::string_view added);
  static bool may_begin(const FormIndex& forms, const PlainWord& word);
  Table names_, metrics_, not_names_;
};

}  // namespace digestkg
