// Records as JSON Lines -> what they say, for the measure of extraction.

#include <digestkg/diagnostic.hpp>
#include <digestkg/evaluate.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace digestkg {
namespace {

using Json = nlohmann::json;

std::optional<std::string> text_or_null(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || found->is_null()) return std::nullopt;
  return found->get<std::string>();
}

Kind kind_of(const Json& name) {
  const std::optional<Kind> kind = kind_named(name.get<std::string>());
  if (!kind || !named_things.has(*kind)) throw Error("no kind of thing that has a name: " + name.dump());
  return *kind;
}

Record record_of(const Json& json) {
  Record r;
  r.id = json.at("id").get<std::string>();
  const auto read = [&](const char* key, auto& target) {
    if (const auto found = json.find(key); found != json.end()) target = found->get<std::remove_reference_t<decltype(target)>>();
  };
  for (const Json& e : json.value("entities", Json::array())) {
    RecordEntity& entity = r.entities.emplace_back();
    entity.name = e.at("name").get<std::string>();
    if (e.contains("aliases")) entity.aliases = e.at("aliases").get<std::vector<std::string>>();
    entity.kind = kind_of(e.at("kind"));
    if (e.contains("also") && !e.at("also").is_null()) entity.also = kind_of(e.at("also"));
  }
  read("introduces", r.introduces);
  read("uses", r.uses);
  read("trained_on", r.trained_on);
  read("evaluated_on", r.evaluated_on);
  read("outperforms", r.outperforms);
  for (const Json& g : json.value("results", Json::array())) {
    const Json& value = g.at("value");
    r.results.push_back({text_or_null(g, "method"), text_or_null(g, "benchmark"), text_or_null(g, "metric"), text_or_null(g, "unit"),
                         value.is_string() ? std::stod(value.get<std::string>()) : value.get<double>(),
                         g.contains("delta") && g.at("delta") == true});
  }
  return r;
}

}  // namespace

std::vector<Record> read_records(std::string_view file, std::string_view bytes) {
  std::vector<Record> records;
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    const std::string_view line = bytes.substr(begin, end - begin);
    ++number;
    begin = end + 1;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    try {
      records.push_back(record_of(Json::parse(line)));
    } catch (const std::exception& e) {
      throw Error(std::string(file) + ":" + std::to_string(number) + ": not a record: " + e.what());
    }
  }
  return records;
}

}  // namespace digestkg
