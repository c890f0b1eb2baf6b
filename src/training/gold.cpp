// The files of gold/ -> annotated entries with their folds.

#include "training/gold.hpp"

#include "base/word_hash.hpp"
#include "graph/score_fold.hpp"

#include <digestkg/diagnostic.hpp>
#include <digestkg/digest.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <span>
#include <tuple>

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

Entry entry_of(const Json& json) {
  Entry entry;
  entry.id = json.at("id");
  entry.date = json.value("date", "");
  entry.title = json.at("title");
  entry.summary = json.at("summary");
  return entry;
}

GoldRecord record_of(Entry entry, const Json& gold) {
  GoldRecord r;
  r.entry = std::move(entry);
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
  for (const auto& [id, gold] : read_lines(folder + "/dev.jsonl", ids)) records.push_back(record_of(entry_of(entries.at(id)), gold));
  return records;
}

std::vector<GoldRecord> read_readings(const std::string& folder, const std::string& digests) {
  std::map<std::pair<std::string, std::string>, Entry> entries;
  for (Entry& entry : read_inputs(std::span(&digests, 1), 1).entries) entries.try_emplace({entry.id, entry.date}, std::move(entry));
  std::vector<std::filesystem::path> files;
  for (const auto& file : std::filesystem::directory_iterator(folder))
    if (file.path().extension() == ".jsonl") files.push_back(file.path());
  std::vector<GoldRecord> records;
  for (const auto& path : files) {
    std::ifstream file = open(path.string());
    for (std::string line; std::getline(file, line);) {
      const Json gold = Json::parse(line);
      const std::pair<std::string, std::string> key(gold.at("id"), gold.at("date"));
      const auto entry = entries.find(key);
      if (entry == entries.end()) throw Error(path.string() + ": no entry " + key.first + " of " + key.second + " in " + digests);
      records.push_back(record_of(entry->second, gold));
      records.back().measured = false;
    }
  }
  std::ranges::sort(records, {}, [](const GoldRecord& r) { return std::tie(r.entry.id, r.entry.date); });
  return records;
}

std::string score_fold(std::string_view name) { return digestkg::score_fold(name); }

}  // namespace digestkg::training
