// graph.jsonl: nothing is lost, and faults are told with their place.

#include "support/readings.hpp"
#include "support/sample_graph.hpp"

#include <digestkg/merge.hpp>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <set>
#include <sstream>

using namespace digestkg;
using testing::jsonl;

namespace {

std::string error_of(std::string_view bytes) {
  try {
    read_graph_jsonl("g.jsonl", bytes);
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

/// Two papers, one listed on two days with other texts, an author named twice, a homonym and a result.
testing::Archive archive() {
  testing::Archive a;
  a.entry("2501.1", "2025-01-02", "Net gains 71.5%. It is \"quick\" \\ here.", {"Ann Lee", "bob42", "Ann Lee"});
  a.introduces("Net").result("Net", "MMLU", "accuracy", "71.5").task("Quick nets").fact("Net", Relation::Outperforms, "OldNet");
  a.entry("2501.1", "2025-01-03", "Another text.", {"Cy Doe"}).introduces("Net");
  a.entries.back().title.clear();
  a.entries.back().arxiv_url.clear();
  a.entry("cs/0112017", "2025-01-03", "Plain words.", {}).introduces("net").with("C++").with("pass@1");
  return a;
}

}  // namespace

TEST_CASE("reading what was written gives the same bytes") {
  for (const std::string& written : {jsonl(testing::sample_graph()), jsonl(testing::sample_graph(true)), jsonl(archive().graph())}) {
    const Graph graph = read_graph_jsonl("graph.jsonl", written);
    CHECK(jsonl(graph) == written);
    CHECK(sentence_faults("graph.jsonl", written, graph).empty());
  }
}

TEST_CASE("the entries come back as they were") {
  const auto wanted = merge_entries({archive().entries});
  CHECK(entries_of(archive().graph()) == wanted);
  CHECK(entries_of(read_graph_jsonl("g", jsonl(archive().graph()))) == wanted);
}

TEST_CASE("merging knows one paper on one day, whatever the parts") {
  auto a = archive().entries;
  auto longer = a;
  longer[1].summary += " With more words.";
  CHECK(merge_entries({a, longer}) == merge_entries({longer, a}));
  CHECK(merge_entries({a, longer}) == merge_entries({{longer[1]}, {longer[0]}, a}));
  CHECK(merge_entries({a, longer})[1].summary == longer[1].summary);
}

TEST_CASE("every line is JSON in the form of apoc.import.json") {
  std::istringstream lines(jsonl(testing::sample_graph(true)));
  std::set<std::string> nodes, relationships;
  for (std::string line; std::getline(lines, line);) {
    const auto record = nlohmann::json::parse(line);
    for (const auto& [name, value] : record["properties"].items()) {
      CHECK((value.is_primitive() || value.is_array()));
      std::set<nlohmann::json::value_t> types;
      if (value.is_array())
        for (const auto& item : value) types.insert(item.type());
      CHECK(types.size() <= 1);
    }
    if (record["type"] == "node") {
      CHECK(nodes.insert(record["id"]).second);
      continue;
    }
    CHECK(record["type"] == "relationship");
    CHECK(relationships.insert(record["id"]).second);
    for (const char* end : {"start", "end"}) {
      CHECK(nodes.contains(record[end]["id"]));
      CHECK_FALSE(record[end]["labels"].empty());
    }
  }
  CHECK(nodes.size() == testing::sample_graph(true).nodes().size());
  CHECK(relationships.size() == testing::sample_graph(true).edges().size());
}

TEST_CASE("a part of a graph keeps the sentences of papers that it lacks") {
  std::istringstream lines(jsonl(archive().graph()));
  std::string part;
  for (std::string line; std::getline(lines, line);) {
    const auto record = nlohmann::json::parse(line);
    const bool methods = record["type"] == "node" ? record["labels"][0] == "Method" : record["label"] == "OUTPERFORMS";
    if (methods) part += line + '\n';
  }
  REQUIRE(part.find("OUTPERFORMS") != std::string::npos);
  CHECK(jsonl(read_graph_jsonl("part", part)) == part);
}

TEST_CASE("members may come in any order and with unknown ones between") {
  const Graph graph = read_graph_jsonl("g", R"( {"properties":{"name":"N\u00e9t \ud83e\udd17"},"x":[{"y":null}],"labels":["Method"],"id":"entity/net","type":"node"}
{"properties":{},"end":{"id":"entity/net"},"start":{"labels":[],"id":"entity/net"},"label":"USES","type":"relationship"})");
  REQUIRE(graph.edges().size() == 1);
  CHECK(graph.name(0) == "N\u00E9t \U0001F917");
}

TEST_CASE("what is no graph.jsonl is told with its place") {
  const std::string node = R"({"type":"node","id":"entity/a","labels":["Method"],"properties":{)";
  CHECK_THAT(error_of(node + "\"name\":\"A\xC2 b\"}}"), Catch::Contains("a byte that is no UTF-8"));
  CHECK(error_of("hello") == "g.jsonl:1:1: expected `{`\n  hello\n  ^\n");
  CHECK_THAT(error_of(node + "\"name\":\"A\"}}\n{\"type\":\"node\"}"), Catch::StartsWith("g.jsonl:2:1: expected a node (type, id, labels)"));
  CHECK_THAT(error_of(node + "\"nam\":1}}"), Catch::Contains("unknown property `nam`"));
  CHECK_THAT(error_of(node + "\"name\":\"A"), Catch::Contains("the string does not end"));
  CHECK_THAT(error_of(node + "\"name\":\"\\x\"}}"), Catch::Contains("unknown escape"));
  CHECK_THAT(error_of(node + "\"degree\":1e99}}"), Catch::Contains("`1e99` is out of range here"));
  CHECK_THAT(error_of(node + "}}\n" + node + "}}"), Catch::Contains("a node above has the same id"));
  CHECK_THAT(error_of(node + "}}\n" + R"({"type":"relationship","label":"USES","start":{"id":"entity/a"},"end":{"id":"entity/b"}})"),
             Catch::Contains("g.jsonl:2:77: no node above has the id `entity/b`"));
  CHECK_THAT(error_of(R"({"type":"node","id":"entity/a","labels":["Model"]})"), Catch::Contains("unknown label `Model`"));
  for (const char* const claim : {R"("claimPaper":["paper/1"]}})", R"("claimRule":["result"]}})"})
    CHECK_THAT(error_of(node + claim), Catch::Contains("the arrays of claims have different lengths"));
  CHECK_THAT(error_of(R"({"x":)" + std::string(200, '[')), Catch::Contains("nested deeper than 100"));
}

TEST_CASE("no cut and no wrong byte crashes the reader") {
  const std::string whole = jsonl(archive().graph());
  for (std::size_t i = 0; i < whole.size(); i += 7) {
    error_of(std::string_view(whole).substr(0, i));
    for (const char wrong : {'"', '}', '\\', '9', '\0'}) {
      std::string changed = whole;
      changed[i] = wrong;
      error_of(changed);
    }
  }
}

TEST_CASE("a sentence that was changed in the file is found") {
  std::string written = jsonl(archive().graph());
  const Graph graph = read_graph_jsonl("g", written);
  const auto at = written.find("\"claimSentence\":[\"Net gains");
  REQUIRE(at != std::string::npos);
  written.replace(at + 18, 3, "Nut");
  const auto faults = sentence_faults("g", written, graph);
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].message == "the sentence is not what stands at its range");
}

