#pragma once
// The set bits of a number, one by one: a loop over all bits would have a branch for each, which no processor foresees.

#include <bit>
#include <concepts>

namespace digestkg {

/// Calls visit(i) for each set bit 1 << i, from the lowest.
template <std::unsigned_integral Bits, class Visit>
void each_bit(Bits bits, Visit visit) {
  for (; bits != 0; bits &= bits - 1) visit(std::countr_zero(bits));
}

}  // namespace digestkg
