// Every view of the hostile graph as DOT, SVG, PNG and PDF: read back by cgraph and an XML parser, links and texts checked.

#include <digestkg/export.hpp>

#include "exporters/markup.hpp"
#include "exporters/drawing.hpp"
#include "support/sample_graph.hpp"

#include <catch2/catch.hpp>
#include <expat.h>
#include <graphviz/cgraph.h>

#include <algorithm>
#include <atomic>
#include <memory>
#include <regex>
#include <set>
#include <thread>
#include <vector>

using namespace digestkg;
using namespace digestkg::exporters;

namespace {

std::string written(const View& view, std::string_view format) {
  StringOutput out;
  find_format(format)->write(view, {}, out);
  return out.text();
}

View view_of(ViewKind kind, std::string name = {}) {
  const Graph graph = testing::sample_graph(true);
  if (kind == ViewKind::Whole) return whole(graph);
  ViewRequest r;
  r.kind = kind;
  r.name = std::move(name);
  r.min_weight = kind == ViewKind::Authors ? 1 : 0;
  return make_view(graph, r);
}

std::vector<View> all_views() {
  std::vector<View> views;
  views.push_back(view_of(ViewKind::Whole));
  views.push_back(view_of(ViewKind::Outperforms));
  views.push_back(view_of(ViewKind::Authors));
  views.push_back(view_of(ViewKind::Benchmark, "MMLU"));
  views.push_back(view_of(ViewKind::Paper, "2501.00002"));
  views.push_back(view_of(ViewKind::Paper, "2501.00001"));
  views.push_back(view_of(ViewKind::Around, "FastNet"));
  views.push_back(view_of(ViewKind::Timeline));
  return views;
}

struct CloseGraph {
  void operator()(Agraph_t* graph) const { agclose(graph); }
};
using OwnedGraph = std::unique_ptr<Agraph_t, CloseGraph>;
OwnedGraph read_dot(const std::string& text) { return OwnedGraph(agmemread(text.c_str())); }

/// Elements, links and all text of an SVG; `well_formed` is false when expat objects.
struct Svg {
  bool well_formed = false;
  std::set<std::string> elements, links, handlers;
  std::string text;
};

Svg read_svg(const std::string& bytes) {
  Svg svg;
  XML_Parser parser = XML_ParserCreate("UTF-8");
  XML_SetUserData(parser, &svg);
  XML_SetElementHandler(
      parser,
      [](void* data, const XML_Char* name, const XML_Char** attributes) {
        auto& s = *static_cast<Svg*>(data);
        s.elements.insert(name);
        for (; *attributes; attributes += 2) {
          const std::string key = attributes[0];
          if (key == "xlink:href" || key == "href") s.links.insert(attributes[1]);
          if (key.starts_with("on")) s.handlers.insert(key);
        }
      },
      [](void*, const XML_Char*) {});
  XML_SetCharacterDataHandler(parser, [](void* data, const XML_Char* text, int length) {
    static_cast<Svg*>(data)->text.append(text, static_cast<std::size_t>(length));
  });
  svg.well_formed = XML_Parse(parser, bytes.data(), static_cast<int>(bytes.size()), 1) == XML_STATUS_OK;
  XML_ParserFree(parser);
  return svg;
}

}  // namespace

TEST_CASE("DOT of every view is read by cgraph, and the same twice") {
  for (const View& view : all_views()) {
    const std::string text = written(view, "dot");
    const OwnedGraph graph = read_dot(text);
    REQUIRE(graph);
    CHECK(agnnodes(graph.get()) > 0);
    CHECK(written(view, "dot") == text);
  }
}

TEST_CASE("DOT of the whole graph holds every node and edge, with names as they are") {
  const View view = view_of(ViewKind::Whole);
  const OwnedGraph graph = read_dot(written(view, "dot"));
  REQUIRE(graph);
  CHECK(static_cast<std::size_t>(agnnodes(graph.get())) == view.graph.nodes().size());
  CHECK(static_cast<std::size_t>(agnedges(graph.get())) == view.graph.edges().size());
  for (NodeId id = 0; id < view.graph.nodes().size(); ++id) {
    Agnode_t* const node = agnode(graph.get(), const_cast<char*>(std::string(view.graph.node(id).iri).c_str()), 0);
    REQUIRE(node);
    CHECK(std::string(agget(node, const_cast<char*>("label"))) == [&] {
      std::string label;  // cgraph keeps the escapes that the drawing undoes
      for (const char c : view.graph.name(id)) label += c == '\\' ? "\\\\" : c == '&' ? "&amp;" : std::string(1, c);
      return label;
    }());
  }
}

TEST_CASE("control characters of a saved graph do not end a text of DOT") {
  GraphBuilder b;
  b.set_node(b.node("entity/a", Kind::Method), Key::Name, b.keep(std::string_view("A\0\x1B net\n\t", 9)));
  const std::string dot = written(whole(b.finish()), "dot");
  CHECK(dot.find("[label=\"A\xEF\xBF\xBD\xEF\xBF\xBD net\n\t\"]") != std::string::npos);
  CHECK(read_dot(dot));
}

TEST_CASE("SVG of every view parses, runs nothing and links to arXiv alone") {
  for (const View& view : all_views()) {
    const Svg svg = read_svg(written(view, "svg"));
    REQUIRE(svg.well_formed);
    CHECK_FALSE(svg.elements.contains("script"));
    CHECK_FALSE(svg.elements.contains("image"));
    CHECK(svg.handlers.empty());
    for (const std::string& link : svg.links) CHECK(link.starts_with("https://arxiv.org/abs/"));
  }
}

