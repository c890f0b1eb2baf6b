// Node-link JSON, SQLite and Cypher -> facts.

#include "unit/agreement/facts.hpp"

#include <sqlite3.h>

#include <memory>
#include <sstream>

namespace digestkg::testing {
namespace {

using nlohmann::json;

/// Reads the literals of Cypher: maps with bare keys, lists, strings, numbers and booleans.
class CypherLiterals {
 public:
  CypherLiterals(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  json value() {
    const char c = peek();
    if (c == '{') return map();
    if (c == '[') return list();
    if (c == '\'') return string();
    const std::size_t end = text_.find_first_of(",]} \n", at_);
    const std::string word(text_.substr(at_, end - at_));
    at_ = end;
    return json::parse(word);
  }
  std::size_t at() const { return at_; }

 private:
  char peek() {
    at_ = text_.find_first_not_of(" \n,", at_);
    return text_.at(at_);
  }
  json map() {
    json result = json::object();
    for (++at_; peek() != '}';) {
      const std::size_t colon = text_.find(':', at_);
      const std::string key(text_.substr(at_, colon - at_));
      at_ = colon + 1;
      result[key] = value();
    }
    ++at_;
    return result;
  }
  json list() {
    json result = json::array();
    for (++at_; peek() != ']';) result.push_back(value());
    ++at_;
    return result;
  }
  json string() {
    std::string result;
    for (++at_; text_.at(at_) != '\''; ++at_) {
      char c = text_[at_];
      if (c == '\\') {
        c = text_.at(++at_);
        if (c == 't') c = '\t';
        else if (c == 'n') c = '\n';
        else if (c != '\\' && c != '\'') throw std::runtime_error("unknown escape");
      }
      result += c;
    }
    ++at_;
    return result;
  }

  std::string_view text_;
  std::size_t at_;
};

/// What stands between `before` and `after`.
std::string between(std::string_view text, std::string_view before, std::string_view after) {
  const std::size_t begin = text.find(before);
  if (begin == text.npos) return {};
  const std::string_view rest = text.substr(begin + before.size());
  return std::string(rest.substr(0, rest.find(after)));
}

void add_edge(Facts& facts, const std::string& about, json& properties) {
  facts.insert({Category::Edge, about, "edge", ""});
  facts.insert({Category::Weight, about, "weight", properties.at("weight").dump()});
  properties.erase("weight");
}

void add_rest(Facts& facts, const std::string& about, json& properties) {
  add_claims(facts, about, properties);
  for (const auto& [key, value] : properties.items()) add_property(facts, about, key, value);
}

/// Rows of a query; NULL is left out.
std::vector<json> query(sqlite3* database, const std::string& sql) {
  sqlite3_stmt* prepared = nullptr;
  if (sqlite3_prepare_v2(database, sql.c_str(), -1, &prepared, nullptr) != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(database));
  const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> statement(prepared, sqlite3_finalize);
  std::vector<json> rows;
  while (sqlite3_step(prepared) == SQLITE_ROW) {
    json row = json::object();
    for (int i = 0; i < sqlite3_column_count(prepared); ++i) {
      const int type = sqlite3_column_type(prepared, i);
      const char* const name = sqlite3_column_name(prepared, i);
      if (type == SQLITE_INTEGER) row[name] = sqlite3_column_int64(prepared, i);
      else if (type == SQLITE_FLOAT) row[name] = sqlite3_column_double(prepared, i);
      else if (type == SQLITE_TEXT) row[name] = reinterpret_cast<const char*>(sqlite3_column_text(prepared, i));
    }
    rows.push_back(row);
  }
  return rows;
}

void add_columns(Facts& facts, const std::string& about, const json& row, const std::set<std::string>& others) {
  for (const auto& [name, value] : row.items()) {
    if (others.contains(name)) continue;
    const ValueType type = info(key_named(name).value()).type;
    if (type == ValueType::TextList) add_property(facts, about, name, json::parse(value.get<std::string>()));
    else if (type == ValueType::Boolean) add_property(facts, about, name, value == 1);
    else add_property(facts, about, name, value);
  }
}

}  // namespace

Facts read_node_link(const Files& files) {
  Facts facts;
  json root = json::parse(files.at("graph.json"));
  const auto add_owner = [&](const std::string& about, json& properties) {
    for (const json& c : properties.value("claims", json::array()))
      add_claim(facts, about,
                {c["paper"], c["date"], c["field"], c["begin"].dump(), c["end"].dump(), c["sentence"], c["rule"], number(c["confidence"])});
    properties.erase("claims");
    add_rest(facts, about, properties);
  };
  for (json& node : root["nodes"]) {
    const std::string iri = node["id"];
    for (const json& kind : node["kinds"]) facts.insert({Category::Kind, iri, "kind", kind});
    facts.insert({Category::Label, iri, "label", node["label"]});
    for (const char* const key : {"id", "kinds", "label", "color", "size"}) node.erase(key);
    add_owner(iri, node);
  }
  for (json& link : root["links"]) {
    const std::string about = edge_name(link["source"].get<std::string>(), link["key"].get<std::string>(), link["target"].get<std::string>());
    add_edge(facts, about, link);
    for (const char* const key : {"source", "key", "target"}) link.erase(key);
    add_owner(about, link);
  }
  return facts;
}

Facts read_cypher(const Files& files) {
  Facts facts;
  const std::string& script = files.at("graph.cypher");
  for (std::size_t at = script.find("UNWIND ["); at != std::string::npos; at = script.find("UNWIND [", at)) {
    CypherLiterals literals(script, at + 7);
    const json rows = literals.value();
    at = literals.at();
    const std::string action = script.substr(at, script.find(";\n", at) - at);
    for (json row : rows) {
      if (row.contains("iri")) {
        const std::string iri = row["iri"];
        std::istringstream kinds(between(action, "SET n = row, n:", ","));
        for (std::string kind; std::getline(kinds, kind, ':');) facts.insert({Category::Kind, iri, "kind", kind});
        row.erase("iri");
        add_rest(facts, iri, row);
      } else {
        const std::string about = edge_name(row["source"].get<std::string>(), between(action, "-[r:", "]"), row["target"].get<std::string>());
        json properties = row["set"];
        add_edge(facts, about, properties);
        add_rest(facts, about, properties);
      }
    }
  }
  return facts;
}

Facts read_sqlite(const Files& files) {
  std::string bytes = files.at("graph.sqlite");
  sqlite3* opened = nullptr;
  if (sqlite3_open(":memory:", &opened) != SQLITE_OK) throw std::runtime_error("no memory");
  const std::unique_ptr<sqlite3, int (*)(sqlite3*)> database(opened, sqlite3_close);
  const auto size = static_cast<sqlite3_int64>(bytes.size());
  if (sqlite3_deserialize(opened, "main", reinterpret_cast<unsigned char*>(bytes.data()), size, size, SQLITE_DESERIALIZE_READONLY) != SQLITE_OK)
    throw std::runtime_error(sqlite3_errmsg(opened));
  Facts facts;
  for (const json& row : query(opened, "SELECT iri, k.kind FROM nodes JOIN node_kinds AS k ON k.node = nodes.id"))
    facts.insert({Category::Kind, row["iri"], "kind", row["kind"]});
  for (const json& row : query(opened, "SELECT * FROM nodes")) {
    facts.insert({Category::Label, row["iri"], "label", row["label"]});
    add_columns(facts, row["iri"], row, {"id", "iri", "kind", "label"});
  }
  const std::string ends = " FROM edges AS e JOIN nodes AS s ON s.id = e.source JOIN nodes AS t ON t.id = e.target";
  for (json row : query(opened, "SELECT e.*, s.iri AS s, t.iri AS t" + ends)) {
    const std::string about = edge_name(row["s"].get<std::string>(), row["label"].get<std::string>(), row["t"].get<std::string>());
    add_edge(facts, about, row);
    add_columns(facts, about, row, {"id", "source", "target", "label", "s", "t"});
  }
  const auto add_claim_row = [&](const std::string& about, const json& c) {
    add_claim(facts, about,
              {c["paper"], c["date"], c["field"], c["begin"].dump(), c["end"].dump(), c["sentence"], c["rule"], number(c["confidence"])});
  };
  for (const json& row : query(opened, "SELECT c.*, n.iri FROM claims AS c JOIN nodes AS n ON n.id = c.node")) add_claim_row(row["iri"], row);
  for (const json& row : query(opened, "SELECT c.*, e.label, s.iri AS s, t.iri AS t" + ends + " JOIN claims AS c ON c.edge = e.id"))
    add_claim_row(edge_name(row["s"].get<std::string>(), row["label"].get<std::string>(), row["t"].get<std::string>()), row);
  return facts;
}

}  // namespace digestkg::testing
