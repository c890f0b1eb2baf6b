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

TEST_CASE("a row goes on over physical lines") {
  CHECK(one("| A Title\n  in Three\n  Lines " + links + "| A | S. |\n").title == "A Title in Three Lines");
  CHECK(one("| A Title |\n  in Two " + links + "| A | S. |\n").title == "A Title | in Two");
  CHECK(one("| A Title\n  | in Two " + links + "| A | S. |\n").title == "A Title | in Two");
  CHECK(one("| A Title\n\n  after a blank line " + links + "| A | S. |\n").title == "A Title after a blank line");
  CHECK(one("| T " + links + "| A | First.\n\nSecond. |\n").summary == "First. Second.");
  CHECK(one("| T " + links + "| A, \n  B | First.\n- point\n- point |\n\nEnd.\n").summary == "First. - point - point");
}

TEST_CASE("rows end where the next one begins") {
  const std::string other = "| U " + links + "| B | S. |\n";
  for (const char* between : {"\n", " |\n", " |\n\n", "\n\n", " |\r\n", "\n# Heading\n"}) {
    INFO(between);
    const Reading reading = read("| T " + links + "| A | S." + between + other);
    REQUIRE(reading.entries.size() == 2);
    CHECK(reading.entries[0].summary == "S.");
    CHECK(reading.entries[1].title == "U");
    CHECK(reading.lines[1] >= 6);
  }
  const Reading indented = read("| T " + links + "| A | S. |\n  " + other);
  CHECK(indented.entries.size() == 2);
}

TEST_CASE("pipes that nobody escaped stay where they stand") {
  const Entry entry = one("| P(a|b) and |x| " + links + "| A | If |x| > 1 then P(y|x). |\n");
  CHECK(entry.title == "P(a|b) and |x|");
  CHECK(entry.authors == std::vector<std::string>{"A"});
  CHECK(entry.summary == "If |x| > 1 then P(y|x).");
  const Entry escaped = one("| P(a\\|b) " + links + "| A \\| B | The norm \\|x\\|, a\\_b and **bold** &amp; so on \\| |\n");
  CHECK(escaped.title == "P(a|b)");
  CHECK(escaped.authors == std::vector<std::string>{"A | B"});
  CHECK(escaped.summary == "The norm |x|, a\\_b and **bold** &amp; so on |");
}

TEST_CASE("authors may be missing") {
  CHECK(one("| T " + links + "| | S. |\n").authors.empty());
  CHECK(one("| T " + links + "||S.|\n").authors.empty());
  CHECK(one("| T " + links + "| , ,A,, | S. |\n").authors == std::vector<std::string>{"A"});
}

TEST_CASE("links may be written in several ways") {
  CHECK(one("| [A Title](https://arxiv.org/abs/2506.01234) | A | S. |\n").title == "A Title");
  CHECK(one("| T [arXiv](arxiv.org/pdf/2506.01234v3.pdf) | A | S. |\n").arxiv_url == "https://arxiv.org/pdf/2506.01234v3.pdf");
  CHECK(one("| T [arXiv](HTTPS://Arxiv.org/abs/2506.01234) | A | S. |\n").arxiv_url == "https://Arxiv.org/abs/2506.01234");
  CHECK(one("| T ([HuggingFace](https://huggingface.co/papers/2506.01234)) | A | S. |\n").id == "2506.01234");
  CHECK(one("| [CLS] [x](y) T " + links + "| A | S. |\n").title == "[CLS] [x](y) T");
  CHECK(one("| T " + links + "| A | As [before](https://arxiv.org/abs/2401.00001). |\n").id == "2506.01234");
}

TEST_CASE("CRLF and a byte order mark change nothing") {
  const std::string text = head + "| A\n  Title " + links + "| A, B | S. |\n| U " + links + "| B | R. |\n";
  std::string windows = "\xEF\xBB\xBF";
  for (const char c : text) windows += c == '\n' ? "\r\n" : std::string(1, c);
  const Reading plain = read_entries("a.md", text);
  const Reading other = read_entries("a.md", windows);
  CHECK(plain.entries == other.entries);
  CHECK(plain.lines == other.lines);
  CHECK(other.diagnostics.empty());
}

TEST_CASE("the day comes from the heading, then from the path") {
  const std::string rows = "| Title | Authors | Summary |\n|---|---|---|\n| T " + links + "| A | S. |\n";
  const auto day = [&](std::string_view name, const std::string& heading) {
    const Reading reading = read_entries(name, heading + rows);
    return reading.entries.empty() ? std::string() : reading.entries.front().date;
  };
  CHECK(day("x.md", "## Papers for 2024-02-29\n\n") == "2024-02-29");
  CHECK(day("digests/2025/06/10.md", "") == "2025-06-10");
  CHECK(day("2025/06/10.md.gz", "# Papers\n") == "2025-06-10");
  CHECK(day("daily-2025-06-10.md", "") == "2025-06-10");
  CHECK(day("2025/06/10.md", "# Papers for 2025-02-30\n") == "2025-06-10");
  CHECK(day("2025/13/10.md", "").empty());
  CHECK(day("10.md", "").empty());
  const std::string two_days = "# Papers for 2025-01-01\n" + rows + "### Vision\n" + rows + "# Papers for 2025-01-02\n" + rows;
  const Reading days = read_entries("x.md", two_days);
  REQUIRE(days.entries.size() == 3);
  CHECK(days.entries[1].date == "2025-01-01");
  CHECK(days.entries[2].date == "2025-01-02");
}

TEST_CASE("a day without papers is a digest") {
  const Reading reading = read_entries("x.md", head);
  CHECK(reading.files == 1);
  CHECK(reading.rows == 0);
  CHECK(reading.diagnostics.empty());
}

TEST_CASE("long rows are read whole") {
  std::string authors;
  for (int i = 0; i < 100'000; ++i) authors += "Author " + std::to_string(i) + ", ";
  const std::string pipes(500'000, '|');
  std::string brackets;
  while (brackets.size() < 500'000) brackets += "](";
  std::string marks = "e";
  while (marks.size() < 500'000) marks += "\xCC\x81\xCC\xA3";  // acute above, dot below: in the wrong order for NFC
  const Entry entry = one("| T" + brackets + ' ' + links + "|" + authors + "|" + pipes + marks + "|\n");
  CHECK(entry.authors.size() == 100'000);
  CHECK(entry.authors.back() == "Author 99999");
  CHECK(entry.title == "T" + brackets);
  CHECK(entry.summary.starts_with("||||"));
  std::string open_rows;
  for (int i = 0; i < 50'000; ++i) open_rows += "  | neither closed nor followed\n\n";
  CHECK(read(open_rows).rejected == 50'000);
  std::string rows;
  for (int i = 0; i < 20'000; ++i) rows += "| a \xFF row without a link |\n";
  CHECK(read(rows).diagnostics.size() == 20'000);
}

TEST_CASE("a link with bytes that are no UTF-8 is cleaned like other text") {
  const Reading reading = read_entries("2025-03-03.md", "| Title | Authors | Summary |\n|---|---|---|\n| One (Read more on [arXiv](https://arxiv.org/abs/2503.00001) or "
                                       "[HuggingFace](https://huggingface.co/papers/2503.00001\xC8))| A | S. |\n");
  REQUIRE(reading.entries.size() == 1);
  CHECK(reading.entries[0].huggingface_url == "https://huggingface.co/papers/2503.00001\xEF\xBF\xBD");
  CHECK(reading.warnings > 0);
}
