// Drawing calls -> cgraph's graph -> DOT text, or a picture through gvc.

#include "exporters/drawing.hpp"

#include "exporters/picture_bytes.hpp"

#include <digestkg/diagnostic.hpp>

#include <gvc.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <vector>

namespace digestkg::exporters {
namespace {

/// What Graphviz says while this lives; one at a time, under the lock of rendering.
class Messages {
 public:
  Messages() {
    text().clear();
    before_ = agseterrf(&Messages::collect);
    agreseterrors();
  }
  ~Messages() { agseterrf(before_); }
  Messages(const Messages&) = delete;
  Messages& operator=(const Messages&) = delete;

  /// gvLayout and gvRenderData return 0 on bad labels, so the messages decide.
  void throw_errors(bool failed) const {
    if (failed || agerrors() >= AGERR) throw Error("Graphviz: " + (text().empty() ? std::string("cannot draw this") : text()));
  }

 private:
  static std::string& text() {
    static std::string said;
    return said;
  }
  static int collect(char* message) noexcept {
    if (text().size() < 2000) text() += message;
    return 0;
  }
  agusererrf before_ = nullptr;
};

struct GraphDeleter {
  void operator()(Agraph_t* graph) const { agclose(graph); }
};
struct RenderedDeleter {
  void operator()(char* bytes) const { gvFreeRenderData(bytes); }
};

class Layout {
 public:
  Layout(GVC_t* context, Agraph_t* graph, const char* engine) : context_(context), graph_(graph) { status_ = gvLayout(context, graph, engine); }
  ~Layout() { gvFreeLayout(context_, graph_); }
  Layout(const Layout&) = delete;
  Layout& operator=(const Layout&) = delete;
  bool failed() const { return status_ != 0; }

 private:
  GVC_t* context_;
  Agraph_t* graph_;
  int status_;
};

/// Graphviz's layouts keep state in globals, and so does cgraph while it opens, fills and closes dictionaries (Ag_dictop_G).
std::recursive_mutex& one_at_a_time() {
  static std::recursive_mutex mutex;
  return mutex;
}

const char* name_of(Rendering rendering) {
  switch (rendering) {
    case Rendering::Svg: return "svg";
    case Rendering::Png: return "png:cairo";
    case Rendering::Pdf: return "pdf:cairo";
  }
  return "svg";
}

/// cgraph numbers names by their address in memory and walks boxes in the order of those numbers, so pictures would change from run to
/// run. These numbers follow the order of making.
struct Numbering {
  std::map<std::string, IDTYPE, std::less<>> numbers;
  std::map<IDTYPE, std::string> names;
  IDTYPE last = 0;

  static Numbering& of(void* state) { return *static_cast<Numbering*>(state); }
  // Without memory cgraph would end the program, too.
  static void* open(Agraph_t*, Agdisc_t*) noexcept { return new Numbering; }  // NOLINT(bugprone-unhandled-exception-at-new)
  static void close(void* state) noexcept { delete &of(state); }
  static long map(void* state, int, char* name, IDTYPE* number, int create) noexcept {
    Numbering& self = of(state);
    if (name) {
      const auto known = self.numbers.find(std::string_view(name));
      if (known != self.numbers.end()) {
        *number = known->second;
        return 1;
      }
      if (!create) return 0;
    }
    *number = ++self.last;
    if (name) {
      self.numbers.emplace(name, *number);
      self.names.emplace(*number, name);
    }
    return 1;
  }
  static long allocate(void*, int, IDTYPE) noexcept { return 0; }
  static void release(void*, int, IDTYPE) noexcept {}
  static char* print(void* state, int, IDTYPE number) noexcept {
    const auto known = of(state).names.find(number);
    return known == of(state).names.end() ? nullptr : known->second.data();
  }
  static void enter(void*, int, void*) noexcept {}
};

Agdisc_t& disciplines() {
  static Agiddisc_t numbering{&Numbering::open,    &Numbering::map,   &Numbering::allocate, &Numbering::release,
                              &Numbering::print, &Numbering::close, &Numbering::enter};
  static Agdisc_t all{&AgMemDisc, &numbering, &AgIoDisc};
  return all;
}

constexpr double points_an_inch = 72, usual_dpi = 144, largest_side = 12000;

}  // namespace

struct Drawing::Impl {
  std::unique_lock<std::recursive_mutex> lock{one_at_a_time()};  ///< of the whole life of a graph, its closing included
  std::unique_ptr<Agraph_t, GraphDeleter> graph;
  std::vector<Agraph_t*> boxes;  ///< [0] is the graph
  std::vector<Agnode_t*> nodes;
  std::string engine;
  std::uint32_t ranks = 0;

  static char* c(const char* text) { return const_cast<char*>(text); }  // cgraph 2.42 takes char* and changes nothing

