#pragma once
// A view -> a drawing of it. One function a kind of view, each in the file of its name.

#include "exporters/drawing.hpp"
#include "exporters/markup.hpp"
#include "exporters/palette.hpp"

#include <digestkg/leaderboard.hpp>
#include <digestkg/view.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace digestkg::exporters {

/// The picture that fits the view: too large a graph is drawn as its strongest comparisons.
Drawing picture_of(const View& view);

Drawing outperforms_picture(const View& view);
Drawing board_picture(const View& view);
Drawing authors_picture(const View& view);
Drawing subject_picture(const View& view);   ///< one paper or one name with what is said about it, in columns
Drawing timeline_picture(const View& view);
Drawing network_picture(const View& view);   ///< any graph of up to a few hundred nodes

// ---- what they share ----

/// One line of a legend: a coloured sign and what it means.
struct LegendEntry {
  std::string_view sign;
  Shade shade;
  std::string text;
};

struct Caption {
  std::string title;
  std::vector<std::string> lines;  ///< how to read it, then what was left out
  std::vector<LegendEntry> legend;
};
/// The view's title and notes; `reading` says how to read the picture.
Caption caption_of(const View& view, std::string_view reading);
/// A sign for each kind of node that is drawn.
void add_kinds(Caption& caption, KindSet kinds);

/// A drawing with the common look and the caption above it. `layout` are the graph attributes of the engine.
Drawing framed(std::string_view name, Drawing::Lines lines, std::string_view engine, const Caption& caption, const Attributes& layout);

/// `<FONT ...>text</FONT>`; `text` is escaped here.
std::string font(std::string_view text, const Shade& shade, int points);
std::string bold(std::string_view text);
/// A node of the look of its kind. `main` and `below` are markup.
Attributes node_attributes(KindSet kinds, const std::string& main, const std::string& below, std::string_view tip, const std::string& link = {});
/// A node that is a table of its own.
Attributes table_attributes(const std::string& table, std::string_view tip);

/// Where a claim stands: the paper's page.
std::string link_of(const Graph& graph, const Claim& claim);
std::string link_of(const Graph& graph, NodeId paper);
/// `A outperforms B: "sentence" (arXiv 2501.00001); and 2 more`.
std::string evidence(const Graph& graph, const Edge& edge);
/// Tooltip and link of an edge's strongest claim, ready to be added to its looks.
Attributes evidence_attributes(const Graph& graph, const Edge& edge);
/// A rounded box of its own for things of one kind of relation, titled `title`.
Attributes group_box(std::string_view title);
/// `outperforms` -> how it reads on a picture: `evaluated on`.
std::string in_words(Relation relation);

}  // namespace digestkg::exporters
