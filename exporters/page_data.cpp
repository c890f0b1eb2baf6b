// A view -> the bytes that the page of html.cpp reads.

#include "exporters/page_data.hpp"

#include "base/json_writer.hpp"
#include "graph/layout.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace digestkg::exporters {
namespace {

static_assert(std::endian::native == std::endian::little, "the page reads little-endian arrays");

/// Kinds that the page shows beside their subjects, in tables, and not as points of the map.
constexpr KindSet off_map = Kind::Metric | Kind::Result | KindSet(Kind::Digest);

class Packer {
 public:
  template <class Number>
  void array(std::string_view name, std::string_view type, const std::vector<Number>& numbers) {
    header_.begin_list().text(name).text(type).number(numbers.size()).end_list();
    bytes_.append(reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(Number));
    bytes_.resize((bytes_.size() + 3) / 4 * 4);
  }
  void texts(const std::string& name, const std::vector<std::string_view>& texts) {
    std::vector<std::uint32_t> sizes;
    std::vector<char> bytes;
    for (const std::string_view text : texts) {
      sizes.push_back(static_cast<std::uint32_t>(text.size()));
      bytes.insert(bytes.end(), text.begin(), text.end());
    }
    array(name, "u8", bytes);
    array(name + "_size", "u32", sizes);
  }
  JsonWriter& header() { return header_; }

  std::string packed() {
    const std::string& json = json_.text();
    const auto length = static_cast<std::uint32_t>(json.size());
    std::string all(reinterpret_cast<const char*>(&length), 4);
    all += json;
    all.resize((all.size() + 3) / 4 * 4);
    return all + bytes_;
  }

 private:
  StringOutput json_;
  JsonWriter header_{json_};
  std::string bytes_;
};

class PageData {
 public:
  PageData(const View& view, const ExportOptions& options) : view_(view), graph_(view.graph), options_(options) {}

  std::string pack() {
    lay_out_map();
    Packer packer;
    write_words(packer.header().begin_object());
    packer.header().key("arrays").begin_list();
    pack_nodes(packer);
    pack_edges(packer);
    if (options_.claims) pack_claims(packer);
    packer.header().end_list().end_object();
    return packer.packed();
  }

 private:
  bool on_map(NodeId id) const { return !off_map.any(graph_.node(id).kinds); }

  void lay_out_map() {
    std::vector<std::uint32_t> place(graph_.nodes().size());
    std::uint32_t count = 0;
    for (NodeId id = 0; id < place.size(); ++id)
      if (on_map(id)) place[id] = count++;
    std::vector<WeightedEdge> edges;
    for (const Edge& edge : graph_.edges())
      if (on_map(edge.source) && on_map(edge.target)) edges.push_back({place[edge.source], place[edge.target], 1});
    const Layout layout = lay_out(count, edges);
    at_.resize(place.size());
    island_.assign(place.size(), Layout::no_island);
    bool first = true;
    for (NodeId id = 0; id < place.size(); ++id) {
      if (!on_map(id)) continue;
      const Point p = at_[id] = layout.at[place[id]];
      island_[id] = layout.island[place[id]];
      low_ = first ? p : Point{std::min(low_.x, p.x), std::min(low_.y, p.y)};
      high_ = first ? p : Point{std::max(high_.x, p.x), std::max(high_.y, p.y)};
      first = false;
    }
    high_ = {std::max(high_.x, low_.x + 1), std::max(high_.y, low_.y + 1)};
  }

  void write_words(JsonWriter& json) {
    json.key("title").text(view_.title.empty() ? "Knowledge graph of paper digests" : view_.title).key("notes").begin_list();
    for (const std::string& note : view_.notes) json.text(note);
    json.end_list().key("kinds").begin_list();
    for (const KindInfo& kind : kinds())
      json.begin_list().text(kind.record).text(kind.plural).number(off_map.has(kind.kind) ? 0 : 1).end_list();
    json.end_list().key("relations").begin_list();
    for (const RelationInfo& relation : relations()) json.text(relation.record);
    json.end_list().key("width").number(std::ceil(high_.x - low_.x)).key("height").number(std::ceil(high_.y - low_.y));
    json.key("focus").number(view_.focus ? static_cast<int>(*view_.focus) : -1);
    json.key("islands").begin_list();
    write_islands(json);
    json.end_list().key("rules").begin_list();
    for (const std::string_view rule : graph_.rules()) json.text(rule);
    json.end_list();
  }

  /// Places and sizes of the communities that deserve a label, with their two best connected things.
  void write_islands(JsonWriter& json) {
    std::vector<std::vector<NodeId>> members;
    for (NodeId id = 0; id < island_.size(); ++id) {
      if (island_[id] == Layout::no_island) continue;
      if (members.size() <= island_[id]) members.resize(island_[id] + 1);
      members[island_[id]].push_back(id);
    }
    std::ranges::stable_sort(members, std::greater{}, &std::vector<NodeId>::size);
    for (std::vector<NodeId>& island : members) {
      if (island.size() < 40) break;
      double x = 0, y = 0;
      for (const NodeId id : island) x += at_[id].x - low_.x, y += at_[id].y - low_.y;
      const auto size = static_cast<double>(island.size());
      std::ranges::stable_sort(island, std::greater{}, [&](NodeId id) { return graph_.out_edges(id).size() + graph_.in_edges(id).size(); });
      std::erase_if(island, [&](NodeId id) { return !named_things.any(graph_.node(id).kinds); });
      if (island.empty()) continue;
      json.begin_list().number(std::round(x / size)).number(std::round(y / size)).number(size);
      for (std::size_t i = 0; i < std::min<std::size_t>(2, island.size()); ++i) json.number(island[i]);
      json.end_list();
    }
  }

