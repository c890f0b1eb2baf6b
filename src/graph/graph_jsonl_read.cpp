// graph.jsonl -> the graph it was written from.

#include "base/diagnose.hpp"
#include "base/escape.hpp"
#include "base/json_scan.hpp"
#include "base/utf8.hpp"
#include "graph/claim_arrays.hpp"
#include "graph/plain_decimal.hpp"

#include <digestkg/graph.hpp>
#include <digestkg/limits.hpp>

#include <algorithm>
#include <charconv>
#include <deque>
#include <map>
#include <unordered_map>

namespace digestkg {
namespace {

using Handle = GraphBuilder::Handle;

/// Text that may be made for a byte of the file, beside one large entry: a summary is some ten times as long as what a claim takes, but a
/// file may name any range.
constexpr std::size_t blanks_a_byte = 64;

/// One object of the file while it is scanned.
struct Record {
  std::string_view type;
  JsonString iri;
  std::optional<KindSet> kinds;
  std::optional<Relation> relation;
  std::optional<Handle> start, end;
  std::size_t properties = 0;  ///< offset of those that stand before what they belong to
  bool owned = false;

  bool is_node() const { return type == "node"; }
  bool complete() const { return is_node() ? !iri.raw.empty() && kinds : type == "relationship" && relation && start && end; }
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes), scanner_(bytes) {}

  Graph run() {
    while (!scanner_.at_end()) read_record();
    add_listings();
    return builder_.finish_archive();
  }

  std::size_t offset() const { return scanner_.offset(); }

 private:
  using ListingId = std::uint32_t;
  struct Listed {
    std::string_view paper, date;
    bool has_edge = false;
    std::string title{}, summary{};  ///< of a listing without an edge: blanks and the sentences of its claims
  };

  std::string_view text() { return scanner_.string().text(room_); }

  /// What `find` knows of the string that stands here.
  template <class Find>
  auto known(Find find, const char* what) {
    const std::size_t begin = scanner_.offset();
    const std::string_view name = text();
    const auto found = find(name);
    if (!found) {
      scanner_.go_to(begin);
      scanner_.fail("unknown " + std::string(what) + " `" + std::string(name) + '`');
    }
    return *found;
  }

  void read_record() {
    Record record;
    const std::size_t begin = scanner_.offset();
    scanner_.object([&](std::string_view member) { read_member(member, record); });
    const std::size_t end = scanner_.offset();
    if (!record.complete()) {
      scanner_.go_to(begin);
      scanner_.fail("expected a node (type, id, labels) or a relationship (type, label, start, end)");
    }
    if (record.owned) return;
    if (record.properties == 0) return own(record);
    scanner_.go_to(record.properties);
    read_properties(record);
    scanner_.go_to(end);
  }

  void read_member(std::string_view member, Record& record) {
    if (member == "type") record.type = scanner_.string().raw;
    else if (member == "id") record.iri = scanner_.string();
    else if (member == "labels") record.kinds = read_labels();
    else if (member == "label") record.relation = read_relation();
    else if (member == "start") record.start = read_start();
    else if (member == "end") record.end = read_end();
    else if (member != "properties") scanner_.skip_value();
    else if (record.complete()) read_properties(record);
    else {
      record.properties = scanner_.offset();
      scanner_.skip_value();
    }
  }

  /// Edges stand sorted: most have the relation of the one before.
  Relation read_relation() {
    const std::size_t begin = scanner_.offset();
    if (scanner_.string().raw == info(last_relation_).label) return last_relation_;
    scanner_.go_to(begin);
    return last_relation_ = known(relation_named, "relationship");
  }

  KindSet read_labels() {
    KindSet kinds;
    scanner_.array([&] { kinds = kinds | known(kind_named, "label"); });
    if (kinds.empty()) scanner_.fail("a node needs a label");
    return kinds;
  }

  /// The node that a relationship begins or ends at; it must stand above.
  Handle read_end() {
    std::optional<Handle> node;
    scanner_.object([&](std::string_view member) {
      if (member != "id") return scanner_.skip_value();
      const std::size_t begin = scanner_.offset();
      const std::string_view iri = text();
      node = last_start_ < nodes_ && iri == iris_[last_start_] ? last_start_ : builder_.node(iri, {});
      if (*node == nodes_) {
        scanner_.go_to(begin);
        scanner_.fail("no node above has the id `" + std::string(iri) + '`');
      }
    });
    if (!node) scanner_.fail("an end of a relationship needs an id");
    return *node;
  }

  /// Most edges begin where the one before began.
  Handle read_start() { return last_start_ = read_end(); }

