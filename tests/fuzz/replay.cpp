// The kept corpus, and mutations of it by chance with a fixed seed -> every target: replay CORPUS MUTATIONS SEED [TARGET]
// Needs no clang, so that it runs wherever the tests do.

#include "targets.hpp"

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using digestkg::fuzz::Pace;
using digestkg::fuzz::Target;

std::vector<std::string> files_of(const fs::path& folder) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(folder)) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> files;
  for (const fs::path& path : paths) {
    std::ifstream file(path, std::ios::binary);
    files.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return files;
}

/// Bytes that mean something to some reader or writer.
constexpr const char* pieces[] = {"|", "\\", "\\|", "\n", "\r\n", "\t", "\"", "'", "<", "&", "]]>", "\xEF\xBB\xBF", "\xC3", "\xED\xA0\x80", "\xF4\x90\x80\x80",
                                  "\xE2\x80\xAE", "\xCC\x81", "\x1B", "%", "{", "}", "[", "](", ")", "#", "**", "99.9", "1e999", "-0", " outperforms ", "%00", "`"};

class Chance {
 public:
  explicit Chance(std::uint32_t seed) : engine_(seed) {}
  std::size_t below(std::size_t bound) { return engine_() % std::max<std::size_t>(bound, 1); }  // the same on every platform

  std::string mutation(const std::vector<std::string>& corpus) {
    std::string text = corpus[below(corpus.size())];
    for (std::size_t times = 1 + below(6); times > 0; --times) change(text, corpus);
    return text;
  }

 private:
  void change(std::string& text, const std::vector<std::string>& corpus) {
    const std::size_t at = below(text.size() + 1);
    const std::size_t length = std::min(text.size() - at, 1 + below(40));
    switch (below(6)) {
      case 0: text.insert(at, pieces[below(std::size(pieces))]); break;
      case 1: text.erase(at, length); break;
      case 2: text.insert(below(text.size() + 1), std::string(text.substr(at, length))); break;
      case 3: if (at < text.size()) text[at] = static_cast<char>(below(256)); break;
      case 4: if (at < text.size()) text[at] = static_cast<char>(static_cast<unsigned char>(text[at]) ^ (1u << below(8))); break;
      default: {
        const std::string& other = corpus[below(corpus.size())];
        const std::size_t from = below(other.size() + 1);
        text.insert(at, other.substr(from, below(400)));
      }
    }
  }
  std::mt19937 engine_;
};

/// 1 when the target failed, with the bytes kept for a look.
int run(const Target& target, const std::string& bytes, const Pace& pace, std::string_view what) {
  std::ofstream("last-" + std::string(target.name), std::ios::binary) << bytes;  // a crash leaves what caused it
  try {
    target.run(bytes, pace);
    return 0;
  } catch (const std::exception& error) {
    const std::string file = "failed-" + std::string(target.name) + '-' + std::string(what);
    std::ofstream(file, std::ios::binary) << bytes;
    std::cout << target.name << ' ' << what << ": " << error.what() << " (bytes in " << file << ")\n";
    return 1;
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) return EXIT_FAILURE;
  const std::size_t mutations = std::stoul(argv[2]);
  int failures = 0;
  for (const Target& target : digestkg::fuzz::targets()) {
    if (argc > 4 && target.name != argv[4]) continue;
    const std::vector<std::string> corpus = files_of(fs::path(argv[1]) / target.name);
    if (corpus.empty()) return EXIT_FAILURE;
    for (std::size_t i = 0; i < corpus.size(); ++i) failures += run(target, corpus[i], Pace::thorough(), "seed" + std::to_string(i));
    Chance chance(static_cast<std::uint32_t>(std::stoul(argv[3])));
    for (std::size_t i = 0; i < mutations; ++i) {
      const std::string bytes = chance.mutation(corpus);
      failures += run(target, bytes, Pace::hasty(bytes), std::to_string(i));
    }
    std::cout << target.name << ": " << corpus.size() << " files, " << mutations << " mutations\n";
  }
  return failures == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
