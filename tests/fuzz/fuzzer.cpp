// What libFuzzer makes up -> one target, which the build names.

#include "targets.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <exception>
#include <iostream>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace digestkg::fuzz;
  static const Target& target = *std::ranges::find(targets(), std::string_view(DIGESTKG_FUZZ_TARGET), &Target::name);
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  try {
    target.run(bytes, Pace::hasty(bytes));
  } catch (const std::exception& error) {
    std::cerr << target.name << ": " << error.what() << '\n';
    std::abort();
  }
  return 0;
}
