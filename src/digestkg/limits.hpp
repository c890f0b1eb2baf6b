#pragma once
// What an input may cost at most. Past a limit the input is told of and not read further; nothing is cut silently.

#include <cstddef>
#include <span>
#include <string>

namespace digestkg {

struct Reading;

/// Bytes of one row of a table, one line of JSON or one entry of a feed; a longer one is rejected.
inline constexpr std::size_t most_entry_bytes = std::size_t{16} << 20;
/// Elements, objects and lists within each other.
inline constexpr int most_nested = 100;

struct ReadLimits {
  std::size_t file_bytes = std::size_t{8} << 30;  ///< of one file, unpacked; of a larger one nothing, or what was unpacked so far, is read
  std::size_t entries = 10'000'000;               ///< of all inputs; more are an Error
};

/// As read_inputs() of digest.hpp, which has the default limits.
Reading read_inputs(std::span<const std::string> inputs, unsigned jobs, const ReadLimits& limits);

}  // namespace digestkg
