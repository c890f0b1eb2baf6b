#pragma once
// A graph, or an export of it that was read back, as a set of plain statements that can be compared one by one.

#include <digestkg/export.hpp>

#include <nlohmann/json.hpp>

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace digestkg::testing {

enum class Category : std::uint8_t { Kind, Label, Property, Edge, Weight, Claim };

struct Statement {
  Category category;
  std::string about;  ///< IRI of the node, or `source LABEL target` of the edge
  std::string what;   ///< key of a property, with its index for items of lists
  std::string value;
  auto operator<=>(const Statement&) const = default;
};
using Facts = std::set<Statement>;

/// Name of the file (or of a folder's files) -> bytes.
using Files = std::map<std::string, std::string>;

inline std::string edge_name(std::string_view source, std::string_view label, std::string_view target) {
  return std::string(source).append(" ").append(label).append(" ").append(target);
}

/// Shortest form of a number that was read as a double.
std::string number(double value);
/// The facts in one JSON value of a property: a scalar, or a list of scalars.
void add_property(Facts& facts, const std::string& about, const std::string& key, const nlohmann::json& value);
/// The facts in parallel lists of claims, which are taken out of `properties`.
void add_claims(Facts& facts, const std::string& about, nlohmann::json& properties);
void add_claim(Facts& facts, const std::string& about, const std::vector<std::string>& parts);

Facts facts_of(const Graph& graph);

/// How a test reads one format, and what it cannot find there.
struct FactReader {
  std::string_view format;
  Facts (*read)(const Files&);
  std::set<Category> lost;
};
/// One for every format that is no picture.
const std::vector<FactReader>& fact_readers();

/// Any syntax that Raptor reads, by the file's extension.
Facts read_rdf(const Files& files);
Facts read_graphml(const Files& files);
Facts read_gexf(const Files& files);
Facts read_neo4j(const Files& files);
Facts read_cypher(const Files& files);
Facts read_csv(const Files& files);
Facts read_tsv(const Files& files);
Facts read_node_link(const Files& files);
Facts read_sqlite(const Files& files);
Facts read_dot(const Files& files);
Facts read_pajek(const Files& files);
Facts read_html(const Files& files);

}  // namespace digestkg::testing
