// Entries, what was read from them and what their names mean -> the graph.

#include "base/memory.hpp"
#include "graph/fold.hpp"
#include "graph/listings.hpp"

#include <digestkg/graph.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace digestkg {
namespace {

using Handle = GraphBuilder::Handle;
using Part = LeftOut::Part;

std::string encoded(std::string_view text) { return make_iri("", text).substr(1); }

/// One step of a result's IRI; `_` for what is not said, so that it cannot be confused with a text that is `_`.
std::string step(std::string_view text) {
  if (text.empty()) return "/_";
  return text == "_" ? "/%5F" : '/' + encoded(text);
}

/// What papers call one metric or task, and the units seen with it.
struct Phrase {
  Handle node = 0;
  std::string step;  ///< of the IRIs of results
  std::map<std::string_view, std::size_t> forms;
  std::set<std::string_view> units;
};

struct Phrases {
  struct Form {
    Phrase* phrase;
    std::size_t* count;  ///< in the phrase's forms
  };
  std::unordered_map<Handle, Phrase> by_node;
  std::unordered_map<std::string_view, Form> by_form;
};

/// Frees entries and extractions once they are in the graph.
class Spending {
 public:
  Spending(std::vector<Entry>& entries, std::vector<Extraction>& extractions) : entries_(entries), extractions_(extractions) {}

  void free(std::span<const std::uint32_t> used) {
    for (const std::uint32_t i : used) {
      const Entry entry = std::move(entries_[i]);  // an empty string that is assigned would leave the room of the old one
      const Extraction extraction = std::move(extractions_[i]);
      if (++freed_ % large_archive == 0) give_back_memory();
    }
  }
  void free_rest() {
    std::vector<Entry>().swap(entries_);
    std::vector<Extraction>().swap(extractions_);
    if (freed_ >= large_archive) give_back_memory();
  }

 private:
  std::vector<Entry>& entries_;
  std::vector<Extraction>& extractions_;
  std::size_t freed_ = 0;
};

class Assembler {
 public:
  Assembler(const std::vector<Entry>& entries, const std::vector<Extraction>& extractions, const Resolution& resolution,
            Spending* spending = nullptr)
      : entries_(entries), extractions_(extractions), resolution_(resolution), spending_(spending) {}

  Graph run(const MetricDirection& higher_is_better) {
    add_entities();
    const std::vector<std::uint32_t> kept = order_listings(entries_).kept;
    for (auto begin = kept.begin(); begin != kept.end();) {
      const auto end = std::find_if(begin, kept.end(), [&](std::uint32_t i) { return entries_[i].id != entries_[*begin].id; });
      add_paper(std::span(begin, end));
      if (spending_) spending_->free(std::span(begin, end));
      begin = end;
    }
    if (spending_) spending_->free_rest();
    for (const auto& [node, phrase] : tasks_.by_node) name_phrase(phrase);
    for (const auto& [node, phrase] : metrics_.by_node) describe_metric(phrase, higher_is_better);
    return builder_.finish_archive(true);
  }

 private:
  void text(Handle node, Key key, std::string_view value) {
    if (!value.empty()) builder_.set_node(node, key, builder_.keep(value));
  }

  void add_entities() {
    for (const Resolution::Entity& entity : resolution_.entities) {
      const Handle node = builder_.node(entity.iri, entity.kinds);
      text(node, Key::Name, entity.name);
      const std::vector<std::string_view> aliases(entity.aliases.begin(), entity.aliases.end());
      if (!aliases.empty()) builder_.set_node(node, Key::Aliases, builder_.keep(aliases));
      entities_.push_back(node);
    }
  }

  /// All listings of one paper, by date.
  void add_paper(std::span<const std::uint32_t> listed) {
    const Entry& first = entries_[listed.front()];
    paper_id_ = encoded(first.id);
    paper_ = builder_.node("paper/" + paper_id_, Kind::Paper);
    text(paper_, Key::ArxivId, first.id);
    text(paper_, Key::Title, first.title);
    text(paper_, Key::Summary, first.summary);
    text(paper_, Key::Date, first.date);
    text(paper_, Key::ArxivUrl, first.arxiv_url);
    text(paper_, Key::HuggingFaceUrl, first.huggingface_url);
    text(paper_, Key::Doi, "10.48550/arXiv." + first.id);
    const std::vector<std::string> authors = add_authors(listed);
    for (const std::uint32_t entry : listed) {
      add_listing(entries_[entry], first, authors);
      add_claims(entry);
    }
  }

