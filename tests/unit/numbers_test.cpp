// Numbers in prose: value, unit, sign, spread, ranges; and what results make of them.

#include "extract/passage.hpp"

#include <digestkg/extract.hpp>

#include <algorithm>
#include <catch2/catch.hpp>

using namespace digestkg;

namespace {

/// `value unit` of every number of a sentence, blank-separated. Each has an item of its passage.
std::string numbers(const char* sentence) {
  static const Vocabulary vocabulary;
  Entry entry;
  entry.title = "A title";
  entry.summary = sentence;
  Document document;
  document.read(entry, vocabulary);
  Scene scene;
  scene.document = &document;
  scene.lay();
  std::vector<Number> found;
  find_numbers(scene, found);
  Passage passage;
  passage.read(scene);
  REQUIRE(std::ranges::count(passage.items(), ItemKind::Number, &Item::kind) == static_cast<std::ptrdiff_t>(found.size()));
  std::string text;
  for (const Number& n : found) {
    if (!text.empty()) text += ' ';
    text += canonical_decimal(document.text().substr(n.begin, n.end - n.begin), n.has(kMinus)) + std::string(n.unit);
  }
  return text;
}

}  // namespace

TEST_CASE("numbers have a value and a unit") {
  CHECK(numbers("It reaches 91.70% at 3x the speed in 20ms.") == "91.7% 3x 20ms");
  CHECK(numbers("It gains 4 percentage points, 2-fold and 50 percent.") == "4points 2x 50%");
  CHECK(numbers("A 10-point rise at 30 FPS and 2.5 dB.") == "10points 30FPS 2.5dB");
  CHECK(numbers("It is 12 times faster with 1,024 steps.") == "12x 1024");
}

TEST_CASE("ranges are two numbers with one unit") {
  CHECK(numbers("It saves 7-40% of it.") == "7% 40%");
  CHECK(numbers("It is 5 to 10% better.") == "5% 10%");
  CHECK(numbers("from 79.6% to 82.7%") == "79.6% 82.7%");
}

TEST_CASE("signs and spreads belong to the number") {
  CHECK(numbers("a change of -0.23 and +1.5%") == "-0.23 1.5%");
  CHECK(numbers("a distance of 0.013±0.003 here") == "0.013");
  CHECK(numbers("It moves by -7-40% on one set and by 8% on another.") == "-7% 40% 8%");
  CHECK(numbers("It moves by +7-40% on one set and by 8% on another.") == "7% 40% 8%");
  CHECK(numbers("It moves by 5 ± -3% on one set and by 8% on another.") == "5 3% 8%");
}

TEST_CASE("parts of words and sizes of images are no numbers") {
  CHECK(numbers("GPT-4 with 256x256 images of 7B models and Pass@8") == "");
}

TEST_CASE("decimals are canonical") {
  CHECK(canonical_decimal("1,050.70", false) == "1050.7");
  CHECK(canonical_decimal("007", false) == "7");
  CHECK(canonical_decimal("0.50", true) == "-0.5");
  CHECK(canonical_decimal("0", true) == "0");
}
