// Each file of tests/invalid -> the diagnostics of the file beside it, to the letter.

#include <digestkg/digest.hpp>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace digestkg;
namespace fs = std::filesystem;

namespace {

const fs::path folder = fs::path(DIGESTKG_SOURCE_DIR) / "tests/invalid";

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<fs::path> inputs() {
  std::vector<fs::path> list;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder))
    if (entry.path().extension() != ".expected") list.push_back(entry.path());
  std::sort(list.begin(), list.end());
  return list;
}

std::string account(const Reading& reading) {
  std::string text;
  for (const Diagnostic& diagnostic : reading.diagnostics) text += format(diagnostic);
  return text + std::to_string(reading.rows) + " rows = " + std::to_string(reading.entries.size()) + " entries + " +
         std::to_string(reading.rejected) + " rejected, " + std::to_string(reading.warnings) + " warnings\n";
}

}  // namespace

TEST_CASE("invalid input gives exactly the expected diagnostics") {
  const bool update = std::getenv("DIGESTKG_UPDATE_EXPECTED") != nullptr;
  const std::vector<fs::path> list = inputs();
  REQUIRE(list.size() > 20);
  for (const fs::path& path : list) {
    INFO(path);
    const Reading reading = read_entries(path.filename().string(), bytes_of(path));
    CHECK(reading.rows == reading.entries.size() + reading.rejected);
    CHECK(reading.files == 1);
    const std::string text = account(reading);
    const fs::path expected = path.string() + ".expected";
    if (update) std::ofstream(expected, std::ios::binary) << text;
    CHECK(text == bytes_of(expected));
  }
}
