// Hashes -> hexadecimal digits.

#include "base/hex.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace digestkg;

TEST_CASE("a hash has sixteen digits in lower case, zeros in front included") {
  const auto text = [](std::uint64_t number) {
    const HexDigits digits = hex(number);
    return std::string(digits.begin(), digits.end());
  };
  CHECK(text(0x0123456789ABCDEF) == "0123456789abcdef");
  CHECK(text(0) == "0000000000000000");
  CHECK(text(0xFF00000000000010) == "ff00000000000010");
}
