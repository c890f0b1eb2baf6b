#pragma once
// A file or standard input -> its bytes.

#include <string>

namespace digestkg {

/// All bytes of a file, of a pipe or, for `-`, of standard input. Throws Error with the name and the system's reason.
std::string read_file(const std::string& name);

}  // namespace digestkg
