// GEXF: looks, kinds and the timeline.

#include "exporters/exporters.hpp"
#include "exporters/looks.hpp"
#include "exporters/spells.hpp"

#include "support/sample_graph.hpp"
#include "support/xml_reader.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

using namespace digestkg;
using exporters::Spell;
using exporters::Spells;

namespace {

std::vector<Spell> node_spells(const Graph& graph, std::string_view iri) {
  const Spells spells(graph);
  const auto found = spells.of_node(*graph.find(iri));
  return {found.begin(), found.end()};
}

/// A paper listed on the given days, its digests, and a method claimed on the last one.
Graph listed(const std::vector<std::string_view>& days) {
  GraphBuilder b;
  const auto paper = b.node("paper/1", Kind::Paper);
  std::uint32_t listing = 0;
  for (const std::string_view day : days) {
    listing = b.listing({"paper/1", day, "T.", "S.", {}, {}, {}});
    const auto digest = b.node("digest/" + std::string(day), Kind::Digest);
    b.set_node(digest, Key::Date, day);
    b.edge(paper, Relation::ListedIn, digest);
  }
  b.claim_edge(b.edge(paper, Relation::Introduces, b.node("entity/m", Kind::Method)), {listing, 0, 2, 0.5F, b.rule("r"), Field::Summary});
  return b.finish();
}

}  // namespace

TEST_CASE("a thing is on the timeline on the days of its listings and claims, days in a row as one spell") {
  const Graph graph = listed({"2024-12-31", "2025-01-01", "2025-01-03"});
  CHECK(node_spells(graph, "paper/1") == std::vector<Spell>{{"2024-12-31", "2025-01-01"}, {"2025-01-03", "2025-01-03"}});
  CHECK(node_spells(graph, "entity/m") == std::vector<Spell>{{"2025-01-03", "2025-01-03"}});
  CHECK(node_spells(graph, "digest/2025-01-01") == std::vector<Spell>{{"2025-01-01", "2025-01-01"}});
}

TEST_CASE("an edge is never there without its ends") {
  const Graph graph = testing::sample_graph(true);
  const Spells spells(graph);
  for (EdgeId id = 0; id < graph.edges().size(); ++id)
    for (const Spell& of_edge : spells.of_edge(id))
      for (const NodeId end : {graph.edge(id).source, graph.edge(id).target})
        CHECK(std::ranges::any_of(spells.of_node(end), [&](const Spell& s) { return s.start <= of_edge.start && of_edge.end <= s.end; }));
}

TEST_CASE("what has no day is always there, and so are the ends of such an edge") {
  GraphBuilder b;
  const auto method = b.node("entity/m", Kind::Method), other = b.node("entity/n", Kind::Method);
  b.edge(method, Relation::Uses, other);
  b.claim_node(method, {b.listing({"paper/1", "2025-01-01", "T.", "S.", {}, {}, {}}), 0, 2, 0.5F, b.rule("r"), Field::Title});
  b.listing({"paper/2", "no date", "", "", {}, {}, {}});
  const Graph graph = b.finish();
  CHECK(Spells(graph).empty());
  StringOutput out;
  View view;
  view.graph = graph;
  exporters::write_gexf(view, {}, out);
  CHECK(testing::read_xml(out.text()).child("graph").attribute("mode") == "static");
}

TEST_CASE("sizes go from 4 to 100 by PageRank, by degree where no node has it") {
  GraphBuilder b;
  const auto hub = b.node("entity/a", Kind::Method);
  for (const char* const iri : {"entity/b", "entity/c"}) b.edge(b.node(iri, Kind::Method), Relation::Uses, hub);
  b.node("task/t", Kind::Task);
  const Graph by_degree = b.finish();
  CHECK(exporters::Sizes(by_degree).of(0) == 100);
  CHECK(exporters::Sizes(by_degree).of(3) == 4);
  GraphBuilder ranked(by_degree);
  ranked.set_node(ranked.node("entity/a", Kind::Method), Key::PageRank, 0.25);
  ranked.set_node(ranked.node("entity/b", Kind::Method), Key::PageRank, 1.0);
  ranked.node("task/t", Kind::Task);
  const Graph by_rank = ranked.finish();
  CHECK(exporters::Sizes(by_rank).of(0) == 52);
  CHECK(exporters::Sizes(by_rank).of(1) == 100);
  CHECK(exporters::Sizes(by_rank).of(2) == 4);
}

TEST_CASE("every kind has a colour of its own") {
  std::set<std::string> colours;
  for (const KindInfo& kind : kinds()) colours.insert(exporters::hex(exporters::colour(kind.kind)));
  CHECK(colours.size() == kind_count);
  CHECK(exporters::hex({0, 10, 255}) == "#000AFF");
}
