// A TOML file of overrides -> what resolution obeys.

#include "base/file_bytes.hpp"

#include <digestkg/diagnostic.hpp>
#include <digestkg/overrides.hpp>

#include <toml++/toml.h>

#include <algorithm>
#include <array>

namespace digestkg {
namespace {

class OverridesReader {
 public:
  OverridesReader(std::string_view name, std::string_view bytes) : name_(name), bytes_(bytes) {}

  Overrides run() {
    for (auto&& [key, node] : parsed()) {
      const auto* const tables = node.as_array();
      if (!tables) fail(node.source(), "expected a list of tables: [[" + std::string(key.str()) + "]]");
      for (const toml::node& table : *tables) {
        if (!table.is_table()) fail(table.source(), "expected a table");
        read_table(key, *table.as_table());
      }
    }
    return std::move(overrides_);
  }

 private:
  toml::table parsed() const {
    try {
      return toml::parse(bytes_, name_);
    } catch (const toml::parse_error& error) {
      fail(error.source(), std::string(error.description()));
    }
  }

  [[noreturn]] void fail(const toml::source_region& at, std::string message) const {
    Diagnostic diagnostic{std::string(name_), at.begin.line, at.begin.column, Severity::Rejected, std::move(message), {}, 0};
    throw Error(format(diagnostic));
  }

  void read_table(const toml::key& kind, const toml::table& table) {
    if (kind == "same") return overrides_.same.push_back(read_names(table, 1));
    if (kind == "apart") return overrides_.apart.push_back(read_names(table, 2));
    if (kind == "kind") return overrides_.kinds.push_back(read_kind(table));
    if (kind == "reject") return overrides_.rejections.push_back(read_rejection(table));
    fail(kind.source(), "unknown table `" + std::string(kind.str()) + "`: there are same, apart, kind and reject");
  }

  void allow(const toml::table& table, std::initializer_list<std::string_view> members) const {
    for (auto&& [key, node] : table)
      if (std::ranges::find(members, key.str()) == members.end()) fail(key.source(), "unknown member `" + std::string(key.str()) + '`');
  }

  std::string text(const toml::node& node) const {
    const auto text = node.value_exact<std::string>();
    if (!text || text->empty()) fail(node.source(), "expected a text that is not empty");
    return *text;
  }

  std::string optional_text(const toml::table& table, std::string_view member) const {
    const toml::node* const node = table.get(member);
    return node ? text(*node) : std::string();
  }

  std::vector<std::string> texts(const toml::table& table, std::string_view member, std::size_t least) const {
    const toml::node* const node = table.get(member);
    const auto* const list = node ? node->as_array() : nullptr;
    if (!list || list->size() < least)
      fail(node ? node->source() : table.source(), "expected " + std::string(member) + " = [...] with at least " + std::to_string(least));
    std::vector<std::string> found;
    for (const toml::node& item : *list) found.push_back(text(item));
    return found;
  }

  Overrides::Names read_names(const toml::table& table, std::size_t least) const {
    allow(table, {"names"});
    return {texts(table, "names", least)};
  }

  Overrides::KindOf read_kind(const toml::table& table) const {
    allow(table, {"name", "kinds"});
    Overrides::KindOf found{optional_text(table, "name"), {}};
    if (found.name.empty()) fail(table.source(), "expected name = \"...\"");
    for (const std::string& word : texts(table, "kinds", 1)) {
      const auto kind = kind_named(word);
      if (!kind || !named_things.has(*kind)) fail(table.get("kinds")->source(), "`" + word + "` is none of method, benchmark and dataset");
      found.kinds = found.kinds | *kind;
    }
    return found;
  }

  Overrides::Rejection read_rejection(const toml::table& table) const {
    allow(table, {"paper", "subject", "relation", "object", "value"});
    if (table.empty()) fail(table.source(), "an empty rejection would reject everything");
    Overrides::Rejection found{optional_text(table, "paper"), optional_text(table, "subject"), optional_text(table, "object"),
                               optional_text(table, "value"), std::nullopt};
    if (const std::string name = optional_text(table, "relation"); !name.empty()) {
      found.relation = relation_named(name);
      if (!found.relation || !info(*found.relation).from_text)
        fail(table.get("relation")->source(), "`" + name + "` is no relation that is read from text");
    }
    return found;
  }

  std::string_view name_, bytes_;
  Overrides overrides_;
};

}  // namespace

Overrides parse_overrides(std::string_view name, std::string_view toml) { return OverridesReader(name, toml).run(); }
Overrides read_overrides(const std::string& path) { return parse_overrides(path, read_file(path)); }

}  // namespace digestkg
