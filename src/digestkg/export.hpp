#pragma once
// A graph -> files. Formats are one list (exporters/formats.cpp): `--to`, `digestkg formats`, the golden, agreement and hostile tests
// all read it. A new exporter is one file in exporters/ and one line there.

#include <digestkg/output.hpp>
#include <digestkg/view.hpp>

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace digestkg {

struct ExportOptions {
  std::string base{default_base};  ///< prefix of every IRI in RDF; ends in `/` or `#`
  std::vector<std::pair<std::string, std::string>> prefixes{};  ///< name, IRI: for Turtle, TriG, RDF/XML, JSON-LD
  bool claims = true;              ///< false: a lean graph without evidence
  bool spreadsheet_safe = false;   ///< CSV and TSV: put ' before what a spreadsheet would run as a formula
};

/// Something a format does not carry.
struct Loss {
  std::string what;        ///< `claims`, `lists`, ...: in words, for people
  std::size_t count = 0;   ///< how often in this graph
};

struct Format {
  enum class Carrier : std::uint8_t {
    Data,     ///< one file with the whole graph or view
    Folder,   ///< several files in a folder
    Picture,  ///< one file with a drawing of a view
  };
  std::string_view name;        ///< for --to: `turtle`
  std::string_view extension;   ///< of the file, or the folder's name: `ttl`
  std::string_view media_type;
  std::string_view description; ///< one line
  std::string_view loses{};     ///< what it cannot carry, one line; empty: nothing
  Carrier carrier = Carrier::Data;
  void (*write)(const View&, const ExportOptions&, Output&) = nullptr;               ///< Data, Picture
  void (*write_folder)(const View&, const ExportOptions&, OutputFolder&) = nullptr;  ///< Folder
  std::vector<Loss> (*losses)(const View&, const ExportOptions&) = nullptr;          ///< may be null: no loss
};

/// Every format, in the order of `digestkg formats`.
std::span<const Format> formats();
/// By name or extension; null when there is none.
const Format* find_format(std::string_view name);

}  // namespace digestkg
