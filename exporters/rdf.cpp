// A graph -> the statements that every RDF format writes: nodes, what is said of edges, claims and listings.

#include "exporters/rdf.hpp"

#include "exporters/dates.hpp"
#include "exporters/rdf_terms.hpp"
#include "exporters/result_claims.hpp"

#include <digestkg/diagnostic.hpp>

#include <xxhash.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <unordered_map>
#include <vector>

namespace digestkg::exporters {
namespace {

constexpr Iri rdf_type{Space::Rdf, "type"}, rdf_statement{Space::Rdf, "Statement"};
constexpr Iri rdf_subject{Space::Rdf, "subject"}, rdf_predicate{Space::Rdf, "predicate"}, rdf_object{Space::Rdf, "object"};
constexpr Iri label{Space::Rdfs, "label"}, online_account{Space::Foaf, "OnlineAccount"};

constexpr Iri term(std::string_view local) { return {Space::Ontology, local}; }
Iri term(Key key) { return term(info(key).name); }
Iri term(Relation relation) { return term(info(relation).rdf); }
Iri term(Kind kind) { return term(info(kind).label); }

std::string_view last_part(std::string_view iri) { return iri.substr(iri.find('/') + 1); }

std::string hex(XXH64_hash_t hash) {
  std::string digits(16, '0');
  for (std::size_t i = 16; i-- > 0; hash >>= 4) digits[i] = "0123456789abcdef"[hash & 15];
  return digits;
}

/// What a claim is about: an edge, or a Result node.
struct Claimed {
  NodeId node;
  const Edge* edge = nullptr;
  const Claim* claim = nullptr;
};

class Walk {
 public:
  Walk(const Graph& graph, const ExportOptions& options, TripleWriter& writer)
      : graph_(graph), with_claims_(options.claims), writer_(writer), listing_used_(graph.listings().size()) {
    if (!is_namespace(options.base)) throw Error("no base for IRIs: " + options.base, Error::Cause::Usage);
    if (with_claims_) result_claims_.emplace(graph);
    for (NodeId id = 0; id < graph.nodes().size(); ++id)
      if (const auto iri = graph.node(id).iri; !is_iri_local(iri)) escaped_.emplace(id, escape_iri_local(iri));
  }
  void subject_by_subject();
  void graph_by_graph();

 private:
  Iri iri(NodeId id) const;
  Iri listing_iri(std::uint32_t listing);
  Iri digest_iri(std::string_view date);
  Iri edge_iri(const Edge& edge);
  Iri claim_iri(const Claimed& about);

  void shared(NodeId id);
  void node(NodeId id);
  void statement(const Edge& edge);
  void listing(std::uint32_t number);
  void listed_authors(std::uint32_t number, const Node& paper);
  void claim(const Claimed& about);
  void property(const Property& property);
  void text(Iri predicate, std::string_view text);
  void link(Iri predicate, std::string_view address);
  void number(Iri predicate, std::int64_t number);

  template <class Visit>
  void each_claim(NodeId id, Visit visit) const;
  bool mark_listings(const Edge& edge);

  const Graph& graph_;
  const bool with_claims_;
  TripleWriter& writer_;
  std::optional<ResultClaims> result_claims_;  ///< when claims are wanted
  std::vector<bool> listing_used_;
  std::unordered_map<NodeId, std::string> escaped_;  // IRIs that were not legal as they stood: none in a graph that digestkg built
  std::uint32_t listing_number_ = 0;  ///< whose IRI `listing_` is
  std::string text_, listing_, digest_, subject_;    // buffers of the functions that return views
};

Iri Walk::iri(NodeId id) const {
  if (!escaped_.empty())
    if (const auto known = escaped_.find(id); known != escaped_.end()) return {Space::Base, known->second};
  return {Space::Base, graph_.node(id).iri};
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
      listing_.append("/").append(hex(XXH3_64bits(text_.data(), text_.size())));
    }
  }
  if (!is_iri_local(listing_)) listing_ = escape_iri_local(listing_);
  return {Space::Base, listing_};
}

