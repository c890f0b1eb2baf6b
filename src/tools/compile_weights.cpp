// Weights files -> the bytes that scoring reads, which are compiled in. Runs at build time.

#include "extract/compiled_model.hpp"

#include <digestkg/diagnostic.hpp>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>

namespace {

void compile(const std::filesystem::path& folder, const std::filesystem::path& weights) {
  std::ifstream stream(weights, std::ios::binary);
  const std::string tsv(std::istreambuf_iterator<char>(stream), {});
  std::ofstream made(folder / weights.stem(), std::ios::binary);
  if (!stream || !(made << digestkg::compile_model(tsv)).flush()) throw digestkg::Error("cannot compile " + weights.string());
}

}  // namespace

int main(int count, char** arguments) {
  const std::span<char*> given(arguments, static_cast<std::size_t>(count));
  try {
    for (const char* const weights : given.subspan(2)) compile(given[1], weights);
    return 0;
  } catch (const digestkg::Error& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