TEST_CASE("a path that is no graph says what to do") {
  CHECK_THROWS_WITH(load_graph("/nonexistent/kg"), Catch::Contains("digestkg build"));
  CHECK_THROWS_WITH(load_graph(DIGESTKG_SOURCE_DIR), Catch::Contains("holds no graph.jsonl"));
}

namespace {

/// A saved method with one claim of one letter.
std::string with_claim(std::string_view day, std::string_view begin, std::string_view end) {
  return std::string(R"({"type":"node","id":"entity/a","labels":["Method"],"properties":{"name":"A","claimPaper":["paper/1"],"claimDate":[")")
      .append(day).append(R"("],"claimField":["summary"],"claimBegin":[)").append(begin).append(R"(],"claimEnd":[)").append(end)
      .append("],\"claimSentence\":[\"A\"],\"claimRule\":[\"r\"],\"claimConfidence\":[0.5]}}\n");
}

}  // namespace

TEST_CASE("a claim whose range cuts a character names no sentence") {
  std::string written = jsonl(archive().graph());
  for (std::size_t at; (at = written.find("Net gains")) != std::string::npos;) written.replace(at, 3, "\xF0\x9F\xA4\x97");
  const auto begin = written.find("\"claimBegin\":[0]");
  REQUIRE(begin != std::string::npos);
  written.replace(begin + 14, 1, "1");
  const std::string saved = jsonl(read_graph_jsonl("g", written));
  CHECK(saved.find("\"claimSentence\":[\"\"]") != std::string::npos);
  CHECK(jsonl(read_graph_jsonl("g", saved)) == saved);
}

