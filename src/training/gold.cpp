// The files of gold/ -> annotated entries with their folds.

#include "training/gold.hpp"

#include "extract/word_hash.hpp"
#include "graph/score_fold.hpp"

#include <digestkg/diagnostic.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>

namespace digestkg::training {
namespace {

using Json = nlohmann::json;

std::ifstream open(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw Error("cannot read " + path);
  return file;
}

std::set<std::string> ids_of_split(const std::string& path, std::string_view split) {
  std::set<std::string> ids;
  std::ifstream file = open(path);
  for (std::string line; std::getline(file, line);) {
    const std::size_t tab = line.find('\t');
    if (tab != std::string::npos && std::string_view(line).substr(tab + 1) == split) ids.insert(line.substr(0, tab));
  }
  return ids;
}

std::map<std::string, Json> read_lines(const std::string& path, const std::set<std::string>& wanted) {
  std::map<std::string, Json> records;
  std::ifstream file = open(path);
  for (std::string line; std::getline(file, line);) {
    Json record = Json::parse(line);
    if (const auto id = record.at("id").get<std::string>(); wanted.contains(id)) records.emplace(id, std::move(record));
  }
  return records;
}

std::optional<std::string> text_or_null(const Json& record, const char* key) {
  const auto found = record.find(key);
  if (found == record.end() || found->is_null()) return std::nullopt;
  return found->get<std::string>();
}

Kind kind_of(const Json& name) {
  const std::optional<Kind> kind = kind_named(name.get<std::string>());
  if (!kind) throw Error("gold: unknown kind " + name.dump());
  return *kind;
}

GoldRecord record_of(const Json& entry, const Json& gold) {
  GoldRecord r;
  r.entry.id = entry.at("id");
  r.entry.date = entry.value("date", "");
  r.entry.title = entry.at("title");
  r.entry.summary = entry.at("summary");
  for (const Json& e : gold.at("entities")) {
    GoldEntity& entity = r.entities.emplace_back();
    entity.forms.push_back(e.at("name"));
    for (const Json& alias : e.value("aliases", Json::array())) entity.forms.push_back(alias);
    entity.kind = kind_of(e.at("kind"));
    if (e.contains("also")) entity.also = kind_of(e.at("also"));
  }
  const auto read = [&](const char* key, auto& target) {
    if (gold.contains(key)) target = gold.at(key).get<std::remove_reference_t<decltype(target)>>();
  };
  read("introduces", r.introduces);
  read("uses", r.uses);
  read("trained_on", r.trained_on);
  read("evaluated_on", r.evaluated_on);
  read("outperforms", r.outperforms);
  read("tasks", r.tasks);
  for (const Json& g : gold.value("results", Json::array()))
    r.results.push_back({text_or_null(g, "method"), text_or_null(g, "benchmark"), text_or_null(g, "metric"), text_or_null(g, "unit"),
                         g.at("value").get<double>(), g.value("delta", false)});
  r.fold = static_cast<int>(word_hash(r.entry.id) % static_cast<std::uint32_t>(folds));
  return r;
}

}  // namespace

std::vector<GoldRecord> read_gold(const std::string& folder) {
  const std::set<std::string> ids = ids_of_split(folder + "/split.tsv", "tune");
  const std::map<std::string, Json> entries = read_lines(folder + "/dev.entries.jsonl", ids);
  std::vector<GoldRecord> records;
  for (const auto& [id, gold] : read_lines(folder + "/dev.jsonl", ids)) records.push_back(record_of(entries.at(id), gold));
  return records;
}

std::string score_fold(std::string_view name) { return digestkg::score_fold(name); }

}  // namespace digestkg::training
