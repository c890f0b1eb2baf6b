// What the page stands on: hashes and encodings by their published vectors, and the layout.

#include "exporters/page_bytes.hpp"
#include "graph/layout.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace digestkg;
using namespace digestkg::exporters;

namespace {

std::string hex(std::string_view bytes) {
  std::string text;
  for (const unsigned char byte : bytes) {
    text += "0123456789abcdef"[byte >> 4];
    text += "0123456789abcdef"[byte & 15];
  }
  return text;
}

/// Two rings with a bridge, three leaves on node 0, and a pair by itself.
std::vector<WeightedEdge> two_rings() {
  std::vector<WeightedEdge> edges{{0, 30, 1}, {0, 60, 1}, {0, 61, 1}, {0, 62, 1}, {63, 64, 1}};
  for (std::uint32_t i = 0; i < 30; ++i) {
    edges.push_back({i, (i + 1) % 30, 1});
    edges.push_back({30 + i, 30 + (i + 1) % 30, 1});
  }
  return edges;
}

float distance(Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y); }

}  // namespace

TEST_CASE("SHA-256 gives the digests of FIPS 180-4") {
  CHECK(hex(sha256("")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(hex(sha256("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(hex(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")) ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST_CASE("base64 gives the texts of RFC 4648") {
  CHECK(base64("") == "");
  CHECK(base64("f") == "Zg==");
  CHECK(base64("fo") == "Zm8=");
  CHECK(base64("foobar") == "Zm9vYmFy");
}

TEST_CASE("a layout is the same twice, keeps leaves at their holder and things apart") {
  const auto edges = two_rings();
  const Layout layout = lay_out(66, edges), again = lay_out(66, edges);  // node 65 has no edge
  for (std::size_t i = 0; i < 66; ++i) {
    CHECK((layout.at[i].x == again.at[i].x && layout.at[i].y == again.at[i].y));
    CHECK((std::isfinite(layout.at[i].x) && std::isfinite(layout.at[i].y)));
    for (std::size_t j = 0; j < i; ++j) CHECK(distance(layout.at[i], layout.at[j]) > 0.01F);
  }
  for (const std::size_t leaf : {60U, 61U, 62U}) {
    CHECK(distance(layout.at[leaf], layout.at[0]) < 10);
    CHECK(layout.island[leaf] == layout.island[0]);
  }
  CHECK(layout.island[63] == Layout::no_island);
  CHECK(lay_out(0, {}).at.empty());
}
