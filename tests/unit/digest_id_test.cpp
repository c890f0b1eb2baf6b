// arXiv ids as people write them.

#include "digest/arxiv_id.hpp"
#include "digest/date.hpp"

#include <catch2/catch.hpp>

using namespace digestkg;

TEST_CASE("an arXiv id loses version and subject class") {
  const auto id = [](std::string_view written) { return parse_arxiv_id(written).id; };
  CHECK(id("2509.09674") == "2509.09674");
  CHECK(id("2509.09674v12") == "2509.09674");
  CHECK(id("arXiv:0704.0001v1") == "0704.0001");
  CHECK(id("cs/0112017v3") == "cs/0112017");
  CHECK(id("math.GT/0309136") == "math/0309136");
  CHECK(id("cond-mat/9107001") == "cond-mat/9107001");
  CHECK(id("oai:arXiv.org:hep-th/9901001") == "hep-th/9901001");
  CHECK(id("http://arxiv.org/abs/2509.09674v1") == "2509.09674");
  CHECK(id("https://www.arxiv.org/pdf/cs/0112017.pdf") == "cs/0112017");
}

TEST_CASE("what cannot be an arXiv id is none") {
  for (const std::string_view written : {"", "v1", "2509", "2509.", "2509.0967", "2509.096744", "2513.00001", "2500.00001", "1412.00001",
                                         "0703.0001", "25O9.09674", "2509.09674v", "2509.09674w1", "cs/011201", "cs/0113017", "CS/0112017",
                                         "/0112017", "cs/0704001", "cs/9106001", "-/0112017", "https://example.org/abs/2509.09674"}) {
    INFO(written);
    CHECK(parse_arxiv_id(written).id.empty());
    CHECK_FALSE(parse_arxiv_id(written).fault.empty());
  }
}

TEST_CASE("days are days of the calendar") {
  CHECK(is_day("2024-02-29"));
  CHECK_FALSE(is_day("2025-02-29"));
  CHECK_FALSE(is_day("2025-13-01"));
  CHECK_FALSE(is_day("2025-00-10"));
  CHECK_FALSE(is_day("2025-1-1"));
  CHECK(written_days("from 2025-02-30 to 2025-03-01, not 12025-03-011") == std::vector<std::string_view>{"2025-02-30", "2025-03-01"});
}