  void set(void* object, const Attribute& a) const {
    Agraph_t* const root = graph.get();
    const int kind = AGTYPE(object) == AGRAPH ? AGRAPH : AGTYPE(object) == AGNODE ? AGNODE : AGEDGE;
    Agsym_t* symbol = agattr(root, kind, c(a.name), nullptr);
    if (!symbol) symbol = agattr(root, kind, c(a.name), c(""));
    if (!a.markup) {
      agxset(object, symbol, c(a.value.c_str()));
      return;
    }
    char* const label = agstrdup_html(root, c(a.value.c_str()));
    agxset(object, symbol, label);
    agstrfree(root, label);
  }
  void set_default(int kind, const Attributes& attributes) const {
    for (const Attribute& a : attributes) agattr(graph.get(), kind, c(a.name), c(a.value.c_str()));
  }
};

Drawing::Drawing(std::string_view name, Lines lines, std::string_view engine) : impl_(std::make_unique<Impl>()) {
  impl_->graph.reset(agopen(Impl::c(std::string(name).c_str()), lines == Lines::Directed ? Agdirected : Agundirected, &disciplines()));
  impl_->boxes.push_back(impl_->graph.get());
  impl_->engine = engine;
  impl_->set_default(AGRAPH, {{"layout", impl_->engine}});
}
Drawing::Drawing(Drawing&&) noexcept = default;
Drawing::~Drawing() = default;

void Drawing::set(const Attributes& attributes) {
  for (const Attribute& a : attributes) {
    if (a.markup) impl_->set(impl_->graph.get(), a);
    else agattr(impl_->graph.get(), AGRAPH, Impl::c(a.name), Impl::c(a.value.c_str()));
  }
}
void Drawing::default_node(const Attributes& attributes) { impl_->set_default(AGNODE, attributes); }
void Drawing::default_edge(const Attributes& attributes) { impl_->set_default(AGEDGE, attributes); }

Drawing::Box Drawing::box(const Attributes& attributes) {
  const std::string name = "cluster_" + std::to_string(impl_->boxes.size());
  Agraph_t* const box = agsubg(impl_->graph.get(), Impl::c(name.c_str()), 1);
  for (const Attribute& a : attributes) impl_->set(box, a);
  impl_->boxes.push_back(box);
  return static_cast<Box>(impl_->boxes.size() - 1);
}

Drawing::Box Drawing::same_rank() {
  const std::string name = "rank_" + std::to_string(impl_->boxes.size());
  Agraph_t* const box = agsubg(impl_->graph.get(), Impl::c(name.c_str()), 1);
  impl_->set(box, {"rank", "same"});
  impl_->boxes.push_back(box);
  return static_cast<Box>(impl_->boxes.size() - 1);
}

Drawing::Node Drawing::node(const Attributes& attributes, Box in) {
  const std::string name = "n" + std::to_string(impl_->nodes.size());
  Agnode_t* const node = agnode(impl_->boxes[in], Impl::c(name.c_str()), 1);
  for (const Attribute& a : attributes) impl_->set(node, a);
  impl_->nodes.push_back(node);
  return static_cast<Node>(impl_->nodes.size() - 1);
}

void Drawing::edge(Node from, Node to, const Attributes& attributes) {
  Agedge_t* const edge = agedge(impl_->graph.get(), impl_->nodes[from], impl_->nodes[to], nullptr, 1);
  for (const Attribute& a : attributes) impl_->set(edge, a);
}

namespace {

/// cgraph's writer asks a discipline for its output; nothing may be thrown through it.
struct Sink {
  Output* output;
  std::exception_ptr failure;
};

int put(void* channel, const char* text) noexcept {
  auto& sink = *static_cast<Sink*>(channel);
  try {
    if (!sink.failure) *sink.output << std::string_view(text);
    return 0;
  } catch (...) {
    sink.failure = std::current_exception();
    return -1;
  }
}
int keep_going(void*) noexcept { return 0; }

}  // namespace

void Drawing::write_dot(Output& output) const {
  Sink sink{&output, nullptr};
  Agiodisc_t writer = *impl_->graph->clos->disc.io;
  writer.putstr = &put;
  writer.flush = &keep_going;
  Agiodisc_t* const before = impl_->graph->clos->disc.io;
  impl_->graph->clos->disc.io = &writer;
  agwrite(impl_->graph.get(), &sink);
  impl_->graph->clos->disc.io = before;
  if (sink.failure) std::rethrow_exception(sink.failure);
}

void Drawing::render(Rendering rendering, Output& output) {
  const Messages messages;
  // Never freed: pango's plugin compares each font's name with that of the last one it drew, which would be gone with its context.
  static GVC_t* const context = gvContext();
  Agraph_t* const graph = impl_->graph.get();
  const Layout layout(context, graph, impl_->engine.c_str());
  messages.throw_errors(layout.failed());
  if (rendering == Rendering::Png) {
    const boxf frame = GD_bb(graph);
    const double side = std::max({frame.UR.x - frame.LL.x, frame.UR.y - frame.LL.y, 1.0}) / points_an_inch + 1;  // an inch for the margin
    GD_drawing(graph)->dpi = std::min(usual_dpi, largest_side / side);
  }
  char* bytes = nullptr;
  unsigned length = 0;
  const int status = gvRenderData(context, graph, name_of(rendering), &bytes, &length);
  const std::unique_ptr<char, RenderedDeleter> rendered(bytes);
  messages.throw_errors(status != 0 || !bytes);
  const std::string_view picture(bytes, length);
  switch (rendering) {
    case Rendering::Svg: write_svg(picture, output); return;
    case Rendering::Png: output << picture; return;
    case Rendering::Pdf: write_pdf(picture, output); return;
  }
}

}  // namespace digestkg::exporters
