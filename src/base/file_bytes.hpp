#pragma once
// A file or standard input -> its bytes.

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace digestkg {

/// All bytes of a file, of a pipe or, for `-`, of standard input. Throws Error with the name and the system's reason.
std::string read_file(const std::string& name);
/// Empty when there are more than `most` bytes; no more than that are held.
std::optional<std::string> read_file(const std::string& name, std::size_t most);
/// Gives the same bytes to `use` block by block, each to be read before it returns.
void read_blocks(const std::string& name, const std::function<void(std::string_view)>& use);

}  // namespace digestkg
