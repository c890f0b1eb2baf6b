// One paper, or one name -> columns: who stands behind it, the thing itself, and boxes of what it is said to do.

#include "exporters/picture.hpp"

#include <digestkg/analysis.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace digestkg::exporters {
namespace {

constexpr std::size_t authors_shown = 6, group_limit = 9, table_rows = 10;

/// Things that stand in one box, for one reason.
struct Group {
  std::string title;
  std::vector<NodeId> members;
  std::map<NodeId, const Edge*> reason;
};

/// The drawing together with what was drawn already.
class Canvas {
 public:
  Canvas(const View& view, Drawing drawing) : view_(view), graph_(view.graph), drawing_(std::move(drawing)) {
    for (NodeId id = 0; id < graph_.nodes().size(); ++id)
      if (graph_.node(id).kinds.has(Kind::Result)) results_.push_back(score_of(graph_, id));
  }

  Drawing take() && { return std::move(drawing_); }
  const Graph& graph() const { return graph_; }
  bool drawn(NodeId id) const { return nodes_.contains(id); }
  Drawing::Node node(NodeId id) const { return nodes_.at(id); }
  void draw(NodeId id, Drawing::Box box = Drawing::outside, bool main = false) {
    const Node& node = graph_.node(id);
    if (node.kinds.any(Kind::Benchmark | Kind::Dataset) && has_scores(id) && !main) {
      nodes_[id] = drawing_.node(table_attributes(score_table(id), graph_.name(id)), box);
      return;
    }
    std::string name;
    for (const std::string& line : wrap(graph_.name(id), 28, main ? 4 : 2))
      name += (name.empty() ? "" : "<BR/>") + (main ? bold(line) : markup(line));
    const std::string link = node.kinds.has(Kind::Paper) ? link_of(graph_, id) : std::string();
    const std::string date = node.kinds.has(Kind::Paper) ? font(graph_.text(node, Key::Date), shade::muted, 9) : std::string();
    Attributes attributes = node_attributes(node.kinds, name, date, graph_.name(id), link);
    if (main) attributes.push_back({"penwidth", "2"});
    nodes_[id] = drawing_.node(attributes, box);
  }
  Drawing::Node note(const std::string& text, Drawing::Box box) {
    return drawing_.node({{"label", font(text, shade::muted, 10), true}, {"shape", "plaintext"}, {"style", ""}, {"tooltip", " "}}, box);
  }
  Drawing::Node table(const std::string& markup_of_table, std::string_view tip) { return drawing_.node(table_attributes(markup_of_table, tip)); }
  /// The title of an outward group stands on the right, where no line comes in.
  Drawing::Box box(std::string_view title, bool outward = false) {
    Attributes attributes = group_box(title);
    if (outward) attributes.push_back({"labeljust", "r"});
    return drawing_.box(attributes);
  }
  void line(Drawing::Node from, Drawing::Node to, const Attributes& attributes) { drawing_.edge(from, to, attributes); }
  std::span<const Score> results() const { return results_; }

 private:
  bool has_scores(NodeId benchmark) const {
    return std::ranges::any_of(results_, [&](const Score& s) { return s.benchmark == benchmark; });
  }
  std::string score_table(NodeId benchmark) const;

