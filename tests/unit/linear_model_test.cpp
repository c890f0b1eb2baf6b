// Weights files: what they add up to, and what is no weights file.

#include "extract/linear_model.hpp"

#include <digestkg/diagnostic.hpp>

#include <catch2/catch.hpp>

#include <cstdint>
#include <string>
#include <string_view>

using namespace digestkg;

namespace {

HashedFeatures features() {
  HashedFeatures some;
  some.add("left", Part("On"));
  some.add("left,right", Part("on"), 3);
  some.add("unknown", Part("on"));
  some.real("length", 0.5F);
  return some;
}

}  // namespace

TEST_CASE("scores are sums of the weights of the features that have one", "[weights]") {
  const LinearModel model("classes\ta\tb\nleft=on\t0.125\t-1.5\nleft,right=on|#3\t2\t0.25\nlength\t1\t-0.5\nright=on\t30\t30\n");
  REQUIRE(model.classes() == 2);
  const LinearModel::Scores scores = model.score(features());
  CHECK(scores[0] == 0.125F + 2.0F + 0.5F);
  CHECK(scores[1] == -1.5F + 0.25F - 0.25F);
}

TEST_CASE("features may be summed in parts", "[weights]") {
  const LinearModel model("classes\ta\tb\nleft=on\t0.125\t-1.5\nleft,right=on|#3\t2\t0.25\nlength\t1\t-0.5\n");
  HashedFeatures first, rest;
  first.add("left", Part("on"));
  rest.add("left,right", Part("on"), 3);
  rest.real("length", 0.5F);
  CHECK(model.score(rest, model.sum(first)) == model.score(features()));
  CHECK(model.sum(first)[1] == -1500);
}

TEST_CASE("every one of many features is found", "[weights]") {
  std::string tsv = "classes\ta\n";
  for (int i = 0; i < 5000; ++i) tsv += "n=#" + std::to_string(i) + "\t0." + std::to_string(1000 + i % 9000).substr(1) + '\n';
  const LinearModel model(tsv);
  for (int i = 0; i < 5000; i += 7) {
    HashedFeatures one;
    one.add("n", i);
    CHECK(model.score(one)[0] == static_cast<float>(i % 1000) / 1000.0F);
  }
  HashedFeatures other;
  for (int i = 5000; i < 9000; ++i) other.add("n", i);
  CHECK(model.score(other)[0] == 0.0F);
}

TEST_CASE("weights of both signs are added for every number of classes and features", "[weights]") {
  for (std::size_t classes = 1; classes <= LinearModel::most_classes; ++classes) {
    const std::string_view weights[] = {"\t-32.767", "\t32.767", "\t-0.001", "\t1"};
    const std::int32_t thousandths[] = {-32767, 32767, -1, 1000};
    std::string tsv = "classes";
    for (std::size_t c = 0; c < classes; ++c) tsv += "\tc" + std::to_string(c);
    for (int i = 0; i < 300; ++i) {
      tsv += "\nn=#" + std::to_string(i);
      for (std::size_t c = 0; c < classes; ++c) tsv += weights[c];
    }
    const LinearModel model(tsv + '\n');
    HashedFeatures many;
    for (int i = 0; i < 300; ++i) {
      many.add("n", i);
      LinearModel::Sums expected{};
      for (std::size_t c = 0; c < classes; ++c) expected[c] = (i + 1) * thousandths[c];
      CHECK(model.sum(many) == expected);
    }
  }
}

TEST_CASE("a model without weights finds everything as likely as not", "[weights]") {
  CHECK(LinearModel().score(features())[0] == 0.0F);
  CHECK(LinearModel::probability(0) == 0.5F);
  CHECK(LinearModel::embedded("no such model").empty());
  CHECK_FALSE(LinearModel::embedded("names").empty());
}

TEST_CASE("what is no weights file is refused", "[weights]") {
  CHECK_THROWS_AS(LinearModel("left=on\t1\n"), Error);
  CHECK_THROWS_AS(LinearModel("classes\ta\nleft=on\tone\n"), Error);
  CHECK_THROWS_AS(LinearModel("classes\ta\nleft=on\t0.1234\n"), Error);
  CHECK_THROWS_AS(LinearModel("classes\ta\nleft=on\t33\n"), Error);
  CHECK_THROWS_AS(LinearModel("classes\ta\tb\tc\td\te\n"), Error);
}