  static std::uint16_t scaled(float value, float low, float high) {
    return static_cast<std::uint16_t>(std::lround((value - low) / (high - low) * 65535));
  }

  void pack_nodes(Packer& packer) {
    std::vector<std::string_view> labels, iris, values, units, baselines, directions, dates;
    std::vector<std::uint16_t> x, y, kind_bits;
    std::vector<std::uint8_t> flags;
    for (NodeId id = 0; id < graph_.nodes().size(); ++id) {
      const Node& node = graph_.node(id);
      labels.push_back(graph_.name(id));
      iris.push_back(node.iri);
      kind_bits.push_back(node.kinds.bits());
      x.push_back(on_map(id) ? scaled(at_[id].x, low_.x, high_.x) : 0);
      y.push_back(on_map(id) ? scaled(at_[id].y, low_.y, high_.y) : 0);
      dates.push_back(graph_.text(node, Key::Date));
      values.push_back(graph_.text(node, Key::Value));
      units.push_back(graph_.text(node, Key::Unit));
      baselines.push_back(graph_.text(node, Key::BaselineValue));
      directions.push_back(graph_.text(node, Key::Direction));
      const Value* const delta = graph_.value(node, Key::Delta);
      flags.push_back(delta != nullptr && std::get_if<bool>(delta) != nullptr && std::get<bool>(*delta) ? 1 : 0);
    }
    packer.array("kinds", "u16", kind_bits);
    packer.array("x", "u16", x);
    packer.array("y", "u16", y);
    packer.array("delta", "u8", flags);
    packer.texts("label", labels);
    packer.texts("iri", iris);
    packer.texts("date", dates);
    packer.texts("value", values);
    packer.texts("unit", units);
    packer.texts("baseline", baselines);
    packer.texts("direction", directions);
  }

  void pack_edges(Packer& packer) {
    std::vector<std::uint32_t> source, target, weight;
    std::vector<std::uint8_t> relation;
    for (const Edge& edge : graph_.edges()) {
      source.push_back(edge.source);
      target.push_back(edge.target);
      relation.push_back(static_cast<std::uint8_t>(edge.relation));
      weight.push_back(static_cast<std::uint32_t>(weight_of(graph_, edge)));
    }
    packer.array("source", "u32", source);
    packer.array("target", "u32", target);
    packer.array("relation", "u8", relation);
    packer.array("weight", "u32", weight);
  }

  /// Claims of all edges, then of all nodes; `claims_of` says how many each has. Listings are those that a claim or a paper needs.
  void pack_claims(Packer& packer) {
    std::vector<std::uint32_t> counts, listing, begin, end;
    std::vector<std::uint8_t> field;
    std::vector<std::uint16_t> rule;
    std::vector<float> confidence;
    const std::vector<std::uint32_t> number = pack_listings(packer);
    const auto add = [&](const auto& owner) {
      counts.push_back(owner.claims.count);
      for (const Claim& claim : graph_.claims(owner)) {
        listing.push_back(number[claim.listing]);
        begin.push_back(claim.begin);
        end.push_back(claim.end);
        field.push_back(claim.field == Field::Title ? 1 : 0);
        rule.push_back(claim.rule);
        confidence.push_back(claim.confidence);
      }
    };
    for (const Edge& edge : graph_.edges()) add(edge);
    for (const Node& node : graph_.nodes()) add(node);
    packer.array("claims_of", "u32", counts);
    packer.array("claim_listing", "u32", listing);
    packer.array("claim_begin", "u32", begin);
    packer.array("claim_end", "u32", end);
    packer.array("claim_field", "u8", field);
    packer.array("claim_rule", "u16", rule);
    packer.array("claim_confidence", "f32", confidence);
  }

  std::vector<std::uint32_t> pack_listings(Packer& packer) {
    const std::span<const Listing> all = graph_.listings();
    std::vector<std::uint32_t> number(all.size(), 0);
    for (std::size_t i = 0; i < all.size(); ++i)
      if (graph_.find(all[i].paper)) number[i] = 1;
    const auto need = [&](const auto& owner) {
      for (const Claim& claim : graph_.claims(owner)) number[claim.listing] = 1;
    };
    for (const Edge& edge : graph_.edges()) need(edge);
    for (const Node& node : graph_.nodes()) need(node);
    std::vector<std::string_view> papers, dates, titles, summaries;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (number[i] == 0) continue;
      number[i] = static_cast<std::uint32_t>(papers.size());
      papers.push_back(all[i].paper);
      dates.push_back(all[i].date);
      titles.push_back(all[i].title);
      summaries.push_back(all[i].summary);
    }
    packer.texts("listing_paper", papers);
    packer.texts("listing_date", dates);
    packer.texts("listing_title", titles);
    packer.texts("listing_summary", summaries);
    return number;
  }

  const View& view_;
  const Graph& graph_;
  const ExportOptions& options_;
  std::vector<Point> at_;
  std::vector<std::uint32_t> island_;
  Point low_, high_;
};

}  // namespace

std::string page_data(const View& view, const ExportOptions& options) { return PageData(view, options).pack(); }

}  // namespace digestkg::exporters
