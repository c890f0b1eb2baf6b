#pragma once
// Entries with hand-made extractions: what resolution and building are tested with. All texts are our own.

#include <digestkg/graph.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace digestkg::testing {

/// An archive that is written down entry by entry. Evidence is the whole summary unless a sentence is given.
struct Archive {
  std::vector<Entry> entries;
  std::vector<Extraction> extractions;

  /// Opens an entry; what is added next belongs to it.
  Archive& entry(std::string id, std::string date, std::string summary = "Some words. Other words.", std::vector<std::string> authors = {"Ann Lee"}) {
    entries.push_back({id, std::move(date), "Title of " + id, std::move(authors), std::move(summary), "https://arxiv.org/abs/" + id, ""});
    extractions.emplace_back();
    return *this;
  }
  Evidence evidence(float confidence = 0.9F) const {
    return {{Field::Summary, 0, static_cast<std::uint32_t>(entries.back().summary.size())}, "pattern", confidence};
  }
  /// Adds a thing, or gives the one of this name.
  std::int16_t thing(std::string_view name, Kind kind = Kind::Method, std::vector<std::string> aliases = {}) {
    auto& things = extractions.back().things;
    for (std::size_t i = 0; i < things.size(); ++i)
      if (things[i].name == name) return static_cast<std::int16_t>(i);
    Thing thing{std::string(name), std::move(aliases), {}, kind, std::nullopt, evidence()};
    thing.votes[static_cast<std::size_t>(kind) - static_cast<std::size_t>(Kind::Method)] = 1;
    things.push_back(std::move(thing));
    return static_cast<std::int16_t>(things.size() - 1);
  }
  Archive& with(std::string_view name, Kind kind = Kind::Method, std::vector<std::string> aliases = {}) {
    thing(name, kind, std::move(aliases));
    return *this;
  }
  Archive& introduces(std::string_view name) {
    const auto object = thing(name);
    extractions.back().facts.push_back({Relation::Introduces, nothing, object, evidence()});
    return *this;
  }
  Archive& fact(std::string_view subject, Relation relation, std::string_view object) {
    const auto from = thing(subject), to = thing(object);
    extractions.back().facts.push_back({relation, from, to, evidence()});
    return *this;
  }
  Archive& result(std::string_view method, std::string_view benchmark, std::string metric, std::string value, std::string unit = "%") {
    ReportedResult result;
    result.method = method.empty() ? nothing : thing(method);
    result.benchmark = benchmark.empty() ? nothing : thing(benchmark, Kind::Benchmark);
    result.metric = std::move(metric);
    result.raw = value + unit;
    result.value = std::move(value);
    result.unit = std::move(unit);
    result.evidence = evidence();
    extractions.back().results.push_back(std::move(result));
    return *this;
  }
  Archive& task(std::string name) {
    extractions.back().tasks.push_back({std::move(name), evidence()});
    return *this;
  }

  Resolution resolved(const Overrides* overrides = nullptr) const { return resolve(entries, extractions, overrides); }
  Graph graph(const Overrides* overrides = nullptr) const {
    return build_graph(entries, extractions, resolved(overrides),
                       [](std::string_view metric) { return metric == "accuracy" ? std::optional(true) : std::nullopt; });
  }
  /// The same with entries in reverse order.
  Archive reversed() const {
    Archive other;
    other.entries.assign(entries.rbegin(), entries.rend());
    other.extractions.assign(extractions.rbegin(), extractions.rend());
    return other;
  }
};

inline std::string jsonl(const Graph& graph) {
  StringOutput out;
  write_graph_jsonl(graph, out);
  return out.text();
}

}  // namespace digestkg::testing
