// COUNT [FOLDER] -> digests in Markdown, a file a day in FOLDER/YEAR/MONTH, or all of them on standard output.

#include "generate.hpp"

#include <charconv>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>

namespace {

using namespace digestkg;

void write_head(std::string_view date, std::ostream& out) {
  out << "## Papers for " << date << "\n\n| Title | Authors | Summary |\n|-------|---------|---------|\n";
}

void write_row(const Entry& entry, std::ostream& out) {
  out << "| " << entry.title << " (Read more on [arXiv](" << entry.arxiv_url << ") or [HuggingFace](" << entry.huggingface_url << "))| ";
  for (std::size_t i = 0; i < entry.authors.size(); ++i) out << (i == 0 ? "" : ", ") << entry.authors[i];
  out << " | " << entry.summary << " |\n";
}

void open_day(const std::filesystem::path& folder, const std::string& date, std::ofstream& file) {
  const std::filesystem::path month = folder / date.substr(0, 4) / date.substr(5, 2);
  std::filesystem::create_directories(month);
  file.close();
  file.open(month / (date.substr(8) + ".md"));
}

bool generate(std::size_t count, const std::filesystem::path& folder) {
  bench::Generator generator;
  std::ofstream file;
  std::ostream& out = folder.empty() ? std::cout : file;
  std::string date;
  for (std::size_t i = 0; i < count && out; ++i) {
    const Entry entry = generator.next();
    if (entry.date != date) {
      if (!date.empty()) out << "\n";
      date = entry.date;
      if (!folder.empty()) open_day(folder, date, file);
      write_head(date, out);
    }
    write_row(entry, out);
  }
  return static_cast<bool>(out.flush());
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  std::size_t count = 0;
  const std::string_view wanted = argc > 1 ? argv[1] : "";
  if (argc > 3 || std::from_chars(wanted.data(), wanted.data() + wanted.size(), count).ptr != wanted.data() + wanted.size() || count == 0) {
    std::cerr << "usage: generate COUNT [FOLDER]\n";
    return 2;
  }
  if (generate(count, argc > 2 ? argv[2] : "")) return 0;
  std::cerr << "cannot write the digests\n";
  return 1;
}
