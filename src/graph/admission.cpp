// Facts and results with resolved ends -> those that may enter the graph; the others are listed with a reason.

#include "graph/admission.hpp"

#include <algorithm>

namespace digestkg {
namespace {

using Part = LeftOut::Part;

class Admission {
 public:
  Admission(const std::vector<Entry>& entries, const std::vector<Extraction>& extractions, const Overrides& overrides, Resolution& resolution)
      : entries_(entries), extractions_(extractions), overrides_(overrides), resolution_(resolution) {}

  void judge(std::uint32_t entry) {
    entry_ = entry;
    const Extraction& read = extractions_[entry];
    for (std::uint32_t i = 0; i < read.facts.size(); ++i) judge_fact(i, read.facts[i]);
    for (std::uint32_t i = 0; i < read.results.size(); ++i) judge_result(i, read.results[i]);
    if (overrides_.rejections.empty()) return;
    for (std::uint32_t i = 0; i < read.things.size(); ++i)
      if (rejected(Relation::Mentions, nothing, static_cast<std::int16_t>(i), {}))
        refuse(Part::Mention, i, Relation::Mentions, nothing, static_cast<std::int16_t>(i), "override", {});
    for (std::uint32_t i = 0; i < read.tasks.size(); ++i)
      if (rejected_task(read.tasks[i].name)) refuse_task(i, read.tasks[i].name);
  }

 private:
  const Resolution::Entity& entity(std::int16_t thing) const {
    return resolution_.entities[resolution_.of[entry_][static_cast<std::size_t>(thing)]];
  }

  void judge_fact(std::uint32_t index, const Fact& fact) {
    const RelationInfo& relation = info(fact.relation);
    if (rejected(fact.relation, fact.subject, fact.object, {}))
      return refuse(Part::Fact, index, fact.relation, fact.subject, fact.object, "override", {});
    if (fact.object == nothing || (fact.subject == nothing) != relation.source.has(Kind::Paper))
      return refuse(Part::Fact, index, fact.relation, fact.subject, fact.object, "kind", "an end is missing");
    if (fact.subject != nothing && &entity(fact.subject) == &entity(fact.object))
      return refuse(Part::Fact, index, fact.relation, fact.subject, fact.object, "itself", "both names are one thing");
    for (const auto& [thing, kinds] : {std::pair(fact.subject, relation.source), std::pair(fact.object, relation.target)})
      if (thing != nothing && !entity(thing).kinds.any(kinds))
        return refuse(Part::Fact, index, fact.relation, fact.subject, fact.object, "kind", misfit(thing, kinds));
  }

  void judge_result(std::uint32_t index, const ReportedResult& result) {
    if (rejected(Relation::Reports, result.method, result.benchmark, result.value))
      return refuse(Part::Result, index, Relation::Reports, result.method, result.benchmark, "override", result.raw);
    judge_end(Part::ResultMethod, index, Relation::OfMethod, result.method, result.raw);
    judge_end(Part::ResultBenchmark, index, Relation::OnBenchmark, result.benchmark, result.raw);
    if (result.baseline != nothing && result.method != nothing && &entity(result.baseline) == &entity(result.method))
      return refuse(Part::ResultBaseline, index, Relation::OverBaseline, result.method, result.baseline, "itself", result.raw);
    judge_end(Part::ResultBaseline, index, Relation::OverBaseline, result.baseline, result.raw);
  }

  void judge_end(Part part, std::uint32_t index, Relation relation, std::int16_t thing, const std::string& raw) {
    if (thing == nothing) return;
    if (rejected(relation, nothing, thing, {})) return refuse(part, index, relation, nothing, thing, "override", raw);
    if (!entity(thing).kinds.any(info(relation).target))
      refuse(part, index, relation, nothing, thing, "kind", raw + ", " + misfit(thing, info(relation).target));
  }

  std::string misfit(std::int16_t thing, KindSet wanted) const {
    std::string text = entity(thing).name + " is a " + std::string(info(entity(thing).kind).record) + ", not a ";
    bool first = true;
    for (const KindInfo& kind : kinds())
      if (wanted.has(kind.kind)) {
        text.append(first ? "" : " or ").append(kind.record);
        first = false;
      }
    return text;
  }

  bool rejected(Relation relation, std::int16_t subject, std::int16_t object, std::string_view value) const {
    return std::ranges::any_of(overrides_.rejections, [&](const Overrides::Rejection& r) {
      return (!r.relation || *r.relation == relation) && (r.paper.empty() || r.paper == entries_[entry_].id) &&
             (r.value.empty() || r.value == value) && matches(r.subject, subject) && matches(r.object, object);
    });
  }

  bool matches(const std::string& wanted, std::int16_t thing) const {
    if (wanted.empty()) return true;
    if (thing == nothing) return false;
    const std::string key = fold_name(wanted);
    const Thing& read = extractions_[entry_].things[static_cast<std::size_t>(thing)];
    return fold_name(entity(thing).name) == key || fold_name(read.name) == key ||
           std::ranges::any_of(read.aliases, [&](const std::string& alias) { return fold_name(alias) == key; });
  }

  bool rejected_task(const std::string& task) const {
    return std::ranges::any_of(overrides_.rejections, [&](const Overrides::Rejection& r) {
      return (!r.relation || *r.relation == Relation::Addresses) && (r.paper.empty() || r.paper == entries_[entry_].id) &&
             r.value.empty() && r.subject.empty() && (r.object.empty() || fold_name(r.object) == fold_name(task));
    });
  }

  std::string paper() const { return make_iri("paper", entries_[entry_].id); }

  void refuse(Part part, std::uint32_t index, Relation relation, std::int16_t subject, std::int16_t object, const char* reason,
              const std::string& detail) {
    const auto name = [&](std::int16_t thing) { return thing == nothing ? std::string() : entity(thing).name; };
    const std::string iri = subject == nothing ? paper() : entity(subject).iri;
    resolution_.left_out.push_back({entry_, part, index});
    resolution_.steps.push_back({iri, {name(subject), std::string(info(relation).record), name(object)}, reason,
                                 paper() + (detail.empty() ? "" : ": ") + detail});
  }

  void refuse_task(std::uint32_t index, const std::string& task) {
    resolution_.left_out.push_back({entry_, Part::Task, index});
    resolution_.steps.push_back({paper(), {"", std::string(info(Relation::Addresses).record), task}, "override", paper()});
  }

  const std::vector<Entry>& entries_;
  const std::vector<Extraction>& extractions_;
  const Overrides& overrides_;
  Resolution& resolution_;
  std::uint32_t entry_ = 0;
};

}  // namespace

void leave_out(const std::vector<Entry>& entries, const std::vector<Extraction>& extractions, std::span<const std::uint32_t> kept,
               const Overrides& overrides, Resolution& resolution) {
  Admission admission(entries, extractions, overrides, resolution);
  for (const std::uint32_t entry : kept) admission.judge(entry);
  std::ranges::sort(resolution.left_out);
}

}  // namespace digestkg