  /// Authors of all listings, each once, in the order in which they come; that order is also their position.
  std::vector<std::string> add_authors(std::span<const std::uint32_t> listed) {
    std::vector<std::string> authors;
    std::set<std::string_view> seen;
    for (const std::uint32_t entry : listed)
      for (const std::string& name : entries_[entry].authors) {
        if (!seen.insert(name).second) continue;
        authors.push_back(name);
        const Handle author = builder_.node(make_iri("author", name), Kind::Author);
        text(author, Key::Name, name);
        builder_.set_node(author, Key::IsHandle, is_handle(name));
        builder_.set_edge(builder_.edge(paper_, Relation::Author, author), Key::Position, static_cast<std::int64_t>(authors.size()));
      }
    return authors;
  }

  /// The edge to the day holds what this listing has otherwise than the paper, empty values too, so that entries_of can tell.
  void add_listing(const Entry& entry, const Entry& first, const std::vector<std::string>& authors) {
    const Handle digest = builder_.node("digest/" + encoded(entry.date), Kind::Digest);
    text(digest, Key::Date, entry.date);
    const Handle edge = builder_.edge(paper_, Relation::ListedIn, digest);
    const auto differing = [&](Key key, const std::string& own, const std::string& papers) {
      if (own != papers) builder_.set_edge(edge, key, builder_.keep(own));
    };
    differing(Key::Title, entry.title, first.title);
    differing(Key::Summary, entry.summary, first.summary);
    differing(Key::ArxivUrl, entry.arxiv_url, first.arxiv_url);
    differing(Key::HuggingFaceUrl, entry.huggingface_url, first.huggingface_url);
    if (entry.authors != authors) {
      const std::vector<std::string_view> own(entry.authors.begin(), entry.authors.end());
      builder_.set_edge(edge, Key::Authors, builder_.keep(own));
    }
    listing_ = builder_.listing({builder_.keep("paper/" + paper_id_), builder_.keep(entry.date), {}, {}, {}, {}, {}});
  }

  Claim claim(const Evidence& evidence) {
    return {listing_, evidence.sentence.begin, evidence.sentence.end, evidence.confidence, builder_.rule(evidence.rule), evidence.sentence.field};
  }

  void relate(Handle source, Relation relation, Handle target, const Claim& claim) {
    builder_.claim_edge(builder_.edge(source, relation, target), claim);
  }

  bool left_out(std::uint32_t entry, Part part, std::size_t index) const {
    return std::ranges::binary_search(resolution_.left_out, LeftOut{entry, part, static_cast<std::uint32_t>(index)});
  }

  void add_claims(std::uint32_t entry) {
    const Extraction& read = extractions_[entry];
    for (std::size_t i = 0; i < read.things.size(); ++i)
      if (!left_out(entry, Part::Mention, i))
        relate(paper_, Relation::Mentions, entities_[resolution_.of[entry][i]], claim(read.things[i].evidence));
    for (std::size_t i = 0; i < read.facts.size(); ++i) {
      const Fact& fact = read.facts[i];
      if (left_out(entry, Part::Fact, i)) continue;
      relate(fact.subject == nothing ? paper_ : thing(entry, fact.subject), fact.relation, thing(entry, fact.object), claim(fact.evidence));
    }
    for (std::size_t i = 0; i < read.tasks.size(); ++i) {
      if (read.tasks[i].name.empty() || left_out(entry, Part::Task, i)) continue;
      relate(paper_, Relation::Addresses, phrase(tasks_, Kind::Task, read.tasks[i].name).node, claim(read.tasks[i].evidence));
    }
    for (std::size_t i = 0; i < read.results.size(); ++i)
      if (!left_out(entry, Part::Result, i)) add_result(entry, i, read.results[i]);
  }

  Handle thing(std::uint32_t entry, std::int16_t index) const { return entities_[resolution_.of[entry][static_cast<std::size_t>(index)]]; }

  /// Most forms come again and again: they are folded once.
  Phrase& phrase(Phrases& all, Kind kind, std::string_view form) {
    auto known = all.by_form.find(form);
    if (known == all.by_form.end()) {
      const std::string folded = fold_phrase(form);
      const Handle node = builder_.node(make_iri(info(kind).record, folded), kind);
      const auto [at, fresh] = all.by_node.try_emplace(node);
      Phrase& phrase = at->second;
      if (fresh) phrase = {node, step(folded), {}, {}};
      const std::string_view kept = builder_.keep(form);
      known = all.by_form.emplace(kept, Phrases::Form{&phrase, &phrase.forms[kept]}).first;
    }
    ++*known->second.count;
    return *known->second.phrase;
  }

