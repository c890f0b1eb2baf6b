// A graph -> the statements that every RDF format writes: nodes, what is said of edges, claims and listings.

#include "exporters/rdf.hpp"

#include "base/hex.hpp"
#include "exporters/dates.hpp"
#include "exporters/rdf_terms.hpp"
#include "exporters/result_claims.hpp"
#include "graph/claim_texts.hpp"

#include <digestkg/diagnostic.hpp>

#include <xxhash.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <unordered_map>
#include <vector>

namespace digestkg::exporters {
namespace {

constexpr Iri rdf_statement{Space::Rdf, "Statement"}, online_account{Space::Foaf, "OnlineAccount"};

constexpr auto claim_path = static_cast<std::uint8_t>(std::ranges::find(prefixed_paths, "claim") - prefixed_paths.begin() + 1);

constexpr Iri term(std::string_view local) { return {Space::Ontology, local}; }
Iri term(Key key) { return term(info(key).name); }
Iri term(Relation relation) { return term(info(relation).rdf); }
Iri term(Kind kind) { return term(info(kind).label); }

std::string_view last_part(std::string_view iri) { return iri.substr(iri.find('/') + 1); }

void append_hex(std::string& text, XXH64_hash_t hash) {
  const HexDigits digits = hex(hash);
  text.append(digits.data(), digits.size());
}

Iri in_base(std::string_view local) { return {Space::Base, local, prefixed_path(local)}; }

/// What a claim is about: an edge, or a Result node.
struct Claimed {
  NodeId node;
  const Edge* edge = nullptr;
  const Claim* claim = nullptr;
};

class Walk {
 public:
  Walk(const Graph& graph, const ExportOptions& options, TripleWriter& writer)
      : graph_(graph), with_claims_(options.claims), writer_(writer), predicates_(predicates()), texts_(graph, literal_text),
        listing_used_(graph.listings().size()) {
    if (!is_namespace(options.base)) throw Error("no base for IRIs: " + options.base, Error::Cause::Usage);
    if (with_claims_) result_claims_.emplace(graph);
    paths_.reserve(graph.nodes().size());
    for (NodeId id = 0; id < graph.nodes().size(); ++id) {
      if (const auto iri = graph.node(id).iri; !is_iri_local(iri)) escaped_.emplace(id, escape_iri_local(iri));
      paths_.push_back(prefixed_path(iri_local(id)));
    }
  }
  void subject_by_subject();
  void graph_by_graph();

 private:
  std::string_view iri_local(NodeId id) const;
  Iri iri(NodeId id) const { return {Space::Base, iri_local(id), paths_[id]}; }
  Iri listing_iri(std::uint32_t listing);
  Iri digest_iri(std::string_view date);
  Iri edge_iri(const Edge& edge);
  Iri claim_iri(const Claimed& about);

  void shared(NodeId id);
  void node(NodeId id);
  void statement(const Edge& edge);
  std::optional<NodeId> paper_of(const Listing& listing);
  void listing(std::uint32_t number);
  void listed_authors(std::uint32_t number, const Node& paper);
  void claim(const Claimed& about);
  void property(const Property& property);
  void link(Key key, std::string_view address);
  /// `word` is of the vocabulary: Said, Key or Relation.
  template <class Word>
  void resource(Word word, const Iri& object) {
    writer_.resource(predicates_[number_of(word)], object);
  }
  template <class Word>
  void literal(Word word, LiteralText text, Datatype datatype) {
    writer_.literal(predicates_[number_of(word)], text, datatype);
  }
  template <class Word>
  void text(Word word, std::string_view text) {
    literal(word, literal_text(text, cleaned_), Datatype::String);
  }
  template <class Word>
  void plain(Word word, std::string_view text, Datatype datatype) {
    literal(word, {text, true}, datatype);
  }
  template <class Word>
  void number(Word word, std::int64_t number) {
    std::array<char, number_room> digits;
    plain(word, {digits.data(), write_number(digits.data(), number)}, Datatype::Integer);
  }

  template <class Visit>
  void each_claim(NodeId id, Visit visit) const;
  bool mark_listings(const Edge& edge);
  void graph_of(std::string_view& in, std::string_view date);

