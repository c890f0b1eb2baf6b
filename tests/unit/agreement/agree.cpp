// Every export of a view, read back by another reader, held against the facts of the graph.

#include "unit/agreement/agree.hpp"

#include <catch2/catch.hpp>

namespace digestkg::testing {

void check_agreement(const View& view) {
  const Facts all = facts_of(view.graph);
  for (const Format& format : formats()) {
    if (format.carrier == Format::Carrier::Picture) continue;
    INFO(format.name);
    CHECK(disagreement(format, all, write(format, view)) == "");
  }
}

}  // namespace digestkg::testing