  /// Makes the node or edge of a complete record; `owner_` is it then.
  void own(Record& record) {  // NOLINTBEGIN(bugprone-unchecked-optional-access): complete() has looked
    record.owned = true;
    if (!record.is_node()) {
      owner_ = builder_.edge(*record.start, *record.relation, *record.end);
      if (*record.relation == Relation::ListedIn) listing(iris_[*record.start], date_of(*record.end)).has_edge = true;
      return;
    }
    const std::string_view iri = record.iri.text(room_);
    owner_ = builder_.node(iri, *record.kinds);
    if (owner_ < nodes_) scanner_.fail("a node above has the same id");
    ++nodes_;
    iris_.push_back(builder_.keep(iri));
    dates_.emplace_back();
  }  // NOLINTEND(bugprone-unchecked-optional-access)

  std::string_view date_of(Handle digest) const { return dates_[digest]; }

  void read_properties(Record& record) {
    own(record);
    claims_.clear();
    std::size_t next = 0;
    scanner_.object([&](std::string_view name) {
      if (name.starts_with("claim") && claims_.read(name, scanner_)) return;
      const auto key = key_from(next, name);
      if (!key) scanner_.fail("unknown property `" + std::string(name) + '`');
      const Value value = read_value(info(*key).type);
      if (!record.is_node()) return builder_.set_edge(owner_, *key, value);
      builder_.set_node(owner_, *key, value);
      if (*key == Key::Date) dates_[owner_] = std::get<std::string_view>(value);
    });
    claims_.check(scanner_);
    for (std::size_t i = 0; i < claims_.size(); ++i) add_claim(record.is_node(), i);
  }

  /// The key of this name; the search begins at `next`, since properties stand in the order of keys.
  static std::optional<Key> key_from(std::size_t& next, std::string_view name) {
    for (std::size_t i = 0; i < key_count; ++i) {
      const KeyInfo& candidate = keys()[(next + i) % key_count];
      if (candidate.name != name) continue;
      next = static_cast<std::size_t>(candidate.key) + 1;
      return candidate.key;
    }
    return std::nullopt;
  }

  Value read_value(ValueType type) {
    switch (type) {
      case ValueType::Boolean: return scanner_.boolean();
      case ValueType::Integer: return read_number<std::int64_t>();
      case ValueType::Real: return read_number<double>();
      case ValueType::Decimal: {
        const std::string_view number = scanner_.number();
        const auto decimal = plain_decimal(number);
        if (!decimal) scanner_.fail('`' + std::string(number) + "` is out of range here");
        return builder_.keep(*decimal);
      }
      case ValueType::TextList: {
        std::deque<std::string> texts;
        scanner_.array([&] { texts.emplace_back(text()); });
        const std::vector<std::string_view> list(texts.begin(), texts.end());
        return builder_.keep(list);
      }
      case ValueType::Text:
      case ValueType::Date:
      case ValueType::Link: break;
    }
    return builder_.keep(text());
  }

  template <class Number>
  Number read_number() {
    const std::string_view digits = scanner_.number();
    Number number{};
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc{} || end != digits.data() + digits.size()) scanner_.fail('`' + std::string(digits) + "` is out of range here");
    return number;
  }

  void add_claim(bool on_node, std::size_t i) {
    const std::string_view field = claims_.fields[i].raw;
    if (field != in_title && field != in_summary) scanner_.fail("a claim's field is `title` or `summary`");
    Claim claim;
    claim.listing = listing_id(claims_.papers[i].text(room_), claims_.dates[i].text(day_room_));
    claim.begin = claims_.begins[i];
    claim.end = claims_.ends[i];
    claim.confidence = claims_.confidences[i];
    claim.rule = rule(claims_.rules[i]);
    claim.field = field == in_title ? Field::Title : Field::Summary;
    if (on_node) builder_.claim_node(owner_, claim);
    else builder_.claim_edge(owner_, claim);
  }

  std::uint16_t rule(const JsonString& scanned) {
    const std::string_view name = scanned.text(room_);
    if (const auto at = rules_.find(name); at != rules_.end()) return at->second;
    if (rules_.size() == most_rules) {
      scanner_.go_to(static_cast<std::size_t>(scanned.raw.data() - bytes_.data()));
      scanner_.fail("more than " + std::to_string(most_rules) + " names of rules in one graph");
    }
    return rules_.emplace(std::string(name), builder_.rule(name)).first->second;
  }

  Listed& listing(std::string_view paper, std::string_view date) { return listings_[listing_id(paper, date)]; }

  ListingId listing_id(std::string_view paper, std::string_view date) {
    if (last_listing_ < listings_.size() && listings_[last_listing_].paper == paper && listings_[last_listing_].date == date) return last_listing_;
    auto& days = days_of_[paper];
    const auto day = std::ranges::find_if(days, [&](ListingId id) { return listings_[id].date == date; });
    if (day != days.end()) return last_listing_ = *day;
    last_listing_ = static_cast<ListingId>(listings_.size());
    listings_.push_back({builder_.keep(paper), builder_.keep(date)});
    if (days.empty()) {  // the map's key must outlive the bytes that were scanned
      days_of_.erase(paper);
      days_of_[listings_.back().paper] = {last_listing_};
    } else {
      days.push_back(last_listing_);
    }
    return last_listing_;
  }

