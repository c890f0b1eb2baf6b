// One input's bytes -> entries, by the first format that knows them.

#include "digest/formats.hpp"

#include "base/utf8.hpp"
#include "digest/compressed.hpp"

namespace digestkg {
namespace {

constexpr InputFormat formats[] = {
    {"jsonl", "jsonl ndjson json", "JSON Lines of entries, or arXiv's metadata snapshot", is_json_lines, read_json_lines},
    {"atom", "atom xml", "Atom feed of the arXiv API", is_atom_feed, read_atom},
    {"markdown", "md markdown", "digest tables in Markdown", is_markdown_digest, read_markdown},
};

Diagnostic fault_of_file(std::string_view name, std::string message) {
  return {printable(name), 0, 0, Severity::Rejected, std::move(message), {}, 0};
}

/// What is damaged is read up to the damage.
Reading read_compressed(std::string_view name, std::string_view bytes) {
  const Expanded expanded = expand(bytes);
  Reading reading = is_compressed(expanded.bytes) ? Reading{} : read_entries(name, expanded.bytes);
  reading.files = 1;
  if (is_compressed(expanded.bytes)) reading.diagnostics.push_back(fault_of_file(name, "compressed twice"));
  if (!expanded.fault.empty())
    reading.diagnostics.push_back(fault_of_file(name, std::string(expanded.fault) + "; the rest is not read"));
  return reading;
}

}  // namespace

std::span<const InputFormat> input_formats() { return formats; }

Reading read_entries(std::string_view name, std::string_view bytes) {
  if (is_compressed(bytes)) return read_compressed(name, bytes);
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  for (const InputFormat& format : formats)
    if (format.recognises(name, bytes)) return format.read(name, bytes);
  Reading none;
  none.files = 1;
  none.diagnostics.push_back(fault_of_file(name, "no digest in a known format"));
  return none;
}

}  // namespace digestkg
