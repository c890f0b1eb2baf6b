#pragma once
// Digest bytes -> entries. Input formats are one list; a new one is a file in src/digest/ and a line in formats.cpp.

#include <digestkg/diagnostic.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace digestkg {

/// One paper in one day's digest. All text is cleaned: valid UTF-8 in NFC, no control characters, white space folded.
struct Entry {
  std::string id;    ///< arXiv id without version: `2509.09674` or `cs/0112017`
  std::string date;  ///< day of the digest, `2025-09-12`
  std::string title;
  std::vector<std::string> authors;  ///< in the digest's order; names or account handles
  std::string summary;
  std::string arxiv_url;        ///< empty when the input gives none
  std::string huggingface_url;  ///< empty when the input gives none

  auto operator<=>(const Entry&) const = default;
};

/// What was read from one or more inputs. Holds at the end of every read: rows == entries.size() + rejected.
struct Reading {
  std::vector<Entry> entries;
  std::vector<std::uint32_t> lines;  ///< line of its file that entry i begins at
  std::vector<std::uint32_t> names_of;  ///< which of `names` is entry i's file; only in what read_inputs returns
  std::vector<std::string> names;       ///< of the files, as diagnostics have them; likewise
  std::vector<Diagnostic> diagnostics;
  std::size_t files = 0;     ///< read as digests, or named by the user and no digest
  std::size_t rows = 0;      ///< rows of digest tables, lines of JSON Lines, entries of Atom feeds
  std::size_t rejected = 0;  ///< rows that could not be read or are doubles; each has a diagnostic
  std::size_t warnings = 0;

  void append(Reading&& other);
};

/// One way to write entries down.
struct InputFormat {
  std::string_view name;
  std::string_view extensions;   ///< blank-separated, without dots
  std::string_view description;
  bool (*recognises)(std::string_view name, std::string_view bytes);
  Reading (*read)(std::string_view name, std::string_view bytes);
  bool by_lines = false;  ///< each line stands alone, so that a long input may be read in pieces
};

/// All input formats, in the order in which they are tried.
std::span<const InputFormat> input_formats();

/// Reads one file's bytes in whatever format it is; `name` stands in diagnostics. Never throws on bad data: bytes in no known
/// format give a Reading with one Rejected diagnostic and no rows.
Reading read_entries(std::string_view name, std::string_view bytes);

/// Reads files, folders (recursively, in sorted order) and `-` (standard input), on up to `jobs` threads. The result does not
/// depend on the order of `inputs` or on `jobs`: entries are sorted by (id, date, title, summary) and exact doubles fold into one.
/// Throws Error when an input cannot be opened.
Reading read_inputs(std::span<const std::string> inputs, unsigned jobs);

}  // namespace digestkg
