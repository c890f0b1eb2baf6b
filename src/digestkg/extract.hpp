#pragma once
// One entry -> what it speaks of and claims. Reading an entry looks at nothing but that entry and the lexicon, so shards, threads
// and growing archives agree; what needs the whole archive (kinds by vote, one thing under many names) is resolve's (graph.hpp).

#include <digestkg/digest.hpp>
#include <digestkg/ontology.hpp>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace digestkg {

enum class Field : std::uint8_t { Title, Summary };

/// UTF-8 bytes [begin, end) of the entry's cleaned title or summary.
struct TextRange {
  Field field = Field::Summary;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  auto operator<=>(const TextRange&) const = default;
};

/// Where a fact stands and what read it there.
struct Evidence {
  TextRange sentence;
  std::string_view rule;  ///< name of the rule or model; static lifetime or the Extractor's
  float confidence = 0;   ///< 0 to 1: how often facts that look like this one are right
};

/// A named method, benchmark or dataset as one entry speaks of it.
struct Thing {
  std::string name;                  ///< the fullest form, as written
  std::vector<std::string> aliases;  ///< other forms in the entry, in order of appearance
  std::array<float, 3> votes{};      ///< additive evidence for Method, Benchmark, Dataset; summed over entries by resolve
  Kind kind = Kind::Method;          ///< the reading of this entry alone
  std::optional<Kind> also;
  Evidence evidence;                 ///< first mention; its confidence is that this is a name at all
};

struct Mention {
  std::uint16_t thing = 0;  ///< index into Extraction::things
  TextRange range;
};

inline constexpr std::int16_t nothing = -1;

/// A relation between things of the entry; Introduces has no subject (the paper). The same fact read twice stands twice.
struct Fact {
  Relation relation = Relation::Introduces;
  std::int16_t subject = nothing;  ///< index into things, or `nothing`
  std::int16_t object = nothing;
  Evidence evidence;
};

/// A reported number.
struct ReportedResult {
  std::int16_t method = nothing;
  std::int16_t benchmark = nothing;
  std::int16_t baseline = nothing;             ///< the method it is compared with
  std::string metric;                          ///< in the text's words; empty when unsaid
  std::string value;                           ///< canonical decimal: `91.7`, `-3`, never `91.70`
  std::string unit;                            ///< `%`, `x`, `points`, `s`, ...; empty for none
  std::string raw;                             ///< as written, with sign, unit and spread: `+4.3%`, `85.3 ± 0.2`
  bool delta = false;                          ///< a change, not a level
  std::string baseline_value;                  ///< canonical decimal; empty when unsaid
  TextRange number;                            ///< where the value stands
  Evidence evidence;
};

struct AddressedTask {
  std::string name;
  Evidence evidence;
};

struct Extraction {
  std::vector<Thing> things;
  std::vector<Mention> mentions;  ///< sorted by range
  std::vector<Fact> facts;
  std::vector<ReportedResult> results;  ///< in order of the text
  std::vector<AddressedTask> tasks;
  TextRange unread;  ///< from the field's first byte that was not read to its end: of 8,192 words and marks, or 255 sentences, too many
};

/// Reads entries. Immutable once made; safe to use from several threads.
class Extractor {
 public:
  /// With the lexicon, rules and weights that are compiled in, and `lexicons` (paths of TOML files) added. Throws Error when a
  /// file cannot be read or is not a lexicon.
  explicit Extractor(const std::vector<std::string>& lexicons = {});
  ~Extractor();
  Extractor(Extractor&&) noexcept;

  /// Linear in the length of the entry.
  Extraction read(const Entry& entry) const;
  /// All entries, on up to `jobs` threads; result i belongs to entry i whatever `jobs` is.
  std::vector<Extraction> read_all(const std::vector<Entry>& entries, unsigned jobs) const;

  /// Direction of a metric by the lexicon: true when higher is better, empty when unknown.
  std::optional<bool> higher_is_better(std::string_view metric) const;

 private:
  struct Knowledge;
  std::unique_ptr<const Knowledge> knowledge_;
};

}  // namespace digestkg
