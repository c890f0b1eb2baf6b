// The list of all commands.

#include "cli/command.hpp"

#include <array>

namespace digestkg::cli {

std::span<const Command> commands() {
  static constexpr std::array list{
      Command{"formats", "List inputs, exports, views and what each export loses",
              "  digestkg formats\n"
              "  digestkg formats --json",
              define_formats},
  };
  return list;
}

}  // namespace digestkg::cli