  void add_result(std::uint32_t entry, std::size_t index, const ReportedResult& result) {
    const auto end = [&](Part part, std::int16_t thing) { return thing != nothing && left_out(entry, part, index) ? nothing : thing; };
    const std::int16_t method = end(Part::ResultMethod, result.method);
    const std::int16_t benchmark = end(Part::ResultBenchmark, result.benchmark);
    const std::int16_t baseline = end(Part::ResultBaseline, result.baseline);
    const auto key = [&](std::int16_t thing) {
      return thing == nothing ? "/_" : resolution_.entities[resolution_.of[entry][static_cast<std::size_t>(thing)]].iri.substr(6);
    };
    Phrase* const metric = result.metric.empty() ? nullptr : &phrase(metrics_, Kind::Metric, result.metric);
    const std::string iri = "result/" + paper_id_ + key(method) + key(benchmark) + (metric ? metric->step : step("")) +
                            step(result.value) + step(result.unit) + (result.delta ? "/delta" : "/level");
    const std::size_t known = builder_.node_count();
    const Handle node = builder_.node(iri, Kind::Result);
    const Claim evidence = claim(result.evidence);
    builder_.claim_node(node, evidence);
    if (node == known) describe(node, result);
    relate(paper_, Relation::Reports, node, evidence);
    if (method != nothing) relate(node, Relation::OfMethod, thing(entry, method), evidence);
    if (benchmark != nothing) relate(node, Relation::OnBenchmark, thing(entry, benchmark), evidence);
    if (baseline != nothing) relate(node, Relation::OverBaseline, thing(entry, baseline), evidence);
    if (!metric) return;
    if (!metric->units.contains(result.unit)) metric->units.insert(builder_.keep(result.unit));
    relate(node, Relation::ByMetric, metric->node, evidence);
  }

  /// The first reading of a result gives its properties.
  void describe(Handle node, const ReportedResult& result) {
    text(node, Key::Value, result.value);
    text(node, Key::Unit, result.unit);
    text(node, Key::Raw, result.raw);
    builder_.set_node(node, Key::Delta, result.delta);
    text(node, Key::BaselineValue, result.baseline_value);
  }

  /// The form used most is the name; returns it.
  std::string_view name_phrase(const Phrase& phrase) {
    const auto best = std::ranges::max_element(phrase.forms, {}, [](const auto& form) { return form.second; });
    text(phrase.node, Key::Name, best->first);
    return best->first;
  }

  void describe_metric(const Phrase& metric, const MetricDirection& higher_is_better) {
    const std::string_view name = name_phrase(metric);
    std::vector<std::string_view> aliases;
    std::optional<bool> higher = higher_is_better(name);
    for (const auto& [form, count] : metric.forms) {
      if (form != name) aliases.push_back(form);
      if (!higher) higher = higher_is_better(form);
    }
    if (!aliases.empty()) builder_.set_node(metric.node, Key::Aliases, builder_.keep(aliases));
    if (metric.units.size() == 1) text(metric.node, Key::Unit, *metric.units.begin());
    if (higher) text(metric.node, Key::Direction, *higher ? "higher" : "lower");
  }

  const std::vector<Entry>& entries_;
  const std::vector<Extraction>& extractions_;
  const Resolution& resolution_;
  Spending* const spending_;
  GraphBuilder builder_;
  std::vector<Handle> entities_;            ///< by index into the resolution's entities
  Phrases metrics_, tasks_;
  std::string paper_id_;                    ///< as it stands in IRIs
  Handle paper_ = 0;
  std::uint32_t listing_ = 0;
};

}  // namespace

Graph build_graph(const std::vector<Entry>& entries, const std::vector<Extraction>& extractions, const Resolution& resolution,
                  const MetricDirection& higher_is_better) {
  return Assembler(entries, extractions, resolution).run(higher_is_better);
}

Graph build_graph(std::vector<Entry>&& entries, std::vector<Extraction>&& extractions, const Resolution& resolution,
                  const MetricDirection& higher_is_better) {
  Spending spending(entries, extractions);
  return Assembler(entries, extractions, resolution, &spending).run(higher_is_better);
}

}  // namespace digestkg