  const Graph& graph_;
  const bool with_claims_;
  TripleWriter& writer_;
  const std::array<Predicate, predicate_count>& predicates_;
  ClaimTexts<decltype(&literal_text)> texts_;
  std::optional<ResultClaims> result_claims_;  ///< when claims are wanted
  std::vector<bool> listing_used_;
  std::unordered_map<NodeId, std::string> escaped_;  // IRIs that were not legal as they stood: none in a graph that digestkg built
  std::vector<std::uint8_t> paths_;                  ///< Iri::path of each node
  std::uint32_t listing_number_ = 0;  ///< whose IRI `listing_` is
  NodeId paper_ = 0;                  ///< of the last listing that was written
  std::string text_, cleaned_, listing_, digest_, subject_;  // buffers of the functions that return views
};

std::string_view Walk::iri_local(NodeId id) const {
  if (!escaped_.empty())
    if (const auto known = escaped_.find(id); known != escaped_.end()) return known->second;
  return graph_.node(id).iri;
}

Iri Walk::listing_iri(std::uint32_t number) {
  if (number == listing_number_ && !listing_.empty()) return {Space::Base, listing_};  // most claims have that of the one before
  listing_number_ = number;
  const Listing& listing = graph_.listings()[number];
  listing_.assign("listing/").append(listing.date).append("/").append(last_part(listing.paper));
  if (number > 0) {
    const Listing& previous = graph_.listings()[number - 1];
    if (previous.paper == listing.paper && previous.date == listing.date) {  // twice on one day: told apart by its texts
      text_.assign(listing.title).append(1, '\0').append(listing.summary);
      append_hex(listing_ += '/', XXH3_64bits(text_.data(), text_.size()));
    }
  }
  if (!is_iri_local(listing_)) listing_ = escape_iri_local(listing_);
  return {Space::Base, listing_};
}

Iri Walk::digest_iri(std::string_view date) {
  digest_.assign(info(Kind::Digest).record).append("/").append(date);
  if (!is_iri_local(digest_)) digest_ = escape_iri_local(digest_);
  return in_base(digest_);
}

Iri Walk::edge_iri(const Edge& edge) {
  const bool authorship = edge.relation == Relation::Author;
  subject_.assign(authorship ? "authorship/" : "statement/").append(last_part(iri(edge.source).local)).append("/");
  if (!authorship) subject_.append(info(edge.relation).rdf).append("/");
  subject_.append(last_part(iri(edge.target).local));
  return {Space::Base, subject_};
}

/// The hash of a claim's fields, a zero behind each text.
Iri Walk::claim_iri(const Claimed& about) {
  const Claim& claim = *about.claim;
  const Listing& listing = graph_.listing(claim);
  const std::string_view node = graph_.node(about.node).iri;
  std::array all{std::string_view(), std::string_view(), node, listing.paper, listing.date, graph_.rule(claim), graph_.sentence(claim)};
  if (about.edge) std::ranges::copy(std::array{node, info(about.edge->relation).rdf, graph_.node(about.edge->target).iri}, all.begin());
  const std::span<const std::string_view> texts = std::span(all).subspan(about.edge ? 0 : 2);
  const std::array<std::uint32_t, 3> place{static_cast<std::uint32_t>(claim.field), claim.begin, claim.end};
  std::size_t bytes = texts.size() + sizeof place;
  for (const std::string_view text : texts) bytes += text.size();
  subject_.assign(bytes, '\0');
  char* at = subject_.data();
  for (const std::string_view text : texts) at += text.copy(at, text.size()) + 1;
  for (const std::uint32_t n : place)
    for (int shift = 0; shift < 32; shift += 8) *at++ = static_cast<char>(n >> shift & 0xFF);
  const XXH128_hash_t hash = XXH3_128bits(subject_.data(), subject_.size());
  append_hex(subject_.assign("claim/"), hash.high64);
  append_hex(subject_, hash.low64);
  return {Space::Base, subject_, claim_path};
}

void Walk::link(Key key, std::string_view address) {
  if (const auto iri = link_iri(address)) return resource(key, {Space::Address, *iri});
  text(key, address);
}

void Walk::property(const Property& property) {
  const Key key = property.key;
  if (const auto* list = std::get_if<std::span<const std::string_view>>(&property.value)) {
    for (std::size_t i = 0; i < list->size(); ++i)
      if (i == 0 || (*list)[i] != (*list)[i - 1]) text(key, (*list)[i]);
  } else if (const auto* integer = std::get_if<std::int64_t>(&property.value)) {
    number(key, *integer);
  } else if (const auto* real = std::get_if<double>(&property.value)) {
    if (std::isfinite(*real)) plain(key, double_of(*real), Datatype::Double);
  } else if (const auto* truth = std::get_if<bool>(&property.value)) {
    plain(key, *truth ? "true" : "false", Datatype::Boolean);
  } else {
    const auto value = std::get<std::string_view>(property.value);
    const ValueType type = info(key).type;
    if (type == ValueType::Link) return link(key, value);
    if (type == ValueType::Date && is_date(value)) return plain(key, value, Datatype::Date);
    if (type == ValueType::Decimal)
      if (const auto decimal = canonical_decimal(value)) return plain(key, *decimal, Datatype::Decimal);
    text(key, value);
  }
}

void Walk::shared(NodeId id) {
  node(id);
  for (const Edge& edge : graph_.out_edges(id)) {
    if (edge.relation == Relation::ListedIn && mark_listings(edge)) continue;  // the listing holds the properties
    if (edge.properties.count > 0) statement(edge);
  }
}

void Walk::node(NodeId id) {
  const Node& node = graph_.node(id);
  writer_.subject(iri(id));
  for (const KindInfo& kind : kinds())
    if (node.kinds.has(kind.kind)) resource(Said::Type, term(kind.kind));
  if (const auto* handle = std::get_if<bool>(graph_.value(node, Key::IsHandle)); handle && *handle)
    resource(Said::Type, online_account);
  text(Said::Label, graph_.name(id));
  for (const Property& p : graph_.properties(node)) property(p);
  for (const Edge& edge : graph_.out_edges(id)) resource(edge.relation, iri(edge.target));
}

/// An edge that has properties is a resource as well: RDF has nowhere else to put them.
void Walk::statement(const Edge& edge) {
  writer_.subject(edge_iri(edge));
  resource(Said::Type, edge.relation == Relation::Author ? term("Authorship") : rdf_statement);
  resource(Said::Subject, iri(edge.source));
  resource(Said::Predicate, term(edge.relation));
  resource(Said::Object, iri(edge.target));
  for (const Property& p : graph_.properties(edge)) property(p);
}

/// Papers and listings are in one order: mostly it is the paper of the listing before, or the node behind it.
std::optional<NodeId> Walk::paper_of(const Listing& listing) {
  for (const NodeId id : {paper_, paper_ + 1})
    if (id < graph_.nodes().size() && graph_.node(id).iri == listing.paper) return paper_ = id;
  const auto found = graph_.find(listing.paper);
  if (found) paper_ = *found;
  return found;
}

void Walk::listing(std::uint32_t number) {
  const Listing& listing = graph_.listings()[number];
  const auto paper = paper_of(listing);
  writer_.subject(listing_iri(number));
  resource(Said::Type, term("Listing"));
  resource(Said::Paper, paper ? iri(*paper) : in_base(text_ = escape_iri_local(listing.paper)));
  resource(Said::Digest, digest_iri(listing.date));
  property({Key::Date, listing.date});
  const auto differs = [&](Key key, std::string_view value) {  // also by having none
    const std::string_view first = paper ? graph_.text(graph_.node(*paper), key) : std::string_view();
    const bool same_place = first.data() == value.data() && first.size() == value.size();  // of most; no byte is looked at then
    return !same_place && first != value;
  };
  using Field = std::pair<Key, std::string_view>;
  for (const auto& [key, value] : {Field{Key::Title, listing.title}, {Key::Summary, listing.summary}, {Key::ArxivUrl, listing.arxiv_url},
                                   {Key::HuggingFaceUrl, listing.huggingface_url}})
    if (differs(key, value)) property({key, value});
  if (paper) listed_authors(number, graph_.node(*paper));
}

/// The authors as this day's list has them, where it differs from the paper's first.
void Walk::listed_authors(std::uint32_t number, const Node& paper) {
  const Listing& listing = graph_.listings()[number];
  const auto edges = graph_.out_edges(static_cast<NodeId>(&paper - graph_.nodes().data()));
  const bool differ = std::ranges::any_of(edges, [&](const Edge& edge) {
    return edge.relation == Relation::ListedIn && last_part(graph_.node(edge.target).iri) == listing.date &&
           graph_.value(edge, Key::Authors);
  });
  if (!differ) return;
  if (listing.authors.empty()) text(Key::Authors, "");
  for (std::size_t i = 0; i < listing.authors.size(); ++i) {
    subject_.assign("authorship").append(listing_iri(number).local.substr(std::string_view("listing").size()));
    subject_.append("/").append(std::to_string(i + 1));
    writer_.subject({Space::Base, subject_});
    resource(Said::Type, term("Authorship"));
    resource(Said::Listing, listing_iri(number));
    property({Key::Name, listing.authors[i]});
    property({Key::Position, static_cast<std::int64_t>(i + 1)});
  }
}

void Walk::claim(const Claimed& about) {
  const Claim& claim = *about.claim;
  writer_.subject(claim_iri(about));
  resource(Said::Type, term("Claim"));
  if (about.edge) {
    resource(Said::Subject, iri(about.node));
    resource(Said::Predicate, term(about.edge->relation));
    resource(Said::Object, iri(about.edge->target));
  } else {
    resource(result_claims_->is_whole(graph_.node(about.node), claim) ? Said::About : Said::AboutNumber, iri(about.node));
  }
  resource(Said::Listing, listing_iri(claim.listing));
  resource(Said::Field, term(claim.field == Field::Title ? Key::Title : Key::Summary));
  number(Said::Begin, claim.begin);
  number(Said::End, claim.end);
  literal(Said::Sentence, texts_.sentence(claim), Datatype::String);
  literal(Said::Rule, texts_.rule(claim), Datatype::String);
  plain(Said::Confidence, decimal_of(claim.confidence), Datatype::Decimal);
}

/// A claim that a Result shares with all of its edges is said once, of the Result.
template <class Visit>
void Walk::each_claim(NodeId id, Visit visit) const {
  if (!with_claims_) return;
  for (const Claim& claim : graph_.claims(graph_.node(id))) visit(Claimed{id, nullptr, &claim});
  for (const Edge& edge : graph_.out_edges(id))
    for (const Claim& claim : graph_.claims(edge))
      if (!result_claims_->says(edge, claim)) visit(Claimed{id, &edge, &claim});
}

/// Marks the listings that a listed-in edge stands for; false when the graph has none.
bool Walk::mark_listings(const Edge& edge) {
  const std::string_view paper = graph_.node(edge.source).iri, date = last_part(graph_.node(edge.target).iri);
  const auto place = [](const Listing& l) { return std::pair(l.paper, l.date); };
  const auto found = std::ranges::equal_range(graph_.listings(), std::pair(paper, date), {}, place);
  for (const Listing& listing : found) listing_used_[static_cast<std::size_t>(&listing - graph_.listings().data())] = true;
  return !found.empty();
}

/// Goes from the graph of one digest to that of another, where the format has graphs; no date: the default graph.
void Walk::graph_of(std::string_view& in, std::string_view date) {
  if (!writer_.has_graphs() || date == in) return;
  in = date;
  writer_.graph(date.empty() ? Iri{Space::Base, {}} : digest_iri(date));
}

void Walk::subject_by_subject() {
  std::string_view in;
  for (NodeId id = 0; id < graph_.nodes().size(); ++id) {
    graph_of(in, {});
    shared(id);
    each_claim(id, [&](const Claimed& about) {
      graph_of(in, graph_.listing(*about.claim).date);
      listing_used_[about.claim->listing] = true;
      claim(about);
    });
  }
  for (std::uint32_t i = 0; i < listing_used_.size(); ++i) {
    if (!listing_used_[i]) continue;
    graph_of(in, graph_.listings()[i].date);
    listing(i);
  }
}

void Walk::graph_by_graph() {
  std::vector<Claimed> claims;
  for (NodeId id = 0; id < graph_.nodes().size(); ++id) {
    shared(id);
    each_claim(id, [&](const Claimed& about) {
      listing_used_[about.claim->listing] = true;
      claims.push_back(about);
    });
  }
  const auto date_of = [&](std::uint32_t listing) { return graph_.listings()[listing].date; };
  std::vector<std::uint32_t> listings;
  for (std::uint32_t i = 0; i < listing_used_.size(); ++i)
    if (listing_used_[i]) listings.push_back(i);
  std::ranges::stable_sort(listings, {}, date_of);
  std::ranges::stable_sort(claims, {}, [&](const Claimed& c) { return date_of(c.claim->listing); });
  auto next = claims.begin();
  for (auto first = listings.begin(); first != listings.end();) {
    const std::string_view date = date_of(*first);
    writer_.graph(digest_iri(date));
    for (; first != listings.end() && date_of(*first) == date; ++first) listing(*first);
    for (; next != claims.end() && date_of(next->claim->listing) == date; ++next) claim(*next);
  }
}

}  // namespace

std::string_view name_of(Datatype datatype) {
  constexpr std::array<std::string_view, 6> names{"string", "integer", "decimal", "double", "boolean", "date"};
  return names[static_cast<std::size_t>(datatype)];
}

void write_triples(const View& view, const ExportOptions& options, TripleWriter& writer) {
  Walk(view.graph, options, writer).subject_by_subject();
}

void write_graphs(const View& view, const ExportOptions& options, TripleWriter& writer) {
  Walk(view.graph, options, writer).graph_by_graph();
}

}  // namespace digestkg::exporters
