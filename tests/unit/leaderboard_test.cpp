// Leaderboards: what is ranked, what stands apart, and what each form of table does with hostile names.

#include <digestkg/leaderboard.hpp>

#include "support/readings.hpp"
#include "support/sample_graph.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <unistd.h>

using namespace digestkg;

namespace {

struct Reported {
  std::string method, metric, value, unit, date;
  bool delta = false;
};

Graph reports(const std::vector<Reported>& all) {
  GraphBuilder b;
  const auto benchmark = b.node("entity/bench", Kind::Benchmark);
  b.set_node(benchmark, Key::Name, b.keep("Bench"));
  int number = 0;
  for (const auto& [name, unit, direction] : {std::tuple("accuracy", "%", "higher"), std::tuple("FID", "", "lower"), std::tuple("taste", "", "")}) {
    const auto metric = b.node(make_iri("metric", name), Kind::Metric);
    b.set_node(metric, Key::Name, b.keep(name));
    if (*direction) b.set_node(metric, Key::Direction, b.keep(direction));
  }
  for (const Reported& r : all) {
    const std::string id = "2501.0000" + std::to_string(++number);
    const auto paper = b.node("paper/" + id, Kind::Paper);
    b.set_node(paper, Key::ArxivId, b.keep(id));
    b.set_node(paper, Key::Date, b.keep(r.date));
    const auto result = b.node("result/" + id, Kind::Result);
    b.set_node(result, Key::Value, b.keep(r.value));
    if (!r.unit.empty()) b.set_node(result, Key::Unit, b.keep(r.unit));
    b.set_node(result, Key::Delta, r.delta);
    const auto method = b.node(make_iri("entity", r.method), Kind::Method);
    b.set_node(method, Key::Name, b.keep(r.method));
    b.edge(paper, Relation::Reports, result);
    b.edge(result, Relation::OfMethod, method);
    b.edge(result, Relation::OnBenchmark, benchmark);
    if (!r.metric.empty()) b.edge(result, Relation::ByMetric, b.node(make_iri("metric", r.metric), Kind::Metric));
  }
  return b.finish();
}

std::string table(const Graph& graph, TableFormat format) {
  StringOutput out;
  write_leaderboard(graph, leaderboard(graph, *graph.find("entity/bench")), format, out);
  return out.text();
}

const std::vector<Reported> mixed{{"A", "accuracy", "71.5", "%", "2025-01-01"}, {"B", "accuracy", "80", "%", "2025-01-02"},
                                  {"C", "accuracy", "71.5", "%", "2025-01-03"}, {"D", "accuracy", "12", "points", "2025-01-04"},
                                  {"E", "FID", "3.2", "", "2025-01-05"},        {"F", "FID", "2.9", "", "2025-01-06"},
                                  {"G", "taste", "1", "", "2025-01-07"},        {"H", "taste", "2", "", "2025-01-08"},
                                  {"I", "accuracy", "4.3", "%", "2025-01-09", true}};

}  // namespace

TEST_CASE("scores are ranked within one metric and unit, by the metric's direction") {
  const Graph graph = reports(mixed);
  const Leaderboard all = leaderboard(graph, *graph.find("entity/bench"));
  REQUIRE(all.boards.size() == 3);
  CHECK(all.boards[0].metric == "accuracy");
  CHECK(all.boards[0].ranks == std::vector<std::size_t>{1, 2, 2});
  CHECK(graph.name(*all.boards[0].scores[0].method) == "B");
  CHECK(graph.name(*all.boards[1].scores[0].method) == "F");  // a lower FID is better
  CHECK(all.boards[2].metric == "taste");
  CHECK(all.boards[2].ranks.empty());  // which way is better is not known
  REQUIRE(all.singles.size() == 1);
  CHECK(all.singles[0].unit == "points");
  REQUIRE(all.gains.size() == 1);
  CHECK(shown(all.gains[0]) == "+4.3%");
  CHECK(all.scores() == mixed.size());
}

TEST_CASE("shares of 1 and of 100 are not ranked together") {
  const Graph graph = reports({{"A", "accuracy", "63.4", "", "2025-01-01"}, {"B", "accuracy", "0.96", "", "2025-01-02"},
                               {"C", "accuracy", "0.95", "", "2025-01-03"}, {"D", "accuracy", "50", "", "2025-01-04"},
                               {"E", "FID", "0.9", "", "2025-01-05"},       {"F", "FID", "12", "", "2025-01-06"}});
  const Leaderboard all = leaderboard(graph, *graph.find("entity/bench"));
  REQUIRE(all.boards.size() == 3);
  for (const Board& board : all.boards)
    if (board.metric == "accuracy") CHECK((board.scores[0].number <= 1) == (board.scores[1].number <= 1));
    else CHECK(board.scores.size() == 2);
}

TEST_CASE("since leaves older papers out") {
  const Graph graph = reports(mixed);
  const Leaderboard all = leaderboard(graph, *graph.find("entity/bench"), {"2025-01-05", 0});
  CHECK(all.scores() == 5);
  CHECK(busiest_benchmarks(graph, 0, {"2025-01-05", 0}).front().results == 5);
  CHECK(busiest_benchmarks(graph, 0).front().latest == "2025-01-09");
}

TEST_CASE("a comparison finds the numbers of winner and loser") {
  const Graph graph = testing::sample_graph();
  for (const Edge& e : graph.edges())
    if (e.relation == Relation::Outperforms) {
      const auto numbers = stated_comparisons(graph, e);
      REQUIRE(numbers.size() == 1);
      CHECK(numbers[0].winner.value == "71.5");
      CHECK(numbers[0].loser_value == "70.2");
    }
}