  const View& view_;
  const Graph& graph_;
  Drawing drawing_;
  std::map<NodeId, Drawing::Node> nodes_;
  std::vector<Score> results_;
};

/// What tells a score from the others of its table: the method, or where it stands when all are of one method.
std::string row_name(const Graph& graph, const Score& s, bool by_method) {
  if (by_method) return s.method ? clip(graph.name(*s.method), 28) : "method not named";
  if (s.benchmark) return clip(graph.name(*s.benchmark), 28);
  return s.paper ? "arXiv " + std::string(graph.text(graph.node(*s.paper), Key::ArxivId)) : "no benchmark named";
}

std::string score_row(const Graph& graph, const Score& s, bool strong, bool by_method) {
  const std::string name = row_name(graph, s, by_method);
  const auto text = [&](const std::string& t) { return strong ? "<B>" + font(t, shade::ink, 10) + "</B>" : font(t, shade::ink, 10); };
  std::string value = shown(s);
  if (!s.delta && !s.baseline_value.empty()) value += " from " + std::string(s.baseline_value);
  return "<TR><TD ALIGN=\"LEFT\">" + text(name) + "</TD><TD ALIGN=\"RIGHT\" TOOLTIP=\"" + markup(clip(s.sentence, 400)) + "\">&#160;&#160;" +
         text(value) + "</TD></TR>";
}

std::string metric_row(const std::string& text) {
  return "<TR><TD COLSPAN=\"2\" ALIGN=\"LEFT\">" + font(text, shade::muted, 9) + "</TD></TR>";
}

std::string table_of(const KindLook& l, const std::string& title, const std::string& rows) {
  return "<TABLE BORDER=\"1\" COLOR=\"" + std::string(l.stroke.light) + "\" BGCOLOR=\"" + std::string(l.fill.light) +
         "\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"2\"><TR><TD COLSPAN=\"2\" ALIGN=\"LEFT\" CELLPADDING=\"4\"><B>" +
         font(title, l.stroke, 11) + "</B></TD></TR>" + rows + "</TABLE>";
}

/// Rows of scores under a line for each metric; at most `table_rows` scores.
std::string rows_of(const Graph& graph, std::vector<Score> scores, std::optional<NodeId> strong, bool by_method = true) {
  const auto metric = [&](const Score& s) {
    return clip(s.metric ? graph.name(*s.metric) : std::string_view("metric not named"), 32) + (s.delta ? " (gain)" : "");
  };
  std::ranges::stable_sort(scores, [&](const Score& a, const Score& b) {
    if (metric(a) != metric(b)) return metric(a) < metric(b);
    return higher_is_better(graph, a).value_or(true) ? a.number > b.number : a.number < b.number;
  });
  std::string rows, last;
  for (std::size_t i = 0; i < std::min(scores.size(), table_rows); ++i) {
    if (metric(scores[i]) != last) rows += metric_row(last = metric(scores[i]));
    rows += score_row(graph, scores[i], by_method && strong && scores[i].method == strong, by_method);
  }
  if (scores.size() > table_rows) rows += metric_row("and " + std::to_string(scores.size() - table_rows) + " more scores");
  return rows;
}

std::string Canvas::score_table(NodeId benchmark) const {
  std::vector<Score> scores;
  for (const Score& s : results_)
    if (s.benchmark == benchmark) scores.push_back(s);
  return table_of(look(Kind::Benchmark), clip(graph_.name(benchmark), 40), rows_of(graph_, std::move(scores), view_.focus));
}

/// How a line of this relation looks.
Attributes line_look(Relation relation) {
  switch (relation) {
    case Relation::Outperforms: return {{"color", std::string(look(Kind::Method).stroke.light)}, {"penwidth", "1.6"}};
    case Relation::EvaluatedOn: return {{"color", std::string(look(Kind::Benchmark).stroke.light)}};
    case Relation::TrainedOn: return {{"color", std::string(look(Kind::Dataset).stroke.light)}};
    case Relation::Uses: return {{"style", "dashed"}, {"arrowhead", "vee"}};
    case Relation::Introduces: return {{"color", std::string(look(Kind::Paper).stroke.light)}, {"penwidth", "1.6"}};
    default: return {{"arrowhead", "none"}};
  }
}

Attributes joined(Attributes a, const Attributes& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

void draw_authors(Canvas& canvas, NodeId paper, Drawing::Node at) {
  std::vector<std::pair<std::int64_t, NodeId>> authors;
  for (const Edge& e : canvas.graph().out_edges(paper))
    if (e.relation == Relation::Author) {
      const Value* position = canvas.graph().value(e, Key::Position);
      authors.emplace_back(position ? std::get<std::int64_t>(*position) : 0, e.target);
    }
  if (authors.empty()) return;
  std::ranges::sort(authors);
  const auto box = canvas.box("authors");
  for (std::size_t i = 0; i < std::min(authors.size(), authors_shown); ++i) {
    canvas.draw(authors[i].second, box);
    canvas.line(canvas.node(authors[i].second), at, {{"arrowhead", "none"}, {"tooltip", " "}});
  }
  if (authors.size() > authors_shown)
    canvas.line(canvas.note("and " + std::to_string(authors.size() - authors_shown) + " more", box), at, {{"style", "invis"}});
}

/// A box of members, each joined to `at` by its edge; what is over the limit is counted.
void draw_group(Canvas& canvas, const Group& group, Relation relation, bool outward) {
  if (group.members.empty()) return;
  const auto box = canvas.box(group.title, outward);
  const std::size_t shown = group.members.size() > group_limit + 1 ? group_limit : group.members.size();
  std::optional<Drawing::Node> last;
  for (std::size_t i = 0; i < shown; ++i) {
    const NodeId id = group.members[i];
    canvas.draw(id, box);
    const Edge& e = *group.reason.at(id);
    const Attributes attributes = joined(line_look(relation), evidence_attributes(canvas.graph(), e));
    canvas.line(canvas.node(e.source), canvas.node(e.target), attributes);
    last = outward ? canvas.node(e.source) : canvas.node(e.target);
  }
  if (shown == group.members.size()) return;
  const auto rest = canvas.note("and " + std::to_string(group.members.size() - shown) + " more", box);
  if (outward) canvas.line(*last, rest, {{"style", "invis"}});
  else canvas.line(rest, *last, {{"style", "invis"}});
}

void sort_by_importance(const Graph& graph, std::vector<NodeId>& nodes) {
  std::ranges::stable_sort(nodes, [&](NodeId a, NodeId b) { return importance(graph, a) > importance(graph, b); });
}

// ---- a paper -------------------------------------------------------------------------------------------------------------------

/// The things that a paper is about: those it introduces and then says something of, else the first that it introduces.
std::vector<NodeId> main_things(const Graph& graph, NodeId paper) {
  std::vector<NodeId> introduced, subjects;
  for (const Edge& e : graph.out_edges(paper))
    if (e.relation == Relation::Introduces) introduced.push_back(e.target);
  for (const NodeId id : introduced) {
    const bool used_by_another = std::ranges::any_of(graph.in_edges(id), [&](EdgeId in) {
      return graph.edge(in).relation == Relation::Uses && std::ranges::find(introduced, graph.edge(in).source) != introduced.end();
    });
    if (!graph.out_edges(id).empty() && !used_by_another) subjects.push_back(id);
  }
  if (subjects.empty() && !introduced.empty()) subjects.push_back(introduced.front());
  if (subjects.size() > 4) subjects.resize(4);
  return subjects;
}

void draw_numbers_without_benchmark(Canvas& canvas, Drawing::Node at, std::optional<NodeId> strong) {
  std::vector<Score> scores;
  for (const Score& s : canvas.results())
    if (!s.benchmark) scores.push_back(s);
  if (scores.empty()) return;
  const auto table = canvas.table(table_of(look(Kind::Paper), "reports, on no named benchmark", rows_of(canvas.graph(), std::move(scores), strong)),
                                  "numbers without a benchmark");
  canvas.line(at, table, {{"arrowhead", "none"}, {"style", "dotted"}, {"tooltip", "reports"}});
}

void draw_paper(Canvas& canvas, NodeId paper) {
  const Graph& graph = canvas.graph();
  canvas.draw(paper, Drawing::outside, true);
  draw_authors(canvas, paper, canvas.node(paper));
  const std::vector<NodeId> main = main_things(graph, paper);
  for (const NodeId id : main) canvas.draw(id, Drawing::outside, true);
  for (const Edge& e : graph.out_edges(paper))
    if (e.relation == Relation::Introduces && canvas.drawn(e.target))
      canvas.line(canvas.node(paper), canvas.node(e.target),
                  joined({{"weight", "20"}, {"label", in_words(e.relation)}}, joined(line_look(e.relation), evidence_attributes(graph, e))));

  std::set<NodeId> placed(main.begin(), main.end());
  const auto collect = [&](Relation relation, std::string title, bool from_paper) {
    Group group{std::move(title), {}, {}};
    for (const Edge& e : graph.edges()) {
      const bool starts = from_paper ? e.source == paper : std::ranges::find(main, e.source) != main.end();
      if (e.relation != relation || !starts || (!from_paper && e.target == paper)) continue;
      if (placed.insert(e.target).second) group.members.push_back(e.target);
      group.reason.emplace(e.target, &e);
    }
    sort_by_importance(graph, group.members);
    draw_group(canvas, group, relation, true);
  };
  for (const Relation relation : {Relation::Outperforms, Relation::EvaluatedOn, Relation::TrainedOn, Relation::Uses})
    collect(relation, in_words(relation), false);
  const Drawing::Node at = main.empty() ? canvas.node(paper) : canvas.node(main.front());
  draw_numbers_without_benchmark(canvas, at, main.empty() ? std::nullopt : std::optional(main.front()));
  collect(Relation::Introduces, "introduces too", true);
  collect(Relation::Addresses, "works on", true);
  collect(Relation::Mentions, "mentions", true);
}

// ---- any other name ------------------------------------------------------------------------------------------------------------

std::string backward_title(Relation relation) {
  switch (relation) {
    case Relation::Author: return "papers";
    case Relation::Introduces: return "introduced by";
    case Relation::Mentions: return "mentioned in";
    case Relation::Uses: return "used by";
    case Relation::TrainedOn: return "training data of";
    case Relation::EvaluatedOn: return "evaluated on it";
    case Relation::Outperforms: return "outperformed by";
    case Relation::Addresses: return "worked on by";
    default: return in_words(relation);
  }
}

void draw_name(Canvas& canvas, NodeId focus) {
  const Graph& graph = canvas.graph();
  canvas.draw(focus, Drawing::outside, true);
  std::set<NodeId> placed{focus};
  for (const Relation relation : {Relation::Introduces, Relation::Outperforms, Relation::EvaluatedOn, Relation::TrainedOn, Relation::Uses,
                                  Relation::Author, Relation::Addresses, Relation::Mentions, Relation::CoAuthor}) {
    Group out{in_words(relation), {}, {}}, in{backward_title(relation), {}, {}};
    const auto add = [&](Group& group, NodeId other, const Edge& e) {
      if (placed.insert(other).second) {
        group.members.push_back(other);
        group.reason.emplace(other, &e);
      }
    };
    for (const Edge& e : graph.out_edges(focus))
      if (e.relation == relation) add(out, e.target, e);
    for (const EdgeId id : graph.in_edges(focus))
      if (graph.edge(id).relation == relation) add(in, graph.edge(id).source, graph.edge(id));
    for (Group* group : {&out, &in}) sort_by_importance(graph, group->members);
    draw_group(canvas, out, relation, true);
    draw_group(canvas, in, relation, false);
  }
  std::vector<Score> loose;
  for (const Score& s : canvas.results())
    if (s.method == focus && (!s.benchmark || !canvas.drawn(*s.benchmark))) loose.push_back(s);
  if (!loose.empty())
    canvas.line(canvas.node(focus), canvas.table(table_of(look(Kind::Paper), "numbers", rows_of(graph, std::move(loose), focus, false)), "numbers"),
                {{"arrowhead", "none"}, {"style", "dotted"}, {"tooltip", "numbers"}});
}

}  // namespace

Drawing subject_picture(const View& view) {
  const bool paper = view.graph.node(*view.focus).kinds.has(Kind::Paper);
  Caption caption = caption_of(view, paper ? "" : "Left: what points to it. Right: what it points to. Hover over a line for its sentence.");
  KindSet kinds;
  for (const Node& node : view.graph.nodes()) kinds = kinds | KindSet::from_bits(node.kinds.bits());
  add_kinds(caption, kinds);
  Canvas canvas(view, framed("subject", Drawing::Lines::Directed, "dot", caption,
                             {{"rankdir", "LR"}, {"nodesep", "0.12"}, {"ranksep", "0.7"}, {"splines", "spline"}, {"compound", "true"}}));
  if (paper) draw_paper(canvas, *view.focus);
  else draw_name(canvas, *view.focus);
  return std::move(canvas).take();
}

}  // namespace digestkg::exporters
