// Every export of one graph, read back by another reader, says what the graph says; only what the format declares as lost is missing.

#include "unit/agreement/agree.hpp"

#include "support/sample_graph.hpp"

#include <catch2/catch.hpp>

using namespace digestkg;
using namespace digestkg::testing;

TEST_CASE("all exports of one graph agree with it, fact by fact") {
  for (const bool hostile : {false, true}) {
    INFO((hostile ? "hostile names" : "plain names"));
    View view;
    view.graph = sample_graph(hostile);
    check_agreement(view);
  }
}

TEST_CASE("every format writes the same bytes twice and writes an empty graph") {
  View view;
  view.graph = sample_graph(true);
  for (const Format& format : formats()) {
    if (format.carrier == Format::Carrier::Picture) continue;
    INFO(format.name);
    CHECK(write(format, view) == write(format, view));
    const FactReader* const reader = reader_of(format);
    REQUIRE(reader != nullptr);
    CHECK(reader->read(write(format, {})).empty());
  }
}

TEST_CASE("a format that loses something counts it") {
  View view;
  view.graph = sample_graph(true);
  for (const Format& format : formats()) {
    INFO(format.name);
    if (format.losses == nullptr) continue;
    CHECK_FALSE(format.loses.empty());
    for (const Loss& loss : format.losses(view, {})) CHECK(loss.count > 0);
  }
}

TEST_CASE("a format that does not carry all facts says so") {
  for (const FactReader& reader : fact_readers())
    if (reader.lost.contains(Category::Claim) || reader.lost.contains(Category::Property)) CHECK_FALSE(find_format(reader.format)->loses.empty());
}
