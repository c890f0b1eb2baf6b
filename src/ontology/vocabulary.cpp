// The graph's vocabulary as tables: kinds, relations and properties with their name in every kind of output.

#include <digestkg/ontology.hpp>

#include <algorithm>
#include <bit>

namespace digestkg {
namespace {

constexpr std::array<KindInfo, kind_count> kind_table{{
    {Kind::Paper, "Paper", "paper", "papers"},
    {Kind::Author, "Author", "author", "authors"},
    {Kind::Method, "Method", "method", "methods"},
    {Kind::Benchmark, "Benchmark", "benchmark", "benchmarks"},
    {Kind::Dataset, "Dataset", "dataset", "datasets"},
    {Kind::Metric, "Metric", "metric", "metrics"},
    {Kind::Task, "Task", "task", "tasks"},
    {Kind::Result, "Result", "result", "results"},
    {Kind::Digest, "Digest", "digest", "digests"},
}};

constexpr KindSet measured_on = Kind::Benchmark | Kind::Dataset;

constexpr std::array<RelationInfo, relation_count> relation_table{{
    {Relation::Author, "author", "author", "AUTHOR", "author", Kind::Paper, Kind::Author, false},
    {Relation::Introduces, "introduces", "introduces", "INTRODUCES", "introduces", Kind::Paper, named_things, true},
    {Relation::Mentions, "mentions", "mentions", "MENTIONS", "mentions", Kind::Paper, named_things, true},
    {Relation::Addresses, "addresses", "addresses", "ADDRESSES", "addresses", Kind::Paper, Kind::Task, true},
    {Relation::ListedIn, "listed_in", "listedIn", "LISTED_IN", "listed-in", Kind::Paper, Kind::Digest, false},
    {Relation::Uses, "uses", "uses", "USES", "uses", Kind::Method, Kind::Method, true},
    {Relation::TrainedOn, "trained_on", "trainedOn", "TRAINED_ON", "trained-on", Kind::Method, measured_on, true},
    {Relation::EvaluatedOn, "evaluated_on", "evaluatedOn", "EVALUATED_ON", "evaluated-on", Kind::Method, measured_on, true},
    {Relation::Outperforms, "outperforms", "outperforms", "OUTPERFORMS", "outperforms", Kind::Method, Kind::Method, true},
    {Relation::Reports, "reports", "reports", "REPORTS", "reports", Kind::Paper, Kind::Result, true},
    {Relation::OfMethod, "of_method", "ofMethod", "OF_METHOD", "of-method", Kind::Result, Kind::Method, true},
    {Relation::OnBenchmark, "on_benchmark", "onBenchmark", "ON_BENCHMARK", "on-benchmark", Kind::Result, measured_on, true},
    {Relation::ByMetric, "by_metric", "byMetric", "BY_METRIC", "by-metric", Kind::Result, Kind::Metric, true},
    {Relation::OverBaseline, "over_baseline", "overBaseline", "OVER_BASELINE", "over-baseline", Kind::Result, Kind::Method, true},
    {Relation::CoAuthor, "co_author", "coAuthor", "CO_AUTHOR", "co-author", Kind::Author, Kind::Author, false},
}};

constexpr KindSet called_by_name = named_things | Kind::Author | Kind::Metric | Kind::Task;

constexpr std::array<KeyInfo, key_count> key_table{{
    {Key::Name, "name", ValueType::Text, called_by_name, false, "the form used most"},
    {Key::ArxivId, "arxivId", ValueType::Text, Kind::Paper, false, "arXiv identifier without version"},
    {Key::Title, "title", ValueType::Text, Kind::Paper, true, "title; on an edge: this listing's, where it differs"},
    {Key::Summary, "summary", ValueType::Text, Kind::Paper, true, "summary of the first listing; on an edge: this listing's, where it differs"},
    {Key::Authors, "authors", ValueType::TextList, KindSet{}, true, "authors of this listing, where they differ from the first listing's"},
    {Key::Date, "date", ValueType::Date, Kind::Paper | Kind::Digest, false, "day of the (first) digest"},
    {Key::ArxivUrl, "arxivUrl", ValueType::Link, Kind::Paper, true, "page on arXiv, as the digest links it"},
    {Key::HuggingFaceUrl, "huggingFaceUrl", ValueType::Link, Kind::Paper, true, "page on Hugging Face, as the digest links it"},
    {Key::Doi, "doi", ValueType::Text, Kind::Paper, false, "10.48550/arXiv.ID"},
    {Key::IsHandle, "isHandle", ValueType::Boolean, Kind::Author, false, "an account name, not a person's"},
    {Key::Aliases, "aliases", ValueType::TextList, named_things | Kind::Metric, false, "other names, sorted"},
    {Key::Unit, "unit", ValueType::Text, Kind::Metric | Kind::Result, false, "%, x, points, s, ..."},
    {Key::Direction, "direction", ValueType::Text, Kind::Metric, false, "higher or lower (is better); absent when unknown"},
    {Key::Value, "value", ValueType::Decimal, Kind::Result, false, "the number reported"},
    {Key::Raw, "raw", ValueType::Text, Kind::Result, false, "the number as written"},
    {Key::Delta, "delta", ValueType::Boolean, Kind::Result, false, "a change, not a level"},
    {Key::BaselineValue, "baselineValue", ValueType::Decimal, Kind::Result, false, "level of the baseline it is compared with"},
    {Key::Position, "position", ValueType::Integer, KindSet{}, true, "place in the list of authors, from 1"},
    {Key::PageRank, "pageRank", ValueType::Real, named_things | Kind::Paper | Kind::Author, false, "PageRank over the whole graph"},
    {Key::Degree, "degree", ValueType::Integer, named_things | Kind::Paper | Kind::Author, false, "number of edges"},
    {Key::Betweenness, "betweenness", ValueType::Real, named_things | Kind::Author, false, "share of shortest paths; on views"},
    {Key::Community, "community", ValueType::Integer, named_things | Kind::Paper | Kind::Author, false, "community of the view, from 0, largest first"},
    {Key::Papers, "papers", ValueType::Integer, Kind::Author, true, "papers of an author, or joint papers of two; on views"},
}};

template <class Table, class Matches>
auto first_match(const Table& table, Matches matches) {
  const auto at = std::ranges::find_if(table, matches);
  return at == table.end() ? nullptr : &*at;
}

}  // namespace

Kind KindSet::first() const { return static_cast<Kind>(std::countr_zero(bits_)); }

std::span<const KindInfo, kind_count> kinds() { return kind_table; }
const KindInfo& info(Kind kind) { return kind_table[static_cast<std::size_t>(kind)]; }
std::optional<Kind> kind_named(std::string_view name) {
  const auto* found = first_match(kind_table, [&](const KindInfo& k) { return k.label == name || k.record == name; });
  return found ? std::optional(found->kind) : std::nullopt;
}

std::span<const RelationInfo, relation_count> relations() { return relation_table; }
const RelationInfo& info(Relation relation) { return relation_table[static_cast<std::size_t>(relation)]; }
std::optional<Relation> relation_named(std::string_view name) {
  const auto* found = first_match(relation_table, [&](const RelationInfo& r) {
    return r.record == name || r.rdf == name || r.label == name || r.picture == name;
  });
  return found ? std::optional(found->relation) : std::nullopt;
}

std::span<const KeyInfo, key_count> keys() { return key_table; }
const KeyInfo& info(Key key) { return key_table[static_cast<std::size_t>(key)]; }
std::optional<Key> key_named(std::string_view name) {
  const auto* found = first_match(key_table, [&](const KeyInfo& k) { return k.name == name; });
  return found ? std::optional(found->key) : std::nullopt;
}

}  // namespace digestkg
