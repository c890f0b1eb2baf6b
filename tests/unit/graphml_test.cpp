// GraphML: the rules that its readers need.

#include "exporters/exporters.hpp"
#include "exporters/xml_text.hpp"

#include "support/sample_graph.hpp"
#include "support/xml_reader.hpp"

#include <digestkg/export.hpp>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>

using namespace digestkg;
using testing::Element;
using testing::read_xml;

namespace {

View whole_graph(const Graph& graph) {
  View view;
  view.graph = graph;
  return view;
}

std::string graphml(const Graph& graph, const ExportOptions& options = {}) {
  StringOutput out;
  exporters::write_graphml(whole_graph(graph), options, out);
  return out.text();
}

/// attr.name -> text of an element's data.
std::map<std::string, std::string> data(const Element& graphml, const Element& owner) {
  std::map<std::string, std::string> names, values;
  for (const Element& key : graphml.children)
    if (key.name == "key") names[key.attribute("id")] = key.attribute("attr.name");
  for (const Element& d : owner.children) values[names.at(d.attribute("key"))] = d.text;
  return values;
}

const Element& find(const Element& graph, const std::string& attribute, const std::string& value, const std::string& label = {}) {
  for (const Element& e : graph.children)
    if (e.attribute(attribute) == value && e.attribute("label") == label) return e;
  throw std::runtime_error("no " + value);
}

std::string text_in_element(std::string_view text) {
  StringOutput out;
  exporters::write_xml_text(out, text);
  return out.text();
}

}  // namespace

TEST_CASE("GraphML declares only keys that are used, unique when folded in case, of types that all readers know") {
  const Element root = read_xml(graphml(testing::sample_graph(true)));
  std::set<std::string> ids, used;
  const std::set<std::string> types{"boolean", "long", "double", "string"};
  for (const Element& key : root.children) {
    if (key.name != "key") continue;
    std::string folded = key.attribute("id");
    std::ranges::transform(folded, folded.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    CHECK(ids.insert(folded).second);
    CHECK(types.contains(key.attribute("attr.type")));
    CHECK((key.attribute("for") == "node" || key.attribute("for") == "edge"));
    CHECK(key.children.empty());
    CHECK_FALSE((key.attribute("attr.name") == "id" || key.attribute("attr.name") == "type"));
  }
  for (const Element& owner : root.child("graph").children)
    for (const Element& d : owner.children) {
      std::string folded = d.attribute("key");
      std::ranges::transform(folded, folded.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
      used.insert(folded);
      CHECK_FALSE(d.text.empty());
    }
  CHECK(ids == used);
}

TEST_CASE("GraphML keeps types, lists and looks of a node") {
  const Element root = read_xml(graphml(testing::sample_graph()));
  const Element& graph = root.child("graph");
  const Element& mmlu = find(graph, "id", "entity/mmlu");
  CHECK(mmlu.attribute("labels") == ":Benchmark:Dataset");
  auto values = data(root, mmlu);
  CHECK(values["label"] == "MMLU");
  CHECK(values["kind"] == "Benchmark");
  CHECK(values["color"] == "#BF4408");
  CHECK(nlohmann::json::parse(data(root, find(graph, "id", "entity/fastnet"))["aliases"]) == nlohmann::json{"FN", "Fast, \"Net\""});
  values = data(root, find(graph, "id", "result/2501.00001/fastnet/mmlu/accuracy/71.5/%25/level"));
  CHECK(values["value"] == "71.5");
  CHECK(values["delta"] == "false");
  CHECK(nlohmann::json::parse(values["claimBegin"]) == nlohmann::json{"54"});
}

TEST_CASE("GraphML folds an edge's claims into parallel lists") {
  const Element root = read_xml(graphml(testing::sample_graph()));
  auto values = data(root, find(root.child("graph"), "source", "paper/2501.00001", "INTRODUCES"));
  CHECK(values["label"] == "INTRODUCES");
  CHECK(values["interaction"] == "INTRODUCES");
  CHECK(values["weight"] == "2");
  CHECK(nlohmann::json::parse(values["claimSentence"]) == nlohmann::json{"FastNet is a quick network.", "The authors present FastNet."});
  CHECK(nlohmann::json::parse(values["claimConfidence"]) == nlohmann::json{"0.9", "0.25"});
  CHECK(nlohmann::json::parse(values["claimDate"]) == nlohmann::json{"2025-01-02", "2025-01-03"});
  CHECK(nlohmann::json::parse(values["claimField"]) == nlohmann::json{"summary", "summary"});
}

TEST_CASE("GraphML without claims keeps weights") {
  const std::string text = graphml(testing::sample_graph(), {.claims = false});
  CHECK(text.find("claimSentence") == text.npos);
  const Element root = read_xml(text);
  CHECK(data(root, find(root.child("graph"), "source", "paper/2501.00001", "INTRODUCES"))["weight"] == "2");
}

TEST_CASE("GraphML gives hostile names back byte for byte") {
  const Element root = read_xml(graphml(testing::sample_graph(true)));
  for (const std::string_view name : testing::hostile_names()) {
    auto values = data(root, find(root.child("graph"), "id", make_iri("entity", name)));
    CHECK(values["name"] == name);
    CHECK(values["label"] == name);
  }
}

TEST_CASE("GraphML writes no entity into text, since Gephi drops a blank between two") {
  CHECK(text_in_element("x & < y") == "<![CDATA[x & < y]]>");
  CHECK(text_in_element("plain > [text] \xEF\xBC\xA1") == "plain > [text] \xEF\xBC\xA1");
  CHECK(read_xml("<a>" + text_in_element("]]> & ]]>]]") + "</a>").text == "]]> & ]]>]]");
  CHECK(read_xml("<a>" + text_in_element("]]>") + "</a>").text == "]]>");
}

TEST_CASE("characters that XML cannot hold become U+FFFD") {
  CHECK(text_in_element(std::string_view("a\0b\x1F", 4)) == "a\xEF\xBF\xBD" "b\xEF\xBF\xBD");
  CHECK(text_in_element("\xEF\xBF\xBF") == "\xEF\xBF\xBD");
  StringOutput out;
  exporters::write_xml_attribute(out, "\"a\"\t<&>\x01");
  CHECK(out.text() == "&quot;a&quot;&#9;&lt;&amp;&gt;\xEF\xBF\xBD");
}

TEST_CASE("a decimal beyond every double is left out of GraphML and counted as lost") {
  GraphBuilder builder;
  const auto result = builder.node("result/1", Kind::Result);
  builder.set_node(result, Key::Value, builder.keep("1" + std::string(400, '0')));
  builder.set_node(result, Key::BaselineValue, builder.keep("0.12345678901234567891"));
  const Graph graph = builder.finish();
  const Element root = read_xml(graphml(graph));
  const auto values = data(root, find(root.child("graph"), "id", "result/1"));
  CHECK_FALSE(values.contains("value"));
  CHECK(values.contains("baselineValue"));
  const auto losses = find_format("graphml")->losses(whole_graph(graph), {});
  REQUIRE(losses.size() == 1);
  CHECK(losses[0].count == 2);
}
