// One input's bytes -> entries, by the first format that knows them.

#include "digest/formats.hpp"

#include "base/diagnose.hpp"

namespace digestkg {
namespace {

constexpr InputFormat formats[] = {
    {"jsonl", "jsonl ndjson json", "JSON Lines of entries, or arXiv's metadata snapshot", is_json_lines, read_json_lines},
    {"markdown", "md markdown", "digest tables in Markdown", is_markdown_digest, read_markdown},
};

}  // namespace

std::span<const InputFormat> input_formats() { return formats; }

Reading read_entries(std::string_view name, std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  for (const InputFormat& format : formats)
    if (format.recognises(name, bytes)) return format.read(name, bytes);
  Reading none;
  none.files = 1;
  none.diagnostics.push_back(diagnose(name, bytes, 0, Severity::Rejected, "no digest in a known format"));
  return none;
}

}  // namespace digestkg
