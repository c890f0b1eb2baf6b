// Command line -> one command's run -> exit code. The only place that catches.

#include "base/memory.hpp"
#include "base/spelling.hpp"
#include "cli/command.hpp"
#include "cli/style.hpp"

#include <CLI/CLI.hpp>

#include <digestkg/diagnostic.hpp>

#include <csignal>
#include <cstdio>
#include <new>
#include <string>
#include <sys/resource.h>
#include <vector>

namespace digestkg::cli {
namespace {

struct Selected {
  CLI::App* app = nullptr;
  Run run;
};

std::vector<Selected> define_all(CLI::App& app) {
  app.set_version_flag("--version", "digestkg " DIGESTKG_VERSION);
  app.set_help_flag("-h,--help", "Print this help");
  app.get_formatter()->column_width(34);
  app.get_formatter()->label("SUBCOMMAND", "COMMAND");
  app.get_formatter()->label("Subcommands", "Commands");
  app.get_formatter()->label("OPTIONS", "OPTION...");
  app.allow_extras();
  app.footer("`digestkg COMMAND --help` has examples. Exit codes: 0 done, 1 not possible, 2 wrong usage,\n"
             "3 done with faults in the data (--strict, check).");
  std::vector<Selected> all;
  for (const Command& command : commands()) {
    CLI::App* const sub = app.add_subcommand(std::string(command.name), std::string(command.summary));
    sub->allow_extras();
    sub->footer("Examples:\n" + std::string(command.examples));
    all.push_back({sub, command.define(*sub)});
  }
  return all;
}

void add_options(const CLI::App& app, std::vector<std::string>& names) {
  for (const CLI::Option* option : app.get_options())
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
}

/// CLI11 leaves what it does not know in remaining(); this names it and what was probably meant.
void refuse_unknown(const CLI::App& app, const CLI::App* selected) {
  const auto extras = (selected ? selected : &app)->remaining();
  if (extras.empty() && selected) return;
  if (extras.empty()) throw Error("no command given", Error::Cause::Usage);
  std::string word = extras.front();
  word = word.substr(0, word.find('='));
  std::vector<std::string> known;
  if (word.starts_with('-')) {
    const CLI::App& command = selected ? *selected : app;
    add_options(command, known);
    for (const CLI::App* group : command.get_subcommands([](const CLI::App* sub) { return sub->get_name().empty(); })) add_options(*group, known);
  } else if (!selected) {
    for (const Command& command : commands()) known.emplace_back(command.name);
  }
  const std::vector<std::string_view> views(known.begin(), known.end());
  const std::string what = word.starts_with('-') ? "unknown option '" : selected ? "unexpected argument '" : "unknown command '";
  throw Error(what + printable(word) + "'" + did_you_mean(word, views), Error::Cause::Usage);
}

int report(const CLI::App& app, const std::string& message, int code) {
  const auto used = app.get_subcommands();
  const std::string command = used.empty() ? "digestkg" : "digestkg " + used.front()->get_name();
  complain(command + ": " + message);
  if (code == exit_usage) complain("Try `" + command + " --help`.");
  return code;
}

int run(CLI::App& app, int argc, char** argv) {
  const auto all = define_all(app);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForVersion& version) {
    return print(std::string(version.what()) + '\n');
  } catch (const CLI::CallForHelp&) {
    return print(app.help());
  }
  const auto used = app.get_subcommands();
  refuse_unknown(app, used.empty() ? nullptr : used.front());
  for (const Selected& one : all)
    if (one.app == used.front()) return one.run();
  return exit_usage;
}

std::string out_of_memory() {
  rlimit limit{};
  const bool limited = ::getrlimit(RLIMIT_AS, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY;
  return "out of memory" + (limited ? ", of which it may have " + human_size(limit.rlim_cur) : std::string());
}

int guarded(int argc, char** argv) {
  CLI::App app{"digestkg turns digests of AI papers into a typed, evidenced knowledge graph.", "digestkg"};
  try {
    return run(app, argc, argv);
  } catch (const CLI::ParseError& error) {
    return report(app, error.what(), exit_usage);
  } catch (const Error& error) {
    return report(app, error.what(), static_cast<int>(error.cause()));
  } catch (const std::bad_alloc&) {
    return report(app, out_of_memory(), exit_failed);
  } catch (const std::exception& error) {
    return report(app, error.what(), exit_failed);
  }
}

}  // namespace
}  // namespace digestkg::cli

int main(int argc, char** argv) {
  // A reader that went away and a limit on file sizes are failed writes like others: they are told, and no temporary file stays.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  digestkg::give_back_large_pieces();
  digestkg::start_in_large_pages();
  try {
    return digestkg::cli::guarded(argc, argv);
  } catch (...) {  // telling a failure takes memory, too
    std::fputs("digestkg: out of memory\n", stderr);
    return digestkg::cli::exit_failed;
  }
}
