// What a result looks like when all its parts are chosen -> evidence for and against it as a whole.

#include "extract/result_trust.hpp"

#include "extract/baselines.hpp"

#include <algorithm>
#include <cmath>

namespace digestkg {
namespace {

int step(float probability) { return bucket(probability, .2F, .35F, .5F, .65F, .8F, .9F, .96F, .99F); }

float log_odds(float probability) {
  const float p = std::clamp(probability, 0.01F, 0.995F);
  return std::log(p / (1 - p)) / 3;
}

/// What the named thing is: nothing, the paper's main method, another of its own, somebody else's.
int standing(const Passage& passage, std::int16_t entity) {
  return entity == nothing ? 0 : 1 + static_cast<int>(passage.role(static_cast<std::size_t>(entity)));
}

/// Names of either sort in the sentence, at most 4 of each.
std::pair<int, int> names_in_sentence(const Passage& passage, const NumberSite& site) {
  const auto first = static_cast<std::size_t>(site.first), last = static_cast<std::size_t>(site.last);
  return {std::min(passage.methods_before(last) - passage.methods_before(first), 4), std::min(passage.data_before(last) - passage.data_before(first), 4)};
}

/// How sure the kind is that the entity has.
float own_kind_probability(const Entity& e) {
  switch (e.kind) {
    case Kind::Benchmark: return e.kind_probability[1];
    case Kind::Dataset: return e.kind_probability[2];
    default: return e.kind_probability[0];
  }
}

template <class Sink>
void name_trust(const Passage& passage, std::int16_t entity, float share, bool method, Sink& sink) {
  const int who = standing(passage, entity);
  sink.add("choice", method, step(share), who);
  if (entity == nothing) return;
  const Entity& e = passage.scene().entities[static_cast<std::size_t>(entity)];
  sink.add("name", method, step(e.name_probability));
  sink.add("kind", method, step(own_kind_probability(e)));
  sink.add("introduced", method, step(e.intro_probability));
  sink.add("known", method, e.known_kinds != 0);
  sink.add("form-words", method, static_cast<int>(std::min<std::ptrdiff_t>(4, std::ranges::count(e.forms.front(), ' '))));
}

}  // namespace

template <class Sink>
void trust_features(const Passage& passage, const NumberSite& site, const ReportedResult& r, const ResultParts& parts, Sink& sink) {
  sink.add("bias");
  sink.real("whole", log_odds(r.evidence.confidence));
  sink.real("number", log_odds(parts.number));
  sink.real("metric", log_odds(parts.metric));
  sink.real("method", log_odds(parts.method));
  sink.real("benchmark", log_odds(parts.benchmark));
  sink.add("whole", step(r.evidence.confidence));
  sink.add("number", step(parts.number), r.delta);
  sink.add("metric", step(parts.metric), r.metric.empty());
  name_trust(passage, r.method, parts.method, true, sink);
  name_trust(passage, r.benchmark, parts.benchmark, false, sink);
  sink.add("choices", step(parts.method) / 3, step(parts.benchmark) / 3, step(parts.metric) / 3);
  const int method = standing(passage, r.method), benchmark = standing(passage, r.benchmark);
  sink.add("standings", method, benchmark, r.metric.empty());
  const auto [methods, data] = names_in_sentence(passage, site);
  sink.add("methods", methods, method);
  sink.add("data", data, benchmark);
  sink.add("numbers", std::min<int>(site.same_unit, 5), std::min<int>(site.order, 4));
  sink.add("unit", Part(r.unit), r.delta);
  sink.add("section", static_cast<int>(passage.sentence(site.sentence).section));
  sink.add("pattern", site.respectively, site.from || site.to, site.versus_next || site.versus_previous, site.cue >= 0);
  sink.add("baseline", r.baseline != nothing, r.baseline_value.empty(), r.delta);
  sink.add("agrees", r.evidence.rule != disagreeing_levels);
  sink.add("metric-words", static_cast<int>(std::min<std::ptrdiff_t>(4, std::ranges::count(r.metric, ' '))));
}

template void trust_features(const Passage&, const NumberSite&, const ReportedResult&, const ResultParts&, HashedFeatures&);
template void trust_features(const Passage&, const NumberSite&, const ReportedResult&, const ResultParts&, NamedFeatures&);

}  // namespace digestkg
