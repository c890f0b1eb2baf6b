// JSON Lines and Atom -> entries.

#include <digestkg/digest.hpp>

#include <catch2/catch.hpp>

using namespace digestkg;

namespace {

Entry one(std::string_view bytes) {
  const Reading reading = read_entries("records", bytes);
  for (const Diagnostic& diagnostic : reading.diagnostics) UNSCOPED_INFO(format(diagnostic));
  REQUIRE(reading.entries.size() == 1);
  CHECK(reading.rows == 1);
  CHECK(reading.diagnostics.empty());
  return reading.entries.front();
}

}  // namespace

TEST_CASE("JSON Lines of entries are read") {
  const Entry entry = one(R"({"id":"2506.00001v2","date":"2025-06-10","title":" A \n title","authors":["B","","C"],"summary":"S \"q\"."})");
  CHECK(entry == Entry{"2506.00001", "2025-06-10", "A title", {"B", "C"}, "S \"q\".", "", ""});
  CHECK(one("\xEF\xBB\xBF\r\n" R"({"id":"cs/0112017","date":"2025-06-10","title":"T"})" "\r\n\r\n").authors.empty());
}

TEST_CASE("the arXiv metadata snapshot is read") {
  const std::string begin = R"({"id":"0704.0001","submitter":"X","title":"Of\n  walks","abstract":"  We walk.\n","update_date":"2008-11-26",)";
  const Entry entry = one(begin + R"("authors":"C. B\\'al, E. Wu","authors_parsed":[["Bál","C.",""],["Wu","E. L.","Jr"]]})");
  CHECK(entry == Entry{"0704.0001", "2008-11-26", "Of walks", {"C. Bál", "E. L. Wu Jr"}, "We walk.", "", ""});
  const auto authors = [&](const std::string& text) { return one(begin + R"("authors":")" + text + "\"}").authors; };
  CHECK(authors("A. One, B. Two and C. Three") == std::vector<std::string>{"A. One", "B. Two", "C. Three"});
  CHECK(authors("A. One (1, 2), B. Two (2), and C. Three ((1) Here, (2) There)") == std::vector<std::string>{"A. One", "B. Two", "C. Three"});
  CHECK(authors("Sandy Anderson") == std::vector<std::string>{"Sandy Anderson"});
  CHECK(authors("").empty());
}

TEST_CASE("an Atom feed of the arXiv API is read") {
  const std::string feed = R"(<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <title>Query</title><id>http://arxiv.org/api/q</id><author><name>Nobody</name></author>
  <entry>
    <id>http://arxiv.org/abs/2506.00001v3</id>
    <updated>2025-07-01T17:59:53Z</updated>
    <published>2025-06-10T17:59:53Z</published>
    <title>Small &amp;
  steps</title>
    <summary>  We <b>walk</b> &lt; run.
</summary>
    <author><name>Ada One</name><arxiv:affiliation xmlns:arxiv="http://arxiv.org/schemas/atom">Here</arxiv:affiliation></author>
    <author><name>B&#233;la Two</name></author>
    <link href="http://arxiv.org/abs/2506.00001v3" rel="alternate" type="text/html"/>
  </entry>
</feed>
)";
  const Entry entry = one(feed);
  CHECK(entry.id == "2506.00001");
  CHECK(entry.date == "2025-06-10");
  CHECK(entry.title == "Small & steps");
  CHECK(entry.authors == std::vector<std::string>{"Ada One", "Béla Two"});
  CHECK(entry.arxiv_url == "http://arxiv.org/abs/2506.00001v3");
  CHECK(read_entries("x", feed.substr(0, feed.find("<entry>")) + "</feed>").diagnostics.empty());
}

TEST_CASE("a declaration that ends behind its encoding's sign is told, not fatal") {
  const std::string feed = "<?xml version=\"1.0\" encoding=?><feed xmlns=\"http://www.w3.org/2005/Atom\"></feed>";
  CHECK_FALSE(read_entries("feed.atom", feed).diagnostics.empty());
}

TEST_CASE("an address has its scheme, in lower case, in every format") {
  const auto feed = [](const std::string& id) {
    return "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>" + id + "</id><published>2025-06-10</published><title>T</title></entry></feed>";
  };
  CHECK(one(feed("arxiv.org/abs/2506.00001")).arxiv_url == "https://arxiv.org/abs/2506.00001");
  CHECK(one(feed("HTTP://arxiv.org/abs/2506.00001")).arxiv_url == "http://arxiv.org/abs/2506.00001");
  CHECK(one(R"({"id": "2506.00001", "date": "2025-06-10", "title": "T", "arxiv_url": "HttpS://arxiv.org/abs/2506.00001"})").arxiv_url ==
        "https://arxiv.org/abs/2506.00001");
}

TEST_CASE("feeds in another encoding are read") {
  const Entry entry = one("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><feed xmlns='http://www.w3.org/2005/Atom'><entry>"
                          "<id>http://arxiv.org/abs/2506.00001</id><published>2025-06-10</published><title>B\xE9la</title></entry></feed>");
  CHECK(entry.title == "Béla");
}

TEST_CASE("input formats have names of their own and read their own kind alone") {
  for (const InputFormat& format : input_formats()) {
    CHECK_FALSE(format.extensions.empty());
    CHECK_FALSE(format.recognises("x", ""));
    CHECK_FALSE(format.recognises("x", "plain words\n"));
  }
}