Iri Walk::digest_iri(std::string_view date) {
  digest_.assign(info(Kind::Digest).record).append("/").append(date);
  if (!is_iri_local(digest_)) digest_ = escape_iri_local(digest_);
  return {Space::Base, digest_};
}

Iri Walk::edge_iri(const Edge& edge) {
  const bool authorship = edge.relation == Relation::Author;
  subject_.assign(authorship ? "authorship/" : "statement/").append(last_part(iri(edge.source).local)).append("/");
  if (!authorship) subject_.append(info(edge.relation).rdf).append("/");
  subject_.append(last_part(iri(edge.target).local));
  return {Space::Base, subject_};
}

Iri Walk::claim_iri(const Claimed& about) {
  const Claim& claim = *about.claim;
  const Listing& listing = graph_.listing(claim);
  subject_.clear();
  const auto add = [&](std::string_view field) { subject_.append(field).push_back('\0'); };
  add(graph_.node(about.node).iri);
  if (about.edge) {
    add(info(about.edge->relation).rdf);
    add(graph_.node(about.edge->target).iri);
  }
  for (const auto field : {listing.paper, listing.date, graph_.rule(claim), graph_.sentence(claim)}) add(field);
  const std::array<std::uint32_t, 3> place{static_cast<std::uint32_t>(claim.field), claim.begin, claim.end};
  for (const std::uint32_t n : place)
    for (int shift = 0; shift < 32; shift += 8) subject_.push_back(static_cast<char>(n >> shift & 0xFF));
  const XXH128_hash_t hash = XXH3_128bits(subject_.data(), subject_.size());
  subject_.assign("claim/").append(hex(hash.high64)).append(hex(hash.low64));
  return {Space::Base, subject_};
}

void Walk::text(Iri predicate, std::string_view text) {
  if (is_clean(text)) return writer_.literal(predicate, text, Datatype::String);
  writer_.literal(predicate, clean(text), Datatype::String);
}

void Walk::link(Iri predicate, std::string_view address) {
  if (const auto iri = link_iri(address)) return writer_.resource(predicate, {Space::Address, *iri});
  text(predicate, address);
}

void Walk::number(Iri predicate, std::int64_t number) {
  std::array<char, 24> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  writer_.literal(predicate, {digits.data(), static_cast<std::size_t>(end - digits.data())}, Datatype::Integer);
}

