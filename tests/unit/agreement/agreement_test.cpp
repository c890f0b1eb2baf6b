// Every export of one graph, read back by another reader, says what the graph says; only what the format declares as lost is missing.

#include "unit/agreement/facts.hpp"

#include "support/sample_graph.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <unistd.h>

using namespace digestkg;
using namespace digestkg::testing;

namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

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

TEST_CASE("all exports of one graph agree with it, fact by fact") {
  for (const bool hostile : {false, true}) {
    View view;
    view.graph = sample_graph(hostile);
    const Facts all = facts_of(view.graph);
    for (const Format& format : formats()) {
      if (format.carrier == Format::Carrier::Picture) continue;
      INFO(format.name << (hostile ? ", hostile names" : ""));
      const FactReader* const reader = reader_of(format);
      REQUIRE(reader != nullptr);
      Facts expected = format.name == "pajek" ? by_label(all) : all;
      std::erase_if(expected, [&](const Statement& fact) { return reader->lost.contains(fact.category); });
      const Facts found = reader->read(write(format, view));
      INFO("missing: " << shown(difference(expected, found)));
      INFO("added: " << shown(difference(found, expected)));
      CHECK((found == expected));
      const bool loses_facts = reader->lost.contains(Category::Claim) || reader->lost.contains(Category::Property);
      if (loses_facts) CHECK_FALSE(format.loses.empty());
    }
  }
}

TEST_CASE("every format writes the same bytes twice and writes an empty graph") {
  View view;
  view.graph = sample_graph(true);
  for (const Format& format : formats()) {
    if (format.carrier == Format::Carrier::Picture) continue;
    INFO(format.name);
    CHECK(write(format, view) == write(format, view));
    const FactReader* const reader = reader_of(format);
    REQUIRE(reader != nullptr);
    CHECK(reader->read(write(format, {})).empty());
  }
}

TEST_CASE("a format that loses something counts it") {
  View view;
  view.graph = sample_graph(true);
  for (const Format& format : formats()) {
    INFO(format.name);
    if (format.losses == nullptr) continue;
    CHECK_FALSE(format.loses.empty());
    for (const Loss& loss : format.losses(view, {})) CHECK(loss.count > 0);
  }
}
