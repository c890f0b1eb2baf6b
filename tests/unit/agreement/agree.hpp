#pragma once
// What the unit tests of agreement share: whether all formats say the same.

#include "unit/agreement/compare.hpp"

namespace digestkg::testing {

/// Checks that each format but the pictures has the facts of the graph and no others, but for those that it declares as lost.
void check_agreement(const View& view);

}  // namespace digestkg::testing
