// Node-link JSON, SQLite and Cypher -> facts.

#include "unit/agreement/facts.hpp"

#include <sqlite3.h>

#include <memory>
#include <regex>
#include <sstream>

namespace digestkg::testing {
namespace {

using nlohmann::json;

/// Reads a list of string literals of Cypher.
class CypherStrings {
 public:
  CypherStrings(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  std::vector<std::string> list() {
    std::vector<std::string> result;
    for (++at_; peek() != ']';) result.push_back(string());
    return result;
  }
  std::size_t at() const { return at_; }

 private:
  char peek() {
    at_ = text_.find_first_not_of(" \n,", at_);
    return text_.at(at_);
  }
  std::string string() {
    std::string result;
    for (++at_; text_.at(at_) != '\''; ++at_) result += text_[at_] == '\\' ? escaped(text_.at(++at_)) : text_[at_];
    ++at_;
    return result;
  }
  static char escaped(char c) {
    switch (c) {
      case 't': return '\t';
      case 'n': return '\n';
      case 'f': return '\f';
      case 'b': return '\b';
      case '\\':
      case '\'': return c;
      default: throw std::runtime_error("unknown escape");
    }
  }

  std::string_view text_;
  std::size_t at_;
};

std::vector<std::string> split(const std::string& text, char mark) {
  std::vector<std::string> parts{""};
  for (const char c : text) {
    if (c == mark) parts.emplace_back();
    else parts.back() += c;
  }
  return parts;
}

json cypher_value(const std::string& text, const std::string& expression) {
  const bool number = expression.find("toInteger(") != expression.npos || expression.find("toFloat(") != expression.npos;
  return number || expression.find("toBoolean(") != expression.npos ? json::parse(text) : json(text);
}

/// Evaluates `key: row[1], key: toFloat(row[2]), key: split(row[3], '\b')[1..]` as far as the script uses Cypher.
json cypher_properties(const std::string& map, const std::vector<std::string>& row) {
  static const std::regex entry(R"((\w+): (.*?row\[(\d+)\].*?)(?=, \w+: |$))");
  json properties = json::object();
  for (std::sregex_iterator at(map.begin(), map.end(), entry), end; at != end; ++at) {
    const std::string& text = row.at(std::stoul((*at)[3]));
    const std::string expression = (*at)[2];
    if (text.empty()) continue;
    json& value = properties[(*at)[1].str()];
    if (expression.find("split(") == expression.npos) {
      value = cypher_value(text, expression);
      continue;
    }
    std::vector<std::string> items = split(text, '\b');
    items.erase(items.begin());
    for (const std::string& item : items) value.push_back(cypher_value(item, expression));
  }
  return properties;
}

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
    CypherStrings strings(script, at + 7);
    const std::vector<std::string> lines = strings.list();
    at = strings.at();
    const std::string action = script.substr(at, script.find(";\n", at) - at);
    const std::string relation = between(action, "-[r:", "]");
    for (const std::string& line : lines) {
      const std::vector<std::string> row = split(line, '\f');
      json properties = cypher_properties(between(action, "SET " + std::string(relation.empty() ? "n" : "r") + " = {", "}"), row);
      if (relation.empty()) {
        std::istringstream kinds(between(action, "}, n:", ","));
        for (std::string kind; std::getline(kinds, kind, ':');) facts.insert({Category::Kind, row.at(0), "kind", kind});
        properties.erase("iri");
        add_rest(facts, row.at(0), properties);
      } else {
        const std::string about = edge_name(row.at(0), relation, row.at(1));
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
