// Place, window and caret of diagnostics.

#include "base/lines.hpp"

#include <digestkg/diagnostic.hpp>

#include <algorithm>
#include <catch2/catch.hpp>

using namespace digestkg;

namespace {

std::string shown(std::string_view bytes, std::size_t offset) { return format(diagnose("f.md", bytes, offset, Severity::Warning, "odd")); }

}  // namespace

TEST_CASE("a diagnostic tells file, line and column with a caret under the fault") {
  CHECK(shown("one\ntwo x\nthree", 8) == "f.md:2:5: odd\n  two x\n      ^\n");
  CHECK(shown("one\r\ntwo\r\n", 5) == "f.md:2:1: odd\n  two\n  ^\n");
  CHECK(shown("x", 0) == "f.md:1:1: odd\n  x\n  ^\n");
  CHECK(shown("x\n", 99) == "f.md:2:1: odd\n");
  CHECK(shown("", 0) == "f.md:1:1: odd\n");
}

TEST_CASE("columns are characters and the caret stands under wide and combining ones") {
  CHECK(shown("\u4E2D\u6587 x", 7) == "f.md:1:4: odd\n  \u4E2D\u6587 x\n       ^\n");
  CHECK(shown("e\u0301x", 3) == "f.md:1:3: odd\n  e\u0301x\n   ^\n");
  CHECK(shown("\t\x1B[1m\xFFx", 6) == "f.md:1:7: odd\n   \uFFFD[1m\uFFFDx\n        ^\n");
}

TEST_CASE("a long line is cut to a window around the fault") {
  const std::string line(300, 'x');
  const auto window = [&](std::size_t offset) { return diagnose("f", line, offset, Severity::Rejected, ""); };
  CHECK(window(0).source == std::string(99, 'x') + "…");
  CHECK(window(0).caret == 1);
  CHECK(window(150).source == "…" + std::string(98, 'x') + "…");
  CHECK(window(150).caret == 51);
  CHECK(window(299).source == "…" + std::string(99, 'x'));
  CHECK(window(299).caret == 100);
  CHECK(diagnose("f", line.substr(0, 100), 99, Severity::Rejected, "").source.size() == 100);
}

TEST_CASE("a fault without a place has none in its text") {
  CHECK(format({"f.md", 0, 0, Severity::Rejected, "no digest", "", 0}) == "f.md: no digest\n");
  CHECK(format({"f.md", 3, 0, Severity::Rejected, "odd", "", 0}) == "f.md:3: odd\n");
}

TEST_CASE("lines are found in any order") {
  const std::string_view text = "a\n\nbc\nd";
  LineFinder finder(text);
  for (const std::size_t offset : {6U, 0U, 2U, 7U, 1U, 3U, 4U, 5U, 2U}) {
    const auto number = static_cast<std::uint32_t>(1 + std::count(text.begin(), text.begin() + offset, '\n'));
    CHECK(finder.find(offset).number == number);
    CHECK((finder.find(offset).begin == 0 || text[finder.find(offset).begin - 1] == '\n'));
  }
}
