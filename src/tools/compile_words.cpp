// OUT words.txt words.toml: what is known of words -> the bytes that the vocabulary reads, which are compiled in. Runs at build time.

#include "extract/compiled_words.hpp"

#include <digestkg/diagnostic.hpp>

#include <cstdio>
#include <exception>
#include <fstream>
#include <iterator>
#include <span>

namespace {

std::string bytes_of(const char* path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) throw digestkg::Error(std::string("cannot read ") + path);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

int main(int count, char** arguments) {
  const std::span<char*> given(arguments, static_cast<std::size_t>(count));
  try {
    std::ofstream made(given[1], std::ios::binary);
    if (!(made << digestkg::compile_words(bytes_of(given[2]), bytes_of(given[3]))).flush()) throw digestkg::Error("cannot write the words");
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
