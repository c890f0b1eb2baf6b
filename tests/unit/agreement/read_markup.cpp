// GraphML and GEXF -> facts, by expat.

#include "unit/agreement/facts.hpp"

#include "support/xml_reader.hpp"

#include <sstream>
#include <stdexcept>
#include <utility>

namespace digestkg::testing {
namespace {

using nlohmann::json;

/// As Gephi reads a list: a backslash stands for the character behind it, whatever that is.
json gexf_list(const std::string& text) {
  json items = json::array();
  std::string item;
  bool inside = false;
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    if (inside && text[i] == '\\') item += text[++i];
    else if (text[i] == '"') {
      if (inside) items.push_back(std::exchange(item, {}));
      inside = !inside;
    } else if (inside) item += text[i];
    else if (text[i] != ',') throw std::runtime_error("no list: " + text);
  }
  if (inside || text.front() != '[' || text.back() != ']') throw std::runtime_error("no list: " + text);
  return items;
}

json typed(const std::string& text, const std::string& type) {
  if (type == "list") return json::parse(text);
  if (type == "liststring") return gexf_list(text);
  if (type == "double") return std::stod(text);
  if (type == "long") return std::stoll(text);
  if (type == "boolean") return text == "true" ? json(true) : text == "false" ? json(false) : throw std::runtime_error("no boolean: " + text);
  return text;
}

/// `:Method:Benchmark`
void add_kinds(Facts& facts, const std::string& iri, const std::string& labels) {
  std::istringstream in(labels.substr(1));
  for (std::string label; std::getline(in, label, ':');) facts.insert({Category::Kind, iri, "kind", label});
}

std::string take(json& properties, const char* key) {
  const std::string value = properties.at(key).is_number() ? number(properties.at(key).get<double>()) : properties.at(key).get<std::string>();
  properties.erase(key);
  return value;
}

void add_rest(Facts& facts, const std::string& about, json& properties) {
  add_claims(facts, about, properties);
  for (const auto& [key, value] : properties.items()) add_property(facts, about, key, value);
}

void require(bool holds, const std::string& what) {
  if (!holds) throw std::runtime_error(what);
}

}  // namespace

Facts read_graphml(const Files& files) {
  const Element root = read_xml(files.at("graph.graphml"));
  std::map<std::string, std::pair<std::string, std::string>> keys;  // id -> name, type
  for (const Element& key : root.children)
    if (key.name == "key")
      keys[key.attribute("id")] = {key.attribute("attr.name"), key.attribute("attr.list").empty() ? key.attribute("attr.type") : "list"};
  Facts facts;
  for (const Element& element : root.child("graph").children) {
    json properties;
    for (const Element& data : element.children) {
      const auto& [name, type] = keys.at(data.attribute("key"));
      properties[name] = typed(data.text, type);
    }
    if (element.name == "node") {
      const std::string iri = element.attribute("id"), labels = take(properties, "labels");
      require(labels == element.attribute("labels"), "labels differ: " + iri);
      add_kinds(facts, iri, labels);
      require(labels.starts_with(":" + take(properties, "kind")), "kind and labels differ: " + iri);
      facts.insert({Category::Label, iri, "label", take(properties, "label")});
      for (const char* const look : {"color", "size"}) properties.erase(look);
      add_rest(facts, iri, properties);
    } else {
      const std::string label = take(properties, "label");
      require(label == element.attribute("label") && label == take(properties, "interaction"), "labels of an edge differ");
      const std::string about = edge_name(element.attribute("source"), label, element.attribute("target"));
      facts.insert({Category::Edge, about, "edge", ""});
      facts.insert({Category::Weight, about, "weight", take(properties, "weight")});
      add_rest(facts, about, properties);
    }
  }
  return facts;
}

Facts read_gexf(const Files& files) {
  const Element root = read_xml(files.at("graph.gexf"));
  const Element& graph = root.child("graph");
  Facts facts;
  for (const char* const owner : {"node", "edge"}) {
    std::map<std::string, std::pair<std::string, std::string>> attributes;  // id -> title, type
    for (const Element& group : graph.children)
      if (group.name == "attributes" && group.attribute("class") == owner)
        for (const Element& a : group.children)
          attributes[a.attribute("id")] = {a.attribute("title"), a.attribute("type")};
    for (const Element& element : graph.child(owner + std::string("s")).children) {
      json properties;
      for (const Element& value : element.child("attvalues").children) {
        const auto& [title, type] = attributes.at(value.attribute("for"));
        properties[title] = typed(value.attribute("value"), type);
      }
      std::string about = element.attribute("id");
      if (element.name == "node") {
        add_kinds(facts, about, take(properties, "labels"));
        properties.erase("kind");
        facts.insert({Category::Label, about, "label", element.attribute("label")});
      } else {
        about = edge_name(element.attribute("source"), element.attribute("kind"), element.attribute("target"));
        facts.insert({Category::Edge, about, "edge", ""});
        facts.insert({Category::Weight, about, "weight", element.attribute("weight")});
      }
      add_rest(facts, about, properties);
    }
  }
  return facts;
}

}  // namespace digestkg::testing
