// One export and its graph -> what they disagree on.

#include "unit/agreement/compare.hpp"

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

std::string decoded(const std::string& text) {
  const auto digit = [](char c) { return std::string_view("0123456789abcdef").find(c >= 'A' && c <= 'F' ? static_cast<char>(c + 32) : c); };
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_escape = text[i] == '%' && i + 2 < text.size() && digit(text[i + 1]) < 16 && digit(text[i + 2]) < 16;
    plain += is_escape ? static_cast<char>(digit(text[i + 1]) << 4 | digit(text[i + 2])) : text[i];
    if (is_escape) i += 2;
  }
  return plain;
}

/// In RDF what no IRI may have stands as %XX.
Facts decoded(const Facts& facts) {
  Facts plain;
  for (const Statement& fact : facts) plain.insert({fact.category, decoded(fact.about), decoded(fact.what), decoded(fact.value)});
  return plain;
}

/// Pajek knows nodes by their labels alone, with quotes and backslashes replaced and an IRI behind what two nodes share.
Facts by_label(const Facts& facts) {
  std::map<std::string, std::string> label;
  std::map<std::string, int> uses;
  for (const Statement& fact : facts) {
    if (fact.category != Category::Label) continue;
    std::string text = fact.value;
    std::ranges::replace(text, '"', '\'');
    std::ranges::replace(text, '\\', '/');
    std::ranges::replace(text, '\t', ' ');
    ++uses[label[fact.about] = text];
  }
  for (auto& [iri, text] : label)
    if (uses.at(text) > 1) text += " (" + iri + ")";
  Facts renamed;
  for (Statement fact : facts) {
    if (fact.category != Category::Edge && fact.category != Category::Weight) continue;
    const std::size_t first = fact.about.find(' '), last = fact.about.rfind(' ');
    fact.about = edge_name(label.at(fact.about.substr(0, first)), fact.about.substr(first + 1, last - first - 1), label.at(fact.about.substr(last + 1)));
    renamed.insert(fact);
  }
  return renamed;
}

std::string shown(const char* what, const Facts& a, const Facts& b) {
  Facts only;
  std::ranges::set_difference(a, b, std::inserter(only, only.end()));
  std::string text = std::string(what) + ": " + std::to_string(only.size());
  std::size_t count = 0;
  for (const Statement& fact : only)
    if (++count <= 5) text += "\n  " + fact.about + " | " + fact.what + " | " + fact.value;
  return text + "\n";
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

std::string disagreement(const Format& format, const Facts& all, const Files& files) {
  const FactReader* const reader = reader_of(format);
  if (reader == nullptr) return "nothing here reads it";
  Facts expected = format.name == "pajek" ? by_label(all) : all;
  std::erase_if(expected, [&](const Statement& fact) { return reader->lost.contains(fact.category); });
  Facts found = reader->read(files);
  if (reader->read == read_rdf) {
    expected = decoded(expected);
    found = decoded(found);
  }
  return found == expected ? "" : shown("missing", expected, found) + shown("added", found, expected);
}

}  // namespace digestkg::testing