TEST_CASE("SVG shows hostile names as they are, with the sentence behind an edge") {
  const Svg svg = read_svg(written(view_of(ViewKind::Outperforms), "svg"));
  CHECK(svg.text.find("back\\slash\\") != std::string::npos);
  CHECK(svg.text.find("\\N\\G\\l") != std::string::npos);
  CHECK(svg.text.find("</script><b>x</b>") != std::string::npos);
  CHECK(svg.text.find("A & B < C > D") != std::string::npos);
  CHECK(svg.text.find("It beats SlowNet on MMLU") != std::string::npos);
  CHECK(svg.text.find("\xE2\x80\xAE") == std::string::npos);  // no turning of the text around it
  CHECK(svg.text.find("prefers-color-scheme:dark") != std::string::npos);
}

TEST_CASE("PNG and PDF are drawn and the same twice") {
  const View view = view_of(ViewKind::Outperforms);
  const std::string png = written(view, "png"), pdf = written(view, "pdf");
  CHECK(png.starts_with("\x89PNG"));
  CHECK(pdf.starts_with("%PDF-"));
  CHECK(pdf.find("/CreationDate (D:20000101000000") != std::string::npos);
  CHECK(written(view, "png") == png);
  CHECK(written(view, "pdf") == pdf);
}

TEST_CASE("threads that draw at once do not disturb each other") {
  const View view = view_of(ViewKind::Around, "FastNet");
  const std::string alone = written(view, "svg");
  std::atomic<int> different = 0;
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t)
    threads.emplace_back([&] {
      for (int i = 0; i < 40; ++i) different += written(view, "svg") != alone;
    });
  for (std::thread& thread : threads) thread.join();
  CHECK(different == 0);
}

TEST_CASE("a label that Graphviz cannot read is an error, not an empty picture") {
  Drawing drawing("bad", Drawing::Lines::Directed, "dot");
  drawing.node({{"label", "<TABLE><TR>", true}});
  StringOutput out;
  CHECK_THROWS_WITH(drawing.render(Rendering::Svg, out), Catch::StartsWith("Graphviz: "));
}

TEST_CASE("a picture too wide for its resolution gets a lower one") {
  Drawing drawing("wide", Drawing::Lines::Directed, "dot");
  for (int i = 0; i < 150; ++i) drawing.node({{"label", "a rather wide name for one node"}, {"width", "3"}});
  StringOutput out;
  drawing.render(Rendering::Png, out);
  const std::string& png = out.text();
  REQUIRE(png.size() > 24);
  const auto width = static_cast<std::uint32_t>(static_cast<unsigned char>(png[18])) << 8 | static_cast<unsigned char>(png[19]);
  CHECK(width <= 12000);
  CHECK(width > 10000);
  CHECK(png[17] == 0);
}

TEST_CASE("text is clipped and wrapped by characters, and only arXiv ids become links") {
  CHECK(clip("caf\xC3\xA9s and bars", 6) == "caf\xC3\xA9s\xE2\x80\xA6");
  CHECK(clip("short", 5) == "short");
  CHECK(wrap("one two three four", 8, 2) == std::vector<std::string>{"one two", "three\xE2\x80\xA6"});
  CHECK(arxiv_link("2501.00001") == "https://arxiv.org/abs/2501.00001");
  CHECK(arxiv_link("cs/0112017") == "https://arxiv.org/abs/cs/0112017");
  CHECK(arxiv_link("javascript:alert(1)").empty());
  CHECK(arxiv_link("../../x").empty());
}

namespace {

/// The heads of the timeline's columns when papers of these arXiv ids, all listed in one month, introduce one thing each.
std::vector<std::string> columns_of(const std::vector<std::string>& ids) {
  GraphBuilder b;
  for (const std::string& id : ids) {
    const auto paper = b.node("paper/" + make_iri("x", id), Kind::Paper);
    b.set_node(paper, Key::ArxivId, b.keep(id));
    b.set_node(paper, Key::Date, b.keep("2025-03-04"));
    const auto method = b.node("entity/of-" + make_iri("x", id), Kind::Method);
    b.set_node(method, Key::Name, b.keep("Of " + id));
    b.edge(paper, Relation::Introduces, method);
  }
  ViewRequest r;
  r.kind = ViewKind::Timeline;
  const std::string dot = written(make_view(b.finish(), r), "dot");
  static const std::regex head("<B><FONT [^>]*>([0-9Q -]+)</FONT></B>");
  std::vector<std::string> found;
  for (std::sregex_iterator at(dot.begin(), dot.end(), head), end; at != end; ++at) found.push_back((*at)[1]);
  std::ranges::sort(found);
  return found;
}

}  // namespace

TEST_CASE("the timeline goes by arXiv's numbers, in months, quarters or years") {
  CHECK(columns_of({"2301.00001", "2302.00001", "2302.00002", "cs/0112017", "math.GT/9905001", "no number", "2513.00001"}) ==
        std::vector<std::string>{"1999-05", "2001-12", "2023-01", "2023-02", "2025-03"});
  std::vector<std::string> year{"2401.00001"};
  for (const char* month : {"01", "02", "03", "04", "06", "07", "09", "10", "12"}) year.push_back("23" + std::string(month) + ".00001");
  CHECK(columns_of(year) == std::vector<std::string>{"2023 Q1", "2023 Q2", "2023 Q3", "2023 Q4", "2024 Q1"});
  for (const char* month : {"1901", "2001", "2101", "2201"}) year.push_back(std::string(month) + ".00001");
  CHECK(columns_of(year) == std::vector<std::string>{"2019", "2020", "2021", "2022", "2023", "2024"});
}
