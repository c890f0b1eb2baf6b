// Terms: canonical numbers, legal IRIs, clean texts.

#include "exporters/rdf_terms.hpp"

#include <catch2/catch.hpp>

using namespace digestkg;
using namespace digestkg::exporters;

TEST_CASE("decimals are canonical and always have a point") {
  const std::pair<const char*, const char*> cases[]{{"97", "97.0"}, {"99.90", "99.9"}, {"-3", "-3.0"}, {"007.50", "7.5"}, {"-0.0", "0.0"},
                                                    {".5", "0.5"}, {"+2", "2.0"}, {"12345678901234567890.12", "12345678901234567890.12"}};
  for (const auto& [given, canonical] : cases) CHECK(canonical_decimal(given) == canonical);
  for (const char* wrong : {"", ".", "-", "1e5", "1,000", "NaN", "1.2.3", "0x1", " 1"}) CHECK_FALSE(canonical_decimal(wrong));
  CHECK(decimal_of(0.9F) == "0.9");
  CHECK(decimal_of(1.0F) == "1.0");
  CHECK(decimal_of(1e-5F) == "0.00001");
}

TEST_CASE("doubles are canonical and always have an exponent") {
  CHECK(double_of(1) == "1.0E0");
  CHECK(double_of(0.000025) == "2.5E-5");
  CHECK(double_of(-1.5e300) == "-1.5E300");
  CHECK(double_of(0) == "0.0E0");
}

TEST_CASE("addresses become IRIs or nothing") {
  CHECK(link_iri("https://arxiv.org/abs/2501.00001") == "https://arxiv.org/abs/2501.00001");
  CHECK(link_iri("http://a.b:80/x y\"<>\\^`{|}?q=%41%4#f#g") == "http://a.b:80/x%20y%22%3C%3E%5C%5E%60%7B%7C%7D?q=%41%254#f%23g");
  CHECK(link_iri("https://arxiv.org/\xD7\xA9") == "https://arxiv.org/%D7%A9");
  for (const char* wrong : {"", "arxiv.org/abs/1", "javascript:alert(1)", "https://", "https:///x", "http://a b/", "http://a:x/",
                            "http://[::1/"})
    CHECK_FALSE(link_iri(wrong));
}

TEST_CASE("clean text is UTF-8 that XML can carry") {
  for (const char* good : {"", "plain ASCII text of some length", "tab\tline\nfeed", "\xF0\x9F\xA4\x97 emoji after eight bytes"})
    CHECK(is_clean(good));
  for (const char* bad : {"\x01", "\r", "12345678\x1F", "\xFF", "cut \xE2\x82", "\xED\xA0\x80", "\xEF\xBF\xBE"}) CHECK_FALSE(is_clean(bad));
  CHECK(clean("a\x01" "b\xFF") == "a\xEF\xBF\xBD" "b\xEF\xBF\xBD");
}

TEST_CASE("segments that readers fold away are escaped") {
  CHECK(is_iri_local("entity/a..b/.c"));
  CHECK_FALSE(is_iri_local("entity/.."));
  CHECK(escape_iri_local("entity/../.") == "entity/%2E%2E/%2E");
}