TEST_CASE("sentences of papers that a part lacks and that lie over each other cut no character") {
  std::string part = with_claim("2025-03-03", "1", "2");
  std::string other = with_claim("2025-03-03", "0", "4");
  other.replace(other.find("entity/a"), 8, "entity/B");
  other.replace(other.find("[\"A\"]"), 5, "[\"\xF0\x9F\xA4\x97\"]");
  const std::string saved = jsonl(read_graph_jsonl("g", other + part));
  CHECK(jsonl(read_graph_jsonl("g", saved)) == saved);
}

TEST_CASE("a day with escapes is the day that they spell") {
  const Graph graph = read_graph_jsonl("g", with_claim(R"(2025\u002d03-03)", "0", "1"));
  REQUIRE(graph.listings().size() == 1);
  CHECK(graph.listings()[0].date == "2025-03-03");
}

TEST_CASE("a range far from the beginning of its text takes no memory") {
  CHECK_THAT(error_of(with_claim("2025-03-03", "4294967294", "4294967295")), Catch::StartsWith("g.jsonl:1:") && Catch::Contains("too far behind the beginning"));
  CHECK(error_of(with_claim("2025-03-03", "2000", "2001")) == "no error");
}

TEST_CASE("a decimal with an exponent is the decimal that it stands for, and one beyond all doubles is refused") {
  const auto value_of = [](std::string_view number) {
    const std::string line = R"({"type":"node","id":"result/a","labels":["Result"],"properties":{"value":)" + std::string(number) + "}}\n";
    const Graph graph = read_graph_jsonl("g", line);
    return std::string(graph.text(graph.node(0), Key::Value));
  };
  for (const auto& [number, decimal] : {std::pair{"71.5", "71.5"}, {"71.50", "71.5"}, {"-3.0", "-3"}, {"100", "100"}, {"7.15e1", "71.5"}, {"7E+2", "700"}, {"-1.250e-3", "-0.00125"},
                                        {"120e-1", "12"}, {"0e2000000000", "0"}, {"12345678901234567890.125e0", "12345678901234567890.125"}})
    CHECK(value_of(number) == decimal);
  CHECK(value_of("1e300") == "1" + std::string(300, '0'));
  CHECK(value_of(std::string(400, '9')) == std::string(400, '9'));  // digits are text: none is lost
  const std::string node = R"({"type":"node","id":"result/a","labels":["Result"],"properties":{"value":)";
  CHECK_THAT(error_of(node + "1e999}}"), Catch::StartsWith("g.jsonl:1:") && Catch::Contains("`1e999` is out of range here"));
  CHECK_THAT(error_of(node + "1e-2000000000}}"), Catch::Contains("is out of range here"));
}

TEST_CASE("more names of rules than claims can tell apart are refused") {
  const auto with_rules = [](std::size_t count) {
    const auto list = [&](auto item) {
      std::string text;
      for (std::size_t i = 0; i < count; ++i) text += (i == 0 ? "" : ",") + item(i);
      return "[" + text + "]";
    };
    const auto same = [&](std::string text) { return list([=](std::size_t) { return text; }); };
    return R"({"type":"node","id":"entity/a","labels":["Method"],"properties":{"claimPaper":)" + same("\"paper/1\"") + R"(,"claimDate":)" +
           same("\"2025-03-03\"") + R"(,"claimField":)" + same("\"summary\"") + R"(,"claimBegin":)" + same("0") + R"(,"claimEnd":)" + same("1") +
           R"(,"claimSentence":)" + same("\"A\"") + R"(,"claimRule":)" + list([](std::size_t i) { return "\"r" + std::to_string(i) + '"'; }) +
           R"(,"claimConfidence":)" + same("0.5") + "}}\n";
  };
  const Graph most = read_graph_jsonl("g", with_rules(most_rules));
  CHECK(most.rules().size() == most_rules);
  CHECK(most.rule(most.claims(most.node(0))[0]) != most.rule(most.claims(most.node(0))[most_rules - 1]));
  CHECK_THAT(error_of(with_rules(most_rules + 1)), Catch::StartsWith("g.jsonl:1:") && Catch::Contains("more than 65536 names of rules in one graph"));
  GraphBuilder builder;
  for (std::size_t i = 0; i < most_rules; ++i) builder.rule(std::to_string(i));
  CHECK(builder.rule("65535") == 65535);
  CHECK_THROWS_WITH(builder.rule("one more"), Catch::Contains("more than 65536 names of rules"));
}
