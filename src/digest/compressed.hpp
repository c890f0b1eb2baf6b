#pragma once
// gzip and zstd -> the bytes within.

#include <string>
#include <string_view>

namespace digestkg {

/// Whether `bytes` begin as gzip or zstd data do.
bool is_compressed(std::string_view bytes);

struct Expanded {
  std::string bytes;       ///< all that could be expanded
  std::string_view fault;  ///< why that is not all; empty when it is
};

/// Expands gzip (of several members, too) and zstd (of several frames, too) data, up to `most` bytes and a step: a small file may hold
/// more than any memory.
Expanded expand(std::string_view compressed, std::size_t most);

}  // namespace digestkg
