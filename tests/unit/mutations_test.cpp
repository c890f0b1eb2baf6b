// The places that scripts/mutate breaks are in the code: who rewrites one is told here, and not when the next break is tried.

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
const fs::path source = DIGESTKG_SOURCE_DIR;

std::string text_of(const fs::path& file) {
  std::ifstream stream(file);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// Lines of a table, cut at tabs.
std::vector<std::vector<std::string>> rows_of(const fs::path& file) {
  std::vector<std::vector<std::string>> rows;
  std::ifstream stream(file);
  for (std::string line; std::getline(stream, line);) {
    std::istringstream cells(line);
    rows.emplace_back();
    for (std::string cell; std::getline(cells, cell, '\t');) rows.back().push_back(cell);
  }
  return rows;
}

}  // namespace

TEST_CASE("what scripts/mutate breaks is in the code") {
  for (const char* const table : {"places.tsv", "exporters.tsv"}) {
    const auto rows = rows_of(source / "tests/mutations" / table);
    CHECK(rows.size() >= 14);
    for (const auto& row : rows) {
      REQUIRE(row.size() >= 4);
      const std::string &file = row[row.size() - 3], &good = row[row.size() - 2];
      INFO(table << ": " << file << " has no longer " << good);
      CHECK(text_of(source / file).find(good) != std::string::npos);
    }
  }
}
