#pragma once
// What a command is: options declared on a parser, and what runs once the whole command line was parsed. A new command is one file
// with its define function and one line in commands.cpp.

#include <functional>
#include <span>
#include <string_view>

namespace CLI {
class App;
}

namespace digestkg::cli {

inline constexpr int exit_done = 0;
inline constexpr int exit_failed = 1;
inline constexpr int exit_usage = 2;
inline constexpr int exit_faults = 3;  ///< done, but the data has faults: `--strict`, `check`

/// Does the command's work; returns the exit code or throws Error.
using Run = std::function<int()>;

struct Command {
  std::string_view name;
  std::string_view summary;
  std::string_view examples;  ///< lines at the end of the command's help
  Run (*define)(CLI::App&);   ///< declares the options; opens and reads nothing
};

/// All commands, in the order of the help text.
std::span<const Command> commands();

Run define_eval(CLI::App& app);
Run define_build(CLI::App& app);
Run define_extract(CLI::App& app);
Run define_export(CLI::App& app);
Run define_view(CLI::App& app);
Run define_show(CLI::App& app);
Run define_leaderboard(CLI::App& app);
Run define_path(CLI::App& app);
Run define_stats(CLI::App& app);
Run define_merge(CLI::App& app);
Run define_check(CLI::App& app);
Run define_diff(CLI::App& app);
Run define_formats(CLI::App& app);
Run define_check_ontology(CLI::App& app);

}  // namespace digestkg::cli
