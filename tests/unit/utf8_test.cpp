// Cleaning of text.

#include "base/utf8.hpp"

#include <catch2/catch.hpp>

using namespace digestkg;

TEST_CASE("white space folds and goes at the ends") {
  CHECK(clean("").text.empty());
  CHECK(clean(" \t\n").text.empty());
  CHECK(clean("  a  b \r\n\t c ").text == "a b c");
  CHECK(clean("a\u00A0\u2003\u3000b\u2028").text == "a b");
  const std::string forty(40, 'x');
  for (const std::string& text : {forty + "  " + forty, ' ' + forty + ' ' + forty + "  ", forty + " \n " + forty})
    CHECK(clean(text).text == forty + ' ' + forty);
}

TEST_CASE("text comes out in NFC") {
  CHECK(clean("Poincare\u0301").text == "Poincar\u00E9");
  CHECK(clean("\u03B1\u0301 \u0438\u0306 \u03B1\u03C9").text == "\u03AC \u0439 \u03B1\u03C9");
  CHECK(clean("\u212B").text == "\u00C5");
  CHECK(clean("e\u0301\u0323").text == "\u1EB9\u0301");
  CHECK(clean("\u1100\u1161\u11A8").text == "\uAC01");
  CHECK(clean("caf\u00E9 \u201Cq\u201D \u4E2D \U0001F600 \u2192").text == "caf\u00E9 \u201Cq\u201D \u4E2D \U0001F600 \u2192");
}

TEST_CASE("what no text can hold becomes U+FFFD and is counted") {
  using namespace std::string_view_literals;
  const CleanText text = clean("ab\0c\xFF\xC0\x80 \x1B[1m \x7F \xED\xA0\x80 \xF0\x9F\x98 \uFFFE \u0085x"sv);
  CHECK(text.text == "ab\uFFFDc\uFFFD\uFFFD\uFFFD \uFFFD[1m \uFFFD \uFFFD\uFFFD\uFFFD \uFFFD\uFFFD\uFFFD \uFFFD x");
  CHECK(text.replaced == 13);
  CHECK(text.first_replaced == 2);
  CHECK(clean("\uFFFD").replaced == 0);
  CHECK(repair("a\n\x01 \xFF  b"sv).text == "a\n\uFFFD \uFFFD  b");
}

TEST_CASE("what is odd is found at every place of texts of every length") {
  for (std::size_t length = 1; length <= 100; ++length)
    for (std::size_t at = 0; at < length; ++at) {
      const std::string before(at, 'x'), after(length - at - 1, 'y');
      for (const char* const odd : {"\x1F", "\x7F", "\xFF"}) {
        const CleanText text = clean(before + odd + after);
        CHECK((text.text == before + "\uFFFD" + after && text.first_replaced == at && text.replaced == 1));
      }
      CHECK(clean(before + "\u00E9" + after).text == before + "\u00E9" + after);
      if (before.empty() || after.empty()) continue;
      for (const char* const white : {" ", "  ", "\t", "\n "}) CHECK(clean(before + white + after).text == before + " " + after);
    }
}

TEST_CASE("cleaning clean text changes nothing") {
  for (const std::string_view text : {"a b", "\u1EB9\u0301 \uAC01", "\uFFFD x", "\u05E9\u05DC\u05D5\u05DD \u202Etxt"}) {
    const std::string once = clean(text).text;
    CHECK(clean(once).text == once);
  }
}

TEST_CASE("characters and columns are counted") {
  CHECK(count_characters("a\u00E9\u4E2D\xFF") == 4);
  CHECK(display_width("a\u00E9\u4E2D") == 4);
  CHECK(display_width("e\u0301") == 1);
  CHECK(first_characters("\u4E2D\u6587x", 2) == "\u4E2D\u6587");
  CHECK(printable("a\tb\r\x1B\xFF") == "a b \uFFFD\uFFFD");
}
