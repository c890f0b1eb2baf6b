// Delimited files (RFC 4180), of our own tables and of Neo4j's import, -> facts.

#include "unit/agreement/facts.hpp"

#include <utility>

namespace digestkg::testing {
namespace {

using nlohmann::json;

struct Cell {
  std::string text;
  bool quoted = false;
};
using Row = std::vector<Cell>;

std::vector<Row> read_rows(const std::string& bytes, char delimiter) {
  std::vector<Row> rows;
  Row row(1);
  bool inside = false;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const char c = bytes[i];
    if (inside) {
      if (c != '"') row.back().text += c;
      else if (i + 1 < bytes.size() && bytes[i + 1] == '"') row.back().text += bytes[i++];
      else inside = false;
    } else if (c == '"') {
      inside = row.back().quoted = true;
    } else if (c == delimiter) {
      row.emplace_back();
    } else if (c == '\n') {
      rows.push_back(std::exchange(row, Row(1)));
    } else {
      row.back().text += c;
    }
  }
  if (inside || !row.front().text.empty()) throw std::runtime_error("the last row has no end");
  for (const Row& r : rows)
    if (r.size() != rows.front().size()) throw std::runtime_error("rows of different width");
  return rows;
}

json typed(const std::string& text, std::string_view type) {
  if (type == "double") return std::stod(text);
  if (type == "long") return std::stoll(text);
  if (type == "boolean") return text == "true";
  return text;
}

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts(1);  // an empty text is one empty part
  for (const char c : text) {
    if (c == separator) parts.emplace_back();
    else parts.back() += c;
  }
  return parts;
}

/// Cells under `name:type` headers -> properties; an empty cell without quotes is none.
json neo4j_properties(const Row& header, const Row& row) {
  json properties = json::object();
  for (std::size_t i = 0; i < header.size(); ++i) {
    const std::string& head = header[i].text;
    const std::string name = head.substr(0, head.find(':'));
    std::string type = head.substr(head.find(':') + 1);
    if (name.empty() || type == "ID" || (row[i].text.empty() && !row[i].quoted)) continue;
    if (!type.ends_with("[]")) {
      properties[name] = typed(row[i].text, type);
      continue;
    }
    type.resize(type.size() - 2);
    for (const std::string& item : split(row[i].text, '\x1F')) properties[name].push_back(typed(item, type));
  }
  return properties;
}

Facts read_tables(const Files& files, const std::string& extension, char delimiter) {
  Facts facts;
  const auto each = [&](const std::string& table, auto take) {
    const auto rows = read_rows(files.at(table + extension), delimiter);
    for (std::size_t i = 1; i < rows.size(); ++i) {
      std::map<std::string, std::string> cells;
      for (std::size_t c = 0; c < rows[i].size(); ++c)
        if (!rows[i][c].text.empty()) cells[rows.front()[c].text] = rows[i][c].text;
      take(cells);
    }
  };
  const auto add_cells = [&](const std::string& about, const auto& cells, const std::set<std::string>& others) {
    for (const auto& [name, text] : cells) {
      if (others.contains(name)) continue;
      const auto key = key_named(name);
      if (!key) throw std::runtime_error("no such key: " + name);
      add_property(facts, about, name, info(*key).type == ValueType::TextList ? json::parse(text) : json(text));
    }
  };
  each("nodes", [&](auto& cells) {
    const std::string iri = cells["id"];
    for (const std::string& kind : split(cells["kind"], ';')) facts.insert({Category::Kind, iri, "kind", kind});
    facts.insert({Category::Label, iri, "label", cells["label"]});
    add_cells(iri, cells, {"id", "kind", "label"});
  });
  each("edges", [&](auto& cells) {
    const std::string about = edge_name(cells["source"], cells["label"], cells["target"]);
    facts.insert({Category::Edge, about, "edge", ""});
    facts.insert({Category::Weight, about, "weight", cells["weight"]});
    add_cells(about, cells, {"source", "label", "target", "weight"});
  });
  each("claims", [&](auto& cells) {
    add_claim(facts, cells["target"].empty() ? cells["source"] : edge_name(cells["source"], cells["label"], cells["target"]),
              {cells["claimPaper"], cells["claimDate"], cells["claimField"], cells["claimBegin"], cells["claimEnd"], cells["claimSentence"],
               cells["claimRule"], cells["claimConfidence"]});
  });
  return facts;
}

}  // namespace

Facts read_csv(const Files& files) { return read_tables(files, ".csv", ','); }
Facts read_tsv(const Files& files) { return read_tables(files, ".tsv", '\t'); }

Facts read_neo4j(const Files& files) {
  Facts facts;
  for (const auto& [name, header_bytes] : files) {
    if (!name.ends_with("-header.csv")) continue;
    const std::string stem = name.substr(0, name.size() - std::string_view("-header.csv").size());
    if (files.at("import.sh").find(name + "," + stem + ".csv") == std::string::npos) throw std::runtime_error("not imported: " + name);
    const Row header = read_rows(header_bytes, ',').at(0);
    for (const Row& row : read_rows(files.at(stem + ".csv"), ',')) {
      if (row.size() != header.size()) throw std::runtime_error("header and rows differ: " + name);
      json properties = neo4j_properties(header, row);
      std::string about = row[0].text;
      if (header[0].text == "iri:ID") {
        for (const std::string& kind : split(row[1].text, '\x1F')) facts.insert({Category::Kind, about, "kind", kind});
      } else {
        about = edge_name(row[0].text, row[2].text, row[1].text);
        facts.insert({Category::Edge, about, "edge", ""});
        facts.insert({Category::Weight, about, "weight", properties["weight"].dump()});
        properties.erase("weight");
      }
      add_claims(facts, about, properties);
      for (const auto& [key, value] : properties.items()) add_property(facts, about, key, value);
    }
  }
  return facts;
}

Facts read_pajek(const Files& files) {
  Facts facts;
  std::istringstream in(files.at("graph.net"));
  std::vector<std::string> names{""};
  bool arcs = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with('*')) {
      arcs = line == "*Arcs";
      continue;
    }
    const std::size_t open = line.find('"'), close = line.rfind('"');
    const std::string quoted = line.substr(open + 1, close - open - 1);
    if (!arcs) {
      names.push_back(quoted);
      continue;
    }
    std::istringstream numbers(line);
    std::size_t source = 0, target = 0;
    std::string weight;
    numbers >> source >> target >> weight;
    const std::string about = edge_name(names.at(source), quoted, names.at(target));
    facts.insert({Category::Edge, about, "edge", ""});
    facts.insert({Category::Weight, about, "weight", weight});
  }
  return facts;
}

}  // namespace digestkg::testing
