// graph.jsonl -> the part of the graph that leaderboards are made of. A build writes one record a line, so what they do not need is
// passed over by its first words: of a year of digests a third of the bytes is left to scan.

#include "base/file_bytes.hpp"

#include <digestkg/diagnostic.hpp>
#include <digestkg/leaderboard.hpp>

#include <filesystem>
#include <optional>

namespace digestkg {
namespace {

/// What stands between `open` and `close`, both first ones. Neither is ever found inside a JSON string when it holds a quote that follows
/// no backslash.
std::string_view between(std::string_view line, std::string_view open, std::string_view close) {
  const std::size_t at = line.find(open);
  if (at == std::string_view::npos) return {};
  line.remove_prefix(at + open.size());
  return line.substr(0, line.find(close));
}

bool unneeded_node(std::string_view labels) { return labels == info(Kind::Author).label || labels == info(Kind::Task).label; }

bool of_result(Relation relation) {
  return relation == Relation::Reports || relation == Relation::OfMethod || relation == Relation::OnBenchmark ||
         relation == Relation::ByMetric || relation == Relation::OverBaseline;
}

/// What is needed of a line, newline included, in two pieces; a line in another form than write_graph_jsonl's is needed whole.
std::pair<std::string_view, std::string_view> needed(std::string_view line) {
  if (line.starts_with(R"({"type":"node","id":")")) {
    if (unneeded_node(between(line, R"(","labels":[")", R"("])"))) return {};
    return {line, {}};
  }
  if (!line.starts_with(R"({"type":"relationship","id":")")) return {line, {}};
  const auto relation = relation_named(between(line, R"(","label":")", "\""));
  if (!relation || *relation == Relation::ListedIn) return {line, {}};
  if (!of_result(*relation)) return {};
  const std::size_t claims = line.find(R"(},"properties":{)");  // the Result node has the same
  if (claims == std::string_view::npos || !line.ends_with("}}\n")) return {line, {}};
  return {line.substr(0, claims), "}}\n"};
}

/// Cuts blocks of a file into lines.
class Lines {
 public:
  explicit Lines(std::uintmax_t bytes) { needed_.reserve(static_cast<std::size_t>(bytes / 2)); }
  void add(std::string_view block) {
    for (std::size_t end = block.find('\n'); end != std::string_view::npos; end = block.find('\n')) {
      if (begun_.empty()) take(block.substr(0, end + 1));
      else take(begun_.append(block.substr(0, end + 1)));
      begun_.clear();
      block.remove_prefix(end + 1);
    }
    begun_ += block;
  }
  std::string finish() { return std::move(needed_.append(begun_)); }

 private:
  void take(std::string_view line) {
    const auto [first, second] = needed(line);
    needed_.append(first).append(second);
  }
  std::string needed_, begun_;
};

}  // namespace

Graph load_results(const std::string& path) {
  const std::string file = graph_file(path);
  std::error_code error;
  const auto bytes = file == "-" ? 0 : std::filesystem::file_size(file, error);
  if (bytes == 0 || error) return load_graph(path);  // a pipe is read once only
  Lines lines(bytes);
  read_blocks(file, [&](std::string_view block) { lines.add(block); });
  try {
    return read_graph_jsonl(file, lines.finish());
  } catch (const Error&) {
    return load_graph(path);  // a record over several lines; or a fault, to be told where it stands in the file
  }
}

}  // namespace digestkg
