// The real digests -> entries that agree with those that people annotated. Needs the corpus and says so when it is absent.

#include <digestkg/digest.hpp>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <set>

using namespace digestkg;
namespace fs = std::filesystem;

namespace {

fs::path shared(const char* part) {
  const char* const given = std::getenv("DIGESTKG_SHARED");
  return (given != nullptr ? fs::path(given) : fs::path(DIGESTKG_SOURCE_DIR) / "../shared") / part;
}

bool have(const fs::path& path, const char* test) {
  if (fs::exists(path)) return true;
  WARN("SKIPPED: " << test << ": " << path << " is not there; set DIGESTKG_SHARED");
  return false;
}

Reading read(const fs::path& path) {
  const std::string inputs[] = {path.string()};
  return read_inputs(inputs, 2);
}

}  // namespace

TEST_CASE("every row of the corpus is read") {
  const fs::path corpus = shared("corpus");
  if (!have(corpus, "every row of the corpus is read")) return;
  const Reading reading = read(corpus);
  CHECK(reading.files == 214);
  CHECK(reading.rows == 3404);
  CHECK(reading.entries.size() == 3404);
  CHECK(reading.rejected == 0);
  std::set<std::string> ids;
  for (const Entry& entry : reading.entries) {
    ids.insert(entry.id);
    INFO(entry.id);
    CHECK_FALSE(entry.title.empty());
    CHECK_FALSE(entry.authors.empty());
    CHECK(entry.summary.size() > 100);
    CHECK(entry.arxiv_url.ends_with(entry.id));
  }
  CHECK(ids.size() == 3394);
}

TEST_CASE("annotated entries are read from the digests to the letter") {
  const fs::path corpus = shared("corpus");
  const fs::path gold = shared("gold/dev.entries.jsonl");
  if (!have(corpus, "annotated entries") || !have(gold, "annotated entries")) return;
  std::map<std::pair<std::string, std::string>, Entry> digests;
  for (Entry& entry : read(corpus).entries) digests[{entry.id, entry.date}] = std::move(entry);
  const Reading annotated = read(gold);
  CHECK(annotated.entries.size() == 700);
  for (const Entry& entry : annotated.entries) {
    const Entry& read = digests[{entry.id, entry.date}];
    INFO(entry.id);
    CHECK(read.title == entry.title);
    CHECK(read.authors == entry.authors);
    CHECK(read.summary == entry.summary);
  }
}