void Walk::property(const Property& property) {
  const Iri predicate = term(property.key);
  if (const auto* list = std::get_if<std::span<const std::string_view>>(&property.value)) {
    for (std::size_t i = 0; i < list->size(); ++i)
      if (i == 0 || (*list)[i] != (*list)[i - 1]) text(predicate, (*list)[i]);
  } else if (const auto* integer = std::get_if<std::int64_t>(&property.value)) {
    number(predicate, *integer);
  } else if (const auto* real = std::get_if<double>(&property.value)) {
    if (std::isfinite(*real)) writer_.literal(predicate, double_of(*real), Datatype::Double);
  } else if (const auto* truth = std::get_if<bool>(&property.value)) {
    writer_.literal(predicate, *truth ? "true" : "false", Datatype::Boolean);
  } else {
    const auto value = std::get<std::string_view>(property.value);
    const ValueType type = info(property.key).type;
    if (type == ValueType::Link) return link(predicate, value);
    if (type == ValueType::Date && is_date(value)) return writer_.literal(predicate, value, Datatype::Date);
    if (type == ValueType::Decimal)
      if (const auto decimal = canonical_decimal(value)) return writer_.literal(predicate, *decimal, Datatype::Decimal);
    text(predicate, value);
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
    if (node.kinds.has(kind.kind)) writer_.resource(rdf_type, term(kind.kind));
  if (const auto* handle = std::get_if<bool>(graph_.value(node, Key::IsHandle)); handle && *handle)
    writer_.resource(rdf_type, online_account);
  text(label, graph_.name(id));
  for (const Property& p : graph_.properties(node)) property(p);
  for (const Edge& edge : graph_.out_edges(id)) writer_.resource(term(edge.relation), iri(edge.target));
}

/// An edge that has properties is a resource as well: RDF has nowhere else to put them.
void Walk::statement(const Edge& edge) {
  writer_.subject(edge_iri(edge));
  writer_.resource(rdf_type, edge.relation == Relation::Author ? term("Authorship") : rdf_statement);
  writer_.resource(rdf_subject, iri(edge.source));
  writer_.resource(rdf_predicate, term(edge.relation));
  writer_.resource(rdf_object, iri(edge.target));
  for (const Property& p : graph_.properties(edge)) property(p);
}

void Walk::listing(std::uint32_t number) {
  const Listing& listing = graph_.listings()[number];
  const auto paper = graph_.find(listing.paper);
  writer_.subject(listing_iri(number));
  writer_.resource(rdf_type, term("Listing"));
  writer_.resource(term("paper"), paper ? iri(*paper) : Iri{Space::Base, text_ = escape_iri_local(listing.paper)});
  writer_.resource(term("digest"), digest_iri(listing.date));
  property({Key::Date, listing.date});
  const auto differs = [&](Key key, std::string_view value) {  // also by having none
    return paper ? graph_.text(graph_.node(*paper), key) != value : !value.empty();
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
  if (listing.authors.empty()) text(term(Key::Authors), "");
  for (std::size_t i = 0; i < listing.authors.size(); ++i) {
    subject_.assign("authorship").append(listing_iri(number).local.substr(std::string_view("listing").size()));
    subject_.append("/").append(std::to_string(i + 1));
    writer_.subject({Space::Base, subject_});
    writer_.resource(rdf_type, term("Authorship"));
    writer_.resource(term("listing"), listing_iri(number));
    property({Key::Name, listing.authors[i]});
    property({Key::Position, static_cast<std::int64_t>(i + 1)});
  }
}

void Walk::claim(const Claimed& about) {
  const Claim& claim = *about.claim;
  writer_.subject(claim_iri(about));
  writer_.resource(rdf_type, term("Claim"));
  if (about.edge) {
    writer_.resource(rdf_subject, iri(about.node));
    writer_.resource(rdf_predicate, term(about.edge->relation));
    writer_.resource(rdf_object, iri(about.edge->target));
  } else {
    writer_.resource(term(result_claims_->is_whole(graph_.node(about.node), claim) ? "about" : "aboutNumber"), iri(about.node));
  }
  writer_.resource(term("listing"), listing_iri(claim.listing));
  writer_.resource(term("field"), term(claim.field == Field::Title ? Key::Title : Key::Summary));
  number(term("begin"), claim.begin);
  number(term("end"), claim.end);
  text(term("sentence"), graph_.sentence(claim));
  text(term("rule"), graph_.rule(claim));
  writer_.literal(term("confidence"), decimal_of(claim.confidence), Datatype::Decimal);
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

void Walk::subject_by_subject() {
  std::string_view in;
  for (NodeId id = 0; id < graph_.nodes().size(); ++id) {
    if (!in.empty()) writer_.graph({Space::Base, in = {}});
    shared(id);
    each_claim(id, [&](const Claimed& about) {
      const std::string_view date = graph_.listing(*about.claim).date;
      if (date != in) writer_.graph(digest_iri(in = date));
      listing_used_[about.claim->listing] = true;
      claim(about);
    });
  }
  for (std::uint32_t i = 0; i < listing_used_.size(); ++i) {
    if (!listing_used_[i]) continue;
    const std::string_view date = graph_.listings()[i].date;
    if (date != in) writer_.graph(digest_iri(in = date));
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
