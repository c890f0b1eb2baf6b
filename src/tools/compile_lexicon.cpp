// The lexicon's TOML files -> three files of sorted lines that are compiled in. Runs at build time.

#include "ontology/lexicon_file.hpp"

#include <cstdio>
#include <fstream>
#include <iterator>

namespace {

using namespace digestkg;

std::string bytes_of(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) throw Error("cannot read " + path);
  return {std::istreambuf_iterator<char>(stream), {}};
}

void write(const std::string& path, const std::string& text) {
  std::ofstream stream(path, std::ios::binary);
  if (!(stream << text).flush()) throw Error("cannot write " + path);
}

/// False when a file has a fault.
bool compile(const std::string& folder, std::span<const char* const> paths) {
  std::vector<LexiconRecord> records;
  bool sound = true;
  for (const char* const path : paths) {
    LexiconFile file = read_lexicon(path, bytes_of(path));
    for (const Diagnostic& diagnostic : file.diagnostics) std::fputs(format(diagnostic).c_str(), stderr);
    sound = sound && file.diagnostics.empty();
    records.insert(records.end(), std::move_iterator(file.records.begin()), std::move_iterator(file.records.end()));
  }
  const LexiconIndex index = index_records(records);
  write(folder + "/names", index.names);
  write(folder + "/metrics", index.metrics);
  write(folder + "/not_names", index.not_names);
  return sound;
}

}  // namespace

int main(int count, char** arguments) {
  try {
    const std::span<char*> given(arguments, static_cast<std::size_t>(count));
    return compile(given[1], given.subspan(2)) ? 0 : 1;
  } catch (const Error& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
