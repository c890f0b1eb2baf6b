// The kinds and relations of a graph -> Cypher that makes constraints and indexes.

#include "exporters/neo4j_schema.hpp"

#include "exporters/property_table.hpp"

#include <bitset>
#include <string>

namespace digestkg::exporters {
namespace {

void append(std::string& list, std::string_view separator, std::string_view item) {
  if (!list.empty()) list += separator;
  list += item;
}

/// `n.name, n.title` for those of the keys that nodes of the kinds may bear.
std::string properties(KindSet kinds, std::initializer_list<Key> wanted) {
  std::string list;
  for (const Key key : wanted)
    if (info(key).nodes.any(kinds)) append(list, ", ", "n." + std::string(info(key).name));
  return list;
}

}  // namespace

void write_schema(const Graph& graph, Output& out) {
  KindSet present;
  std::bitset<relation_count> related;
  for (const Node& node : graph.nodes()) present = present | node.kinds;
  for (const Edge& edge : graph.edges()) related.set(static_cast<std::size_t>(edge.relation));

  std::string texts;
  for (const KindInfo& kind : kinds()) {
    if (!present.has(kind.kind)) continue;
    out << "CREATE CONSTRAINT " << kind.record << "_iri IF NOT EXISTS FOR (n:" << kind.label << ") REQUIRE n.iri IS UNIQUE;\n";
    for (const Key key : {Key::Name, Key::Date, Key::Value})
      if (info(key).nodes.has(kind.kind))
        out << "CREATE INDEX " << kind.record << '_' << info(key).name << " IF NOT EXISTS FOR (n:" << kind.label << ") ON (n."
            << info(key).name << ");\n";
    if (!properties(kind.kind, {Key::Name, Key::Title}).empty()) append(texts, "|", kind.label);
  }
  if (!texts.empty())
    out << "CREATE FULLTEXT INDEX names IF NOT EXISTS FOR (n:" << texts << ") ON EACH ["
        << properties(present, {Key::Name, Key::Aliases, Key::Title, Key::Summary}) << "];\n";
  std::string evidenced;
  for (const RelationInfo& relation : relations())
    if (related.test(static_cast<std::size_t>(relation.relation)) && relation.from_text) append(evidenced, "|", relation.label);
  if (!evidenced.empty())
    out << "CREATE FULLTEXT INDEX sentences IF NOT EXISTS FOR ()-[r:" << evidenced << "]-() ON EACH [r."
        << claim_columns()[static_cast<std::size_t>(ClaimColumn::Sentence)].name << "];\n";
}

}  // namespace digestkg::exporters
