#pragma once
// Temporary files of output: how they are named, and which of them nobody writes any more.

#include <filesystem>
#include <string>

namespace digestkg {

/// `.NAME.PID.NUMBER.tmp` beside the target, of this process.
std::filesystem::path temporary_beside(const std::filesystem::path& target, int number);

/// Marks an open temporary file as being written, as long as it is open; a kill ends that as well.
void hold(int descriptor);

/// Removes the temporary files of `target` that a killed run left: its process is gone, and nobody (on another machine, say) holds them.
/// Linear in the files of the folder.
void remove_stale(const std::filesystem::path& target);

}  // namespace digestkg
