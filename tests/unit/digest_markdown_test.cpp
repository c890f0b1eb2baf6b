// Digest Markdown -> entries, in every shape of row.

#include <digestkg/digest.hpp>

#include <catch2/catch.hpp>

using namespace digestkg;

namespace {

const std::string head = "## Papers for 2025-06-10\n\n| Title | Authors | Summary |\n|-------|---------|---------|\n";
const std::string links = "(Read more on [arXiv](https://arxiv.org/abs/2506.01234) or [HuggingFace](https://huggingface.co/papers/2506.01234))";

Reading read(const std::string& rows, std::string_view name = "digest.md") { return read_entries(name, head + rows); }

Entry one(const std::string& row) {
  const Reading reading = read(row);
  INFO(row);
  for (const Diagnostic& diagnostic : reading.diagnostics) UNSCOPED_INFO(format(diagnostic));
  REQUIRE(reading.entries.size() == 1);
  CHECK(reading.rows == 1);
  CHECK(reading.diagnostics.empty());
  return reading.entries.front();
}

}  // namespace

TEST_CASE("the usual row gives all parts of an entry") {
  const Entry entry = one("| Small Steps " + links + "| Ada One, b2c, | It  walks. |\n");
  CHECK(entry == Entry{"2506.01234", "2025-06-10", "Small Steps", {"Ada One", "b2c"}, "It walks.", "https://arxiv.org/abs/2506.01234",
                       "https://huggingface.co/papers/2506.01234"});
}

TEST_CASE("older shapes of row are read") {
  const Entry dash = one("| Small Steps - read more on [arXiv](http://arxiv.org/abs/2506.01234v2) or "
                         "[HuggingFace](huggingface.co/papers/2506.01234) | A | S |\n");
  CHECK(dash.title == "Small Steps");
  CHECK(dash.id == "2506.01234");
  CHECK(dash.huggingface_url == "https://huggingface.co/papers/2506.01234");
  const Entry column = one("| Small Steps | A, B | a | b | [Read more](https://arxiv.org/abs/cs/0112017) |\n");
  CHECK(column.id == "cs/0112017");
  CHECK(column.title == "Small Steps");
  CHECK(column.authors == std::vector<std::string>{"A", "B"});
  CHECK(column.summary == "a | b");
}
