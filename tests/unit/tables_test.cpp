// CSV, TSV, Neo4j's import folder, Cypher and SQLite: what the agreement test cannot see.

#include "exporters/csv_text.hpp"
#include "exporters/exporters.hpp"
#include "exporters/property_table.hpp"

#include "support/sample_graph.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <unistd.h>

using namespace digestkg;

namespace {

namespace fs = std::filesystem;

View sample(bool hostile = false) {
  View view;
  view.graph = testing::sample_graph(hostile);
  return view;
}

class Folder {
 public:
  Folder() { fs::create_directories(path_); }
  ~Folder() { fs::remove_all(path_); }
  const fs::path& path() const { return path_; }
  std::string text(const std::string& name) const {
    std::ifstream in(path_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

 private:
  fs::path path_ = fs::temp_directory_path() / ("digestkg-tables-" + std::to_string(::getpid()));
};

std::string csv_nodes(const ExportOptions& options) {
  const Folder folder;
  OutputFolder out(folder.path());
  exporters::write_csv(sample(true), options, out);
  out.commit();
  return folder.text("nodes.csv");
}

std::string cypher(const View& view) {
  StringOutput out;
  exporters::write_cypher(view, {}, out);
  return out.text();
}

}  // namespace

TEST_CASE("a cell is quoted when it must be, and is one line") {
  const auto cell = [](std::string_view text, char delimiter) {
    StringOutput out;
    exporters::write_cell(out, text, delimiter);
    return out.text();
  };
  CHECK(cell("a b", ',') == "a b");
  CHECK(cell("a,b", ',') == "\"a,b\"");
  CHECK(cell("a,b", '\t') == "a,b");
  CHECK(cell("a\tb", '\t') == "\"a\tb\"");
  CHECK(cell("say \"hi\"", ',') == "\"say \"\"hi\"\"\"");
  CHECK(cell("two\r\nlines", ',') == "\"two  lines\"");
  CHECK(cell("back\\", ',') == "back\\");
}

TEST_CASE("no spreadsheet runs a name as a formula when that is asked for") {
  CHECK(csv_nodes({}).find("entity/%3D1%2B1,=1+1,") != std::string::npos);
  CHECK(csv_nodes({.spreadsheet_safe = true}).find("\"entity/%3D1%2B1\",\"'=1+1\",") != std::string::npos);
}

TEST_CASE("the folder for neo4j-admin has typed headers, a file a label set, and a script that names every file") {
  const Folder folder;
  OutputFolder out(folder.path());
  exporters::write_neo4j(sample(), {}, out);
  out.commit();
  CHECK(folder.text("Result-header.csv") ==
        "iri:ID,:LABEL,unit:string,value:double,raw:string,delta:boolean,baselineValue:double,claimPaper:string[],claimDate:date[],"
        "claimField:string[],claimBegin:long[],claimEnd:long[],claimSentence:string[],claimRule:string[],claimConfidence:double[]\n");
  CHECK(folder.text("AUTHOR-header.csv") == ":START_ID,:END_ID,:TYPE,weight:long,position:long\n");
  CHECK(folder.text("Benchmark-Dataset.csv") == "\"entity/mmlu\",\"Benchmark\x1F" "Dataset\",\"MMLU\"\n");
  CHECK(folder.text("Digest-header.csv") == "iri:ID,:LABEL,date:date\n");
  for (const auto& entry : fs::directory_iterator(folder.path()))
    if (const std::string name = entry.path().filename(); name.ends_with(".csv"))
      CHECK(folder.text("import.sh").find(name) != std::string::npos);
}

TEST_CASE("the Cypher script makes constraints first and merges in batches") {
  const std::string script = cypher(sample());
  CHECK(script.find("CREATE CONSTRAINT paper_iri IF NOT EXISTS FOR (n:Paper) REQUIRE n.iri IS UNIQUE;\n") < script.find("CREATE INDEX"));
  CHECK(script.rfind("CREATE ") < script.find("UNWIND ["));
  CHECK(script.find("MERGE (n:Benchmark {iri: row[0]})\nSET n = {iri: row[0], name: row[1]}, n:Benchmark:Dataset;\n") != script.npos);
  CHECK(script.find("claimConfidence: [item IN split(row[10], '\\b')[1..] | toFloat(item)]}") != script.npos);

  GraphBuilder b;
  for (int i = 0; i < 1001; ++i) b.node("task/" + std::to_string(i), Kind::Task);
  View many;
  many.graph = b.finish();
  const std::string text = cypher(many);
  CHECK(text.find("UNWIND [") != text.rfind("UNWIND ["));
}

TEST_CASE("no name ends a Cypher string") {
  GraphBuilder b;
  b.set_node(b.node("task/t", Kind::Task), Key::Name, b.keep("\\u0027}] AS x DETACH DELETE x // ' \\"));
  View view;
  view.graph = b.finish();
  CHECK(cypher(view).find("'task/t\\f\\\\u0027}] AS x DETACH DELETE x // \\' \\\\'\n] AS line") != std::string::npos);
}

TEST_CASE("a decimal survives a double when its shortest form is the same") {
  for (const char* const decimal : {"71.5", "-3", "0.1", "123456789012345", "0.000001"}) CHECK(exporters::survives_double(decimal));
  CHECK(exporters::survives_double("12345678901234567") == false);
  CHECK(exporters::survives_double("0.12345678901234567891") == false);
  CHECK(exporters::survives_double("1" + std::string(400, '0')) == false);
}
