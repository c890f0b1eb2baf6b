// The TOML of a lexicon file -> records, examples and faults.

#include "ontology/lexicon_file.hpp"

#include "base/lines.hpp"
#include "base/utf8.hpp"
#include "base/diagnose.hpp"

#include <algorithm>
#include <toml++/toml.h>

namespace digestkg {
namespace {

constexpr std::string_view not_a_name = "not-name";

/// Reads one file; every fault is reported at the node it is about.
class Reader {
 public:
  Reader(std::string_view file, std::string_view bytes) : bytes_(bytes) { result_.name = file; }

  LexiconFile read() && {
    try {
      const toml::table file = toml::parse(bytes_);
      read_defaults(file);
      for (const auto& [key, value] : file)
        if (key != "kind" && key != "role" && key != "names" && key != "example") fault(key, "unknown key '" + std::string(key.str()) + "'");
      each_table(file, "names", [&](const toml::table& record) { read_record(record); });
      each_table(file, "example", [&](const toml::table& example) { read_example(example); });
    } catch (const toml::parse_error& error) {
      fault(error.source(), std::string(error.description()));
    }
    return std::move(result_);
  }

 private:
  void fault(const toml::source_region& source, std::string message) {
    const FilePlace place{std::max<std::uint32_t>(source.begin.line, 1), std::max<std::uint32_t>(source.begin.column, 1)};
    result_.diagnostics.push_back(diagnose(result_.name, bytes_, place, Severity::Rejected, std::move(message)));
  }
  void fault(const toml::node& node, std::string message) { fault(node.source(), std::move(message)); }
  void fault(const toml::key& key, std::string message) { fault(key.source(), std::move(message)); }

  static FilePlace place(const toml::node& node) { return {node.source().begin.line, node.source().begin.column}; }

  std::string text(const toml::node& node, std::string_view what) {
    const auto value = node.value_exact<std::string>();
    if (!value || value->empty()) {
      fault(node, std::string(what) + " must be a text");
      return {};
    }
    if (std::ranges::any_of(*value, [](char c) { return static_cast<unsigned char>(c) < ' '; })) {
      fault(node, std::string(what) + " has a control character");
      return {};
    }
    return *value;
  }

  /// A text or a list of texts.
  std::vector<std::string> texts(const toml::node& node, std::string_view what) {
    std::vector<std::string> list;
    if (const toml::array* const array = node.as_array()) {
      for (const toml::node& item : *array)
        if (std::string one = text(item, what); !one.empty()) list.push_back(std::move(one));
    } else if (std::string one = text(node, what); !one.empty()) {
      list.push_back(std::move(one));
    }
    return list;
  }

  template <class Read>
  void each_table(const toml::table& file, std::string_view key, Read read_one) {
    const toml::node* const node = file.get(key);
    if (!node) return;
    const toml::array* const array = node->as_array();
    if (!array) return fault(*node, "'" + std::string(key) + "' must be a list of tables");
    for (const toml::node& item : *array) {
      if (const toml::table* const table = item.as_table()) read_one(*table);
      else fault(item, "'" + std::string(key) + "' must be a list of tables");
    }
  }

  /// Sets a record's kind; what is no name has none.
  void read_kind(const toml::node& node, LexiconRecord& record) {
    const std::string name = text(node, "kind");
    const auto kind = kind_named(name);
    if (kind && (named_things | Kind::Metric).has(*kind)) record.kind = kind;
    else if (name == not_a_name) record.kind.reset();
    else if (!name.empty()) fault(node, "'" + name + "' is no kind: method, benchmark, dataset, metric or not-name");
    has_kind_ = true;
  }

  void read_defaults(const toml::table& file) {
    if (const toml::node* const kind = file.get("kind")) read_kind(*kind, defaults_);
    if (const toml::node* const role = file.get("role")) defaults_.role = text(*role, "role");
    file_has_kind_ = has_kind_;
  }

  void read_better(const toml::node& node, LexiconRecord& record) {
    const std::string better = text(node, "better");
    if (better == "higher") record.higher_is_better = true;
    else if (better == "lower") record.higher_is_better = false;
    else if (!better.empty()) fault(node, "better must be higher or lower");
  }

  void read_also(const toml::node& node, LexiconRecord& record) {
    for (const std::string& name : texts(node, "also")) {
      if (const auto kind = kind_named(name); kind && (named_things | Kind::Metric).has(*kind)) record.also = record.also | *kind;
      else fault(node, "'" + name + "' is no kind: method, benchmark, dataset or metric");
    }
  }

  void read_record(const toml::table& table) {
    LexiconRecord record = defaults_;
    record.place = place(table);
    has_kind_ = file_has_kind_;
    for (const auto& [key, value] : table) {
      if (key == "name") record.name = text(value, "name");
      else if (key == "aliases") record.aliases = texts(value, "aliases");
      else if (key == "exact") record.exact = texts(value, "exact");
      else if (key == "kind") read_kind(value, record);
      else if (key == "also") read_also(value, record);
      else if (key == "role") record.role = text(value, "role");
      else if (key == "unit") record.unit = text(value, "unit");
      else if (key == "better") read_better(value, record);
      else if (key == "head") record.head = value.value_or(false);
      else fault(key, "unknown key '" + std::string(key.str()) + "'");
    }
    if (!table.contains("name")) return fault(table, "a record without a name");
    if (!has_kind_) return fault(table, "'" + record.name + "' has no kind, nor has the file");
    if (!record.name.empty()) result_.records.push_back(std::move(record));
  }

  void read_example(const toml::table& table) {
    LexiconExample example;
    example.place = place(table);
    for (const auto& [key, value] : table) {
      if (key == "text") example.text = text(value, "text");
      else if (key == "finds") example.finds = texts(value, "finds");
      else fault(key, "unknown key '" + std::string(key.str()) + "'");
    }
    if (example.text.empty() || example.finds.empty()) return fault(table, "an example needs text and finds");
    result_.examples.push_back(std::move(example));
  }

  std::string_view bytes_;
  LexiconFile result_;
  LexiconRecord defaults_;
  bool has_kind_ = false, file_has_kind_ = false;
};

}  // namespace

std::vector<std::string_view> LexiconRecord::forms() const {
  std::vector<std::string_view> all{name};
  for (const auto* list : {&aliases, &exact})
    for (const std::string& form : *list)
      if (std::ranges::find(all, form) == all.end()) all.push_back(form);
  return all;
}

bool LexiconRecord::is_exact(std::string_view form) const { return std::ranges::find(exact, form) != exact.end(); }

LexiconFile read_lexicon(std::string_view file, std::string_view bytes) { return Reader(file, bytes).read(); }

Diagnostic diagnose(std::string_view file, std::string_view bytes, FilePlace place, Severity severity, std::string message) {
  std::size_t begin = 0;
  for (std::uint32_t line = 1; line < place.line && begin < bytes.size(); ++line) begin = std::min(bytes.find('\n', begin), bytes.size() - 1) + 1;
  std::size_t offset = begin;
  for (std::uint32_t column = 1; column < place.column && offset < bytes.size() && bytes[offset] != '\n'; ++column)
    offset += character_at(bytes, offset).bytes;
  return diagnose(file, bytes, Line{place.line, begin}, offset, severity, std::move(message));
}

}  // namespace digestkg
