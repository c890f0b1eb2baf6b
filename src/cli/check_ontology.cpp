// The files of ontology/ and users' lexicons -> what is wrong with them.

#include "cli/command.hpp"

#include <CLI/CLI.hpp>

#include <digestkg/check_ontology.hpp>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

namespace digestkg::cli {
namespace {

std::string bytes_of(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) throw Error("cannot read '" + path + "'");
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<Diagnostic> check(const std::vector<std::string>& lexicons) {
  if (lexicons.empty()) return check_ontology();
  std::vector<Diagnostic> found;
  for (const std::string& path : lexicons) {
    const std::string bytes = bytes_of(path);
    const std::vector<Diagnostic> faults = check_lexicon(path, bytes);
    found.insert(found.end(), faults.begin(), faults.end());
  }
  return found;
}

}  // namespace

Run define_check_ontology(CLI::App& app) {
  const auto lexicons = std::make_shared<std::vector<std::string>>();
  app.add_option("LEXICON", *lexicons, "Lexicon files of your own, each checked by itself (default: the files that are compiled in)");
  return [lexicons] {
    const std::vector<Diagnostic> found = check(*lexicons);
    for (const Diagnostic& diagnostic : found) std::fputs(format(diagnostic).c_str(), stderr);
    return found.empty() ? exit_done : exit_faults;
  };
}

}  // namespace digestkg::cli
