#pragma once
// What the tests of agreement share: a view in any format, and whether all formats say the same.

#include "unit/agreement/facts.hpp"

namespace digestkg::testing {

/// One file, or those of a folder.
Files write(const Format& format, const View& view);
/// Null when the format has none.
const FactReader* reader_of(const Format& format);
/// Checks that each format but the pictures has the facts of the graph and no others, but for those that it declares as lost.
void check_agreement(const View& view);

}  // namespace digestkg::testing
