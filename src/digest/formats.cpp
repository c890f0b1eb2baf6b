// One input's bytes -> entries, by the first format that knows them.

#include "digest/formats.hpp"

#include "base/parallel.hpp"
#include "base/utf8.hpp"
#include "digest/compressed.hpp"

#include <digestkg/limits.hpp>

#include <algorithm>
#include <vector>

namespace digestkg {
namespace {

constexpr InputFormat formats[] = {
    {"jsonl", "jsonl ndjson json", "JSON Lines of entries, or arXiv's metadata snapshot", is_json_lines, read_json_lines, true},
    {"atom", "atom xml", "Atom feed of the arXiv API", is_atom_feed, read_atom},
    {"markdown", "md markdown", "digest tables in Markdown", is_markdown_digest, read_markdown},
};

Diagnostic fault_of_file(std::string_view name, std::string message) {
  return {printable(name), 0, 0, Severity::Rejected, std::move(message), {}, 0};
}

/// What is damaged is read up to the damage.
Reading read_compressed(std::string_view name, std::string_view bytes, unsigned jobs, std::size_t most) {
  const Expanded expanded = expand(bytes, most);
  Reading reading = is_compressed(expanded.bytes) ? Reading{} : read_entries(name, expanded.bytes, jobs, most);
  reading.files = 1;
  if (is_compressed(expanded.bytes)) reading.diagnostics.push_back(fault_of_file(name, "compressed twice"));
  if (!expanded.fault.empty())
    reading.diagnostics.push_back(fault_of_file(name, std::string(expanded.fault) + "; the rest is not read"));
  return reading;
}

std::vector<std::string_view> cut_at_lines(std::string_view bytes) {
  constexpr std::size_t least = 1 << 20;
  std::vector<std::string_view> pieces;
  while (!bytes.empty()) {
    const std::size_t end = bytes.find('\n', std::min(least, bytes.size()));
    pieces.push_back(bytes.substr(0, end == std::string_view::npos ? end : end + 1));
    bytes.remove_prefix(pieces.back().size());
  }
  return pieces;
}

Reading read_in_pieces(const InputFormat& format, std::string_view name, std::string_view bytes, unsigned jobs) {
  const std::vector<std::string_view> pieces = cut_at_lines(bytes);
  std::vector<Reading> readings(pieces.size());
  parallel_for(pieces.size(), jobs, 1, [&](std::size_t i) { readings[i] = format.read(name, pieces[i]); });
  Reading whole;
  std::uint32_t lines_before = 0;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    for (std::uint32_t& line : readings[i].lines) line += lines_before;
    for (Diagnostic& diagnostic : readings[i].diagnostics) diagnostic.line += lines_before;
    lines_before += static_cast<std::uint32_t>(std::count(pieces[i].begin(), pieces[i].end(), '\n'));
    whole.append(std::move(readings[i]));
  }
  whole.files = 1;
  return whole;
}

}  // namespace

std::span<const InputFormat> input_formats() { return formats; }

Reading read_entries(std::string_view name, std::string_view bytes) {
  return read_entries(name, bytes, 1, ReadLimits{}.file_bytes);
}

Reading read_entries(std::string_view name, std::string_view bytes, unsigned jobs, std::size_t most) {
  if (is_compressed(bytes)) return read_compressed(name, bytes, jobs, most);
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  for (const InputFormat& format : formats)
    if (format.recognises(name, bytes)) return format.by_lines ? read_in_pieces(format, name, bytes, jobs) : format.read(name, bytes);
  Reading none;
  none.files = 1;
  none.diagnostics.push_back(fault_of_file(name, "no digest in a known format"));
  return none;
}

}  // namespace digestkg
