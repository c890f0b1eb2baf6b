// Every export of a view, read back by another reader, held against the facts of the graph.

#include "unit/agreement/agree.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <unistd.h>

namespace digestkg::testing {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Pajek knows nodes by their labels alone, with quotes and backslashes replaced.
Facts by_label(const Facts& facts) {
  std::map<std::string, std::string> label;
  for (const Statement& fact : facts) {
    if (fact.category != Category::Label) continue;
    std::string text = fact.value;
    std::ranges::replace(text, '"', '\'');
    std::ranges::replace(text, '\\', '/');
    std::ranges::replace(text, '\t', ' ');
    label[fact.about] = text;
  }
  Facts renamed;
  for (Statement fact : facts) {
    if (fact.category != Category::Edge && fact.category != Category::Weight) continue;
    const std::size_t first = fact.about.find(' '), last = fact.about.rfind(' ');
    fact.about = edge_name(label.at(fact.about.substr(0, first)), fact.about.substr(first + 1, last - first - 1), label.at(fact.about.substr(last + 1)));
    renamed.insert(fact);
  }
  return renamed;
}

std::string shown(const Facts& facts) {
  std::string text;
  std::size_t count = 0;
  for (const Statement& fact : facts)
    if (++count <= 5) text += "\n  " + fact.about + " | " + fact.what + " | " + fact.value;
  return std::to_string(facts.size()) + text;
}

Facts difference(const Facts& a, const Facts& b) {
  Facts only;
  std::ranges::set_difference(a, b, std::inserter(only, only.end()));
  return only;
}

}  // namespace

Files write(const Format& format, const View& view) {
  Files files;
  if (format.carrier == Format::Carrier::Folder) {
    const fs::path path = fs::temp_directory_path() / ("digestkg-agreement-" + std::to_string(::getpid()));
    OutputFolder folder(path);
    format.write_folder(view, {}, folder);
    folder.commit();
    for (const auto& entry : fs::directory_iterator(path)) files[entry.path().filename()] = bytes_of(entry.path());
    fs::remove_all(path);
  } else {
    StringOutput out;
    format.write(view, {}, out);
    files["graph." + std::string(format.extension)] = out.text();
  }
  return files;
}

const FactReader* reader_of(const Format& format) {
  const auto at = std::ranges::find(fact_readers(), format.name, &FactReader::format);
  return at == fact_readers().end() ? nullptr : &*at;
}

void check_agreement(const View& view) {
  const Facts all = facts_of(view.graph);
  for (const Format& format : formats()) {
    if (format.carrier == Format::Carrier::Picture) continue;
    INFO(format.name);
    const FactReader* const reader = reader_of(format);
    REQUIRE(reader != nullptr);
    Facts expected = format.name == "pajek" ? by_label(all) : all;
    std::erase_if(expected, [&](const Statement& fact) { return reader->lost.contains(fact.category); });
    const Facts found = reader->read(write(format, view));
    INFO("missing: " << shown(difference(expected, found)));
    INFO("added: " << shown(difference(found, expected)));
    CHECK((found == expected));
  }
}

}  // namespace digestkg::testing