TEST_CASE("each form of table says the same and keeps hostile names harmless") {
  auto all = mixed;
  all.push_back({"<script>alert(1)</script>|\"x\"", "accuracy", "99", "%", "2025-02-01"});
  const Graph graph = reports(all);
  const auto json = nlohmann::json::parse(table(graph, TableFormat::Json))[0];
  CHECK(json["sections"][0]["rows"][0]["method"] == all.back().method);
  CHECK(json["sections"][0]["rows"][0]["rank"] == 1);
  CHECK(table(graph, TableFormat::Html).find("<script>") == std::string::npos);
  CHECK(table(graph, TableFormat::Csv).find("\"<script>alert(1)</script>|\"\"x\"\"\"") != std::string::npos);
  CHECK(table(graph, TableFormat::Markdown).find("\\<script\\>alert(1)\\</script\\>\\|\"x\"") != std::string::npos);
  const std::string text = table(graph, TableFormat::Terminal);
  CHECK(text.starts_with("Bench: 10 scores of 10 named methods from 10 papers\n"));
  CHECK(text.find("which way is better is not known") != std::string::npos);
}

TEST_CASE("data have the number, its unit and the text apart") {
  const Graph graph = reports(mixed);
  const auto row = nlohmann::json::parse(table(graph, TableFormat::Json))[0]["sections"][0]["rows"][0];
  CHECK(row["value"] == 80);
  CHECK(row["unit"] == "%");
  CHECK(table(graph, TableFormat::Csv).find(",\"accuracy\",higher,80,\"%\",") != std::string::npos);
}

TEST_CASE("several leaderboards make one document") {
  const Graph graph = reports(mixed);
  const std::vector<Leaderboard> two(2, leaderboard(graph, *graph.find("entity/bench")));
  const auto written = [&](TableFormat format) {
    StringOutput out;
    write_leaderboards(graph, two, format, out);
    return out.text();
  };
  CHECK(nlohmann::json::parse(written(TableFormat::Json)).size() == 2);
  const auto count = [](const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
  };
  CHECK(count(written(TableFormat::Html), "<!doctype") == 1);
  CHECK(count(written(TableFormat::Html), "<h1>Bench (entity/bench)") == 2);
  CHECK(count(written(TableFormat::Csv), "benchmark,") == 1);
}

namespace {

/// A file that is gone at the end.
struct SavedGraph {
  std::filesystem::path path = std::filesystem::temp_directory_path() / ("digestkg-leaderboard-" + std::to_string(::getpid()) + ".jsonl");
  explicit SavedGraph(std::string_view bytes) { std::ofstream(path, std::ios::binary) << bytes; }
  ~SavedGraph() { std::filesystem::remove(path); }
};

std::string all_tables(const Graph& graph) {
  StringOutput out;
  write_activity(graph, busiest_benchmarks(graph, 0), TableFormat::Json, out);
  for (const Activity& one : busiest_benchmarks(graph, 0)) write_leaderboard(graph, leaderboard(graph, one.benchmark), TableFormat::Json, out);
  return out.text();
}

testing::Archive archive_of_results() {
  testing::Archive a;
  a.entry("2501.1", "2025-01-02", "Net has \"71.5%\", \"labels\":[\"Task\"] and \\.", {"Ann Lee"}).task("quick nets");
  a.result("Net", "MM\"LU", "accuracy", "71.5").result("Net", "GPQA", "accuracy", "50").fact("Net", Relation::Outperforms, "OldNet");
  a.entry("2501.1", "2025-01-03", "Another text.", {"Cy Doe"}).result("Net", "GPQA", "accuracy", "51");
  a.entry("2501.2", "2025-01-04", "One more.").result("Other \",\"label\":\"USES\" net", "GPQA", "accuracy", "60");
  return a;
}

}  // namespace

TEST_CASE("what leaderboards need is read as from the whole graph") {
  for (const Graph& whole : {archive_of_results().graph(), reports(mixed), testing::sample_graph(), testing::sample_graph(true)}) {
    const SavedGraph saved(testing::jsonl(whole));
    const Graph part = load_results(saved.path.string());
    CHECK(all_tables(part) == all_tables(whole));
  }
  const Graph whole = archive_of_results().graph();
  const Graph part = load_results(SavedGraph(testing::jsonl(whole)).path.string());
  CHECK(whole.find("task/quick-nets"));
  CHECK(whole.find("author/Ann%20Lee"));
  CHECK_FALSE(part.find("task/quick-nets"));
  CHECK_FALSE(part.find("author/Ann%20Lee"));
  CHECK(part.edges().size() < whole.edges().size());
}

TEST_CASE("a graph in another form than a build's is read whole") {
  const std::string lines = testing::jsonl(archive_of_results().graph());
  std::string loose;
  for (const char c : lines) loose += c == '{' ? "{\n " : std::string(1, c);
  const std::string late = std::string(lines).replace(lines.find("\"properties\""), 0, "\n");
  for (const std::string& bytes : {loose, late}) {
    const SavedGraph saved(bytes);
    CHECK(all_tables(load_results(saved.path.string())) == all_tables(archive_of_results().graph()));
  }
}

TEST_CASE("a fault is told where it stands in the whole file") {
  std::string lines = testing::jsonl(archive_of_results().graph());
  const std::size_t at = lines.find("\"delta\":false");
  const auto line = 1 + std::count(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(at), '\n');
  lines.replace(at, 13, "\"delta\":faLse");
  const SavedGraph saved(lines);
  CHECK_THROWS_WITH(load_results(saved.path.string()), Catch::Contains(".jsonl:" + std::to_string(line) + ':'));
}
