// The flow of data is one way, and so are the includes: base <- digest <- extract <- graph <- exporters <- cli; ontology feeds extract
// and graph.

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>

#include <unistd.h>

namespace {

namespace fs = std::filesystem;
using Stages = std::set<std::string>;

/// What each stage may see, besides itself.
const std::map<std::string, Stages>& allowed() {
  static const std::map<std::string, Stages> table{
      {"base", {}},
      {"ontology", {"base"}},
      {"digest", {"base"}},
      {"extract", {"base", "ontology", "digest"}},
      {"graph", {"base", "ontology", "digest", "extract"}},
      {"exporters", {"base", "ontology", "graph"}},
      {"cli", {"base", "ontology", "digest", "extract", "graph", "exporters"}},
      {"tools", {"base", "ontology", "extract"}},
      {"training", {"base", "ontology", "digest", "extract", "graph"}},
  };
  return table;
}

/// The stage that a public header belongs to; those that are not named here are the graph's.
std::string stage_of_header(const std::string& name) {
  static const std::map<std::string, std::string> table{
      {"diagnostic.hpp", "base"}, {"limits.hpp", "base"}, {"output.hpp", "base"}, {"digest.hpp", "digest"}, {"ontology.hpp", "ontology"},
      {"check_ontology.hpp", "ontology"},
      {"extract.hpp", "extract"}, {"explain.hpp", "extract"}, {"export.hpp", "exporters"},
  };
  const auto found = table.find(name);
  return found == table.end() ? "graph" : found->second;
}

/// The stage that an included file belongs to; empty for the system's.
std::string stage_of_include(const std::string& include) {
  const auto slash = include.find('/');
  const std::string folder = slash == std::string::npos ? "" : include.substr(0, slash);
  if (folder == "digestkg") return stage_of_header(include.substr(slash + 1));
  return allowed().contains(folder) ? folder : "";
}

/// `file -> include` for every include of the tree at `root` that goes against the flow.
Stages violations(const fs::path& root) {
  Stages found;
  static const std::regex include(R"(^\s*#include\s+[<"]([^>"]+)[>"])");
  for (const char* const top : {"src", "exporters"}) {
    for (const auto& file : fs::recursive_directory_iterator(root / top)) {
      const auto extension = file.path().extension();
      if (extension != ".cpp" && extension != ".hpp") continue;
      const std::string path = fs::relative(file.path(), root).string();
      const std::string inside = path.starts_with("src/") ? path.substr(4) : path;
      const std::string stage = stage_of_include(inside);
      std::ifstream stream(file.path());
      for (std::string line; std::getline(stream, line);) {
        std::smatch match;
        if (!std::regex_search(line, match, include)) continue;
        const std::string seen = stage_of_include(match[1]);
        if (!seen.empty() && seen != stage && !allowed().at(stage).contains(seen)) found.insert(path + " -> " + match[1].str());
      }
    }
  }
  return found;
}

}  // namespace

TEST_CASE("includes go one way") {
  CHECK(violations(DIGESTKG_SOURCE_DIR) == Stages{});
}

TEST_CASE("an include against the flow is found") {
  const fs::path root = fs::temp_directory_path() / ("digestkg-architecture-" + std::to_string(::getpid()));
  fs::create_directories(root / "src/digest");
  fs::create_directories(root / "exporters");
  std::ofstream(root / "src/digest/markdown.cpp") << "#include <digestkg/graph.hpp>\n#include <digestkg/digest.hpp>\n#include <vector>\n";
  std::ofstream(root / "exporters/turtle.cpp") << "#include \"graph/store.hpp\"\n#include \"extract/words.hpp\"\n";
  CHECK(violations(root) == Stages{"exporters/turtle.cpp -> extract/words.hpp", "src/digest/markdown.cpp -> digestkg/graph.hpp"});
  fs::remove_all(root);
}