  void add_listings() {
    if (std::ranges::any_of(listings_, [](const Listed& l) { return !l.has_edge; })) gather_sentences();
    for (const Listed& listed : listings_)
      builder_.listing({listed.paper, listed.date, builder_.keep(listed.title), builder_.keep(listed.summary), {}, "", ""});
  }

  /// A part of a graph may lack the papers that its claims are read from: their sentences are put where they stood, between blanks.
  void gather_sentences() {
    std::size_t gathered = 0;
    for_each_claims(bytes_, [&](const ClaimArrays& claims) {
      for (std::size_t i = 0; i < claims.size(); ++i) {
        Listed& from = listing(claims.papers[i].text(room_), claims.dates[i].text(day_room_));
        if (from.has_edge) continue;
        const std::string_view sentence = claims.sentences[i].text.text(room_);
        std::string& whole = claims.fields[i].raw == in_title ? from.title : from.summary;
        if (claims.ends[i] - claims.begins[i] != sentence.size()) continue;
        if (whole.size() < claims.ends[i]) {
          gathered += claims.ends[i] - whole.size();
          if (gathered > most_entry_bytes + blanks_a_byte * bytes_.size())
            throw JsonFault{claims.sentences[i].offset, "claims stand too far behind the beginning of their texts"};
          whole.resize(claims.ends[i], ' ');
        }
        whole.replace(claims.begins[i], sentence.size(), sentence);
      }
    });
    for (Listed& listed : listings_)
      if (!listed.has_edge)
        for (std::string* const text : {&listed.title, &listed.summary}) blank_cut_characters(*text);
  }

  /// Sentences of others may lie over each other.
  static void blank_cut_characters(std::string& text) {
    for (std::size_t at = 0; at < text.size();) {
      const Character character = character_at(text, at);
      if (!character.valid) text[at] = ' ';
      at += character.bytes;
    }
  }

  std::string_view bytes_;
  JsonScanner scanner_;
  GraphBuilder builder_;
  std::string room_, day_room_;
  Handle owner_ = 0, nodes_ = 0, last_start_ = 0;
  Relation last_relation_ = Relation::Author;
  std::vector<std::string_view> iris_, dates_;  ///< by node
  ClaimArrays claims_;
  std::map<std::string, std::uint16_t, std::less<>> rules_;
  std::vector<Listed> listings_;
  std::unordered_map<std::string_view, std::vector<ListingId>> days_of_;
  ListingId last_listing_ = 0;
};

/// Exporters hand text on as it is, so that none may be what other readers refuse.
void require_utf8(std::string_view bytes) {
  const auto beyond_ascii = [](auto c) { return c >= 0x80; };
  for (std::size_t at = find_special(bytes, 0, beyond_ascii); at < bytes.size(); at = find_special(bytes, at, beyond_ascii)) {
    const Character character = character_at(bytes, at);
    if (!character.valid) throw JsonFault{at, "a byte that is no UTF-8"};
    at += character.bytes;
  }
}

}  // namespace

Graph read_graph_jsonl(std::string_view name, std::string_view bytes) {
  try {
    require_utf8(bytes);
    return Reader(bytes).run();
  } catch (const JsonFault& fault) {
    throw Error(format(diagnose(name, bytes, fault.offset, Severity::Rejected, fault.message)));
  }
}

std::vector<Diagnostic> sentence_faults(std::string_view name, std::string_view bytes, const Graph& graph) {
  std::vector<Diagnostic> faults;
  std::string paper_room, day_room, room;
  const auto listings = graph.listings();
  LineFinder lines(bytes);
  for_each_claims(bytes, [&](const ClaimArrays& claims) {
    for (std::size_t i = 0; i < claims.size(); ++i) {
      const auto wanted = std::pair(claims.papers[i].text(paper_room), claims.dates[i].text(day_room));
      const auto listing = std::ranges::lower_bound(listings, wanted, {}, [](const Listing& l) { return std::pair(l.paper, l.date); });
      if (listing == listings.end() || std::pair(listing->paper, listing->date) != wanted) continue;
      const std::string_view whole = claims.fields[i].raw == in_title ? listing->title : listing->summary;
      const bool inside = claims.begins[i] < claims.ends[i] && claims.ends[i] <= whole.size();
      if (inside && claims.sentences[i].text.text(room) == whole.substr(claims.begins[i], claims.ends[i] - claims.begins[i])) continue;
      faults.push_back(diagnose(name, bytes, lines, claims.sentences[i].offset, Severity::Warning,
                                inside ? "the sentence is not what stands at its range" : "the range lies outside the text"));
    }
  });
  return faults;
}

}  // namespace digestkg
