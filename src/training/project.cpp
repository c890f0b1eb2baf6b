// Annotated names -> their places in the text; readings -> records.

#include "training/project.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <set>

namespace digestkg::training {
namespace {

bool starts_with(std::string_view text, std::string_view form, bool fold) {
  return text.size() >= form.size() &&
         (fold ? std::ranges::equal(text.substr(0, form.size()), form, {}, ascii_lower, ascii_lower) : text.starts_with(form));
}

struct Place {
  Span span;
  std::size_t entity;
};

/// Adds all places of a form that nothing longer holds yet.
void find(const Document& d, std::string_view form, std::size_t entity, bool fold, std::vector<bool>& taken, std::vector<Place>& places) {
  const std::size_t count = d.tokens().size();
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t begin = d.token(i).begin;
    if (taken[i] || !starts_with(d.text().substr(begin), form, fold)) continue;
    std::size_t end = i;
    while (end < count && d.token(end).end < begin + form.size()) ++end;
    if (end == count || d.token(end).begin >= begin + form.size()) continue;
    const std::string_view rest = d.text().substr(begin + form.size(), d.token(end).end - begin - form.size());
    if (!(rest.empty() || rest == "s")) continue;
    if (std::any_of(taken.begin() + static_cast<std::ptrdiff_t>(i), taken.begin() + static_cast<std::ptrdiff_t>(end) + 1,
                    [](bool t) { return t; }))
      continue;
    std::fill(taken.begin() + static_cast<std::ptrdiff_t>(i), taken.begin() + static_cast<std::ptrdiff_t>(end) + 1, true);
    places.push_back({{static_cast<std::uint16_t>(i), static_cast<std::uint16_t>(end + 1)}, entity});
  }
}

/// The paper's main method as the later stages choose it: the introduced one the title opens with, else the first in the text.
void choose_main(Scene& scene) {
  const auto first_place = [](const Entity& e) { return e.mentions.empty() ? std::uint16_t{0xFFFF} : e.mentions.front().begin; };
  Entity* best = nullptr;
  for (Entity& e : scene.entities)
    if (e.introduced && e.kind == Kind::Method && (!best || first_place(e) < first_place(*best))) best = &e;
  if (best) best->main = true;
}

std::optional<std::string> name_or_none(const Case& c, std::int16_t entity) {
  if (entity < 0) return std::nullopt;
  return c.passage.scene().entities[static_cast<std::size_t>(entity)].forms.front();
}

std::optional<std::string> text_or_none(const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); }

}  // namespace

Scene project(const Document& document, const GoldRecord& record) {
  Scene scene;
  scene.document = &document;
  std::vector<std::pair<std::string_view, std::size_t>> forms;
  for (std::size_t g = 0; g < record.entities.size(); ++g) {
    const GoldEntity& gold = record.entities[g];
    Entity& e = scene.entities.emplace_back();
    e.forms = gold.forms;
    e.kind = gold.kind;
    e.also = gold.also;
    e.introduced = std::ranges::find(record.introduces, gold.forms.front()) != record.introduces.end();
    for (const std::string& form : gold.forms) forms.emplace_back(form, g);
  }
  std::ranges::stable_sort(forms, std::ranges::greater{}, [](const auto& f) { return f.first.size(); });
  std::vector<bool> taken(document.tokens().size());
  std::vector<Place> places;
  for (const auto& [form, entity] : forms) find(document, form, entity, false, taken, places);
  std::set<std::size_t> found;
  for (const Place& p : places) found.insert(p.entity);
  for (const auto& [form, entity] : forms)
    if (!found.contains(entity)) find(document, form, entity, true, taken, places);
  std::ranges::sort(places, {}, &Place::span);
  for (const Place& p : places) scene.entities[p.entity].mentions.push_back(p.span);
  choose_main(scene);
  scene.lay();
  return scene;
}

std::int16_t Case::entity_of(const std::string& gold_name) const {
  for (std::size_t e = 0; e < gold_of.size(); ++e)
    if (gold_of[e] >= 0 && record->entities[static_cast<std::size_t>(gold_of[e])].forms.front() == gold_name)
      return static_cast<std::int16_t>(e);
  return nothing;
}

Cases make_cases(Work& work) {
  Cases cases;
  const std::size_t count = work.records.size();
  for (std::size_t r = 0; r < count; ++r) cases.gold_scenes.push_back(project(work.documents[r], work.records[r]));
  cases.gold.resize(count);
  for (std::size_t r = 0; r < count; ++r) {
    Case& c = cases.gold[r];
    c.record = &work.records[r];
    for (std::size_t g = 0; g < c.record->entities.size(); ++g) c.gold_of.push_back(static_cast<int>(g));
    c.passage.read(cases.gold_scenes[r]);
  }
  if (work.predicted.size() != count) return cases;
  cases.predicted.resize(count);
  for (std::size_t r = 0; r < count; ++r) {
    Case& c = cases.predicted[r];
    c.record = &work.records[r];
    c.gold_of = work.gold_of[r];
    work.predicted[r].lay();
    c.passage.read(work.predicted[r]);
  }
  return cases;
}

Record record_of(const GoldRecord& gold) {
  Record r;
  r.id = gold.entry.id;
  for (const GoldEntity& e : gold.entities) r.entities.push_back({e.forms.front(), {e.forms.begin() + 1, e.forms.end()}, e.kind, e.also});
  r.introduces = gold.introduces;
  r.uses = gold.uses;
  r.trained_on = gold.trained_on;
  r.evaluated_on = gold.evaluated_on;
  r.outperforms = gold.outperforms;
  for (const GoldResult& g : gold.results) r.results.push_back({g.method, g.benchmark, g.metric, g.unit, g.value, g.delta});
  return r;
}

Record record_of(const Case& c, const std::vector<Fact>& facts, const std::vector<ReportedResult>& results) {
  Record r;
  r.id = c.record->entry.id;
  for (const Entity& e : c.passage.scene().entities) {
    r.entities.push_back({e.forms.front(), {e.forms.begin() + 1, e.forms.end()}, e.kind, e.also});
    if (e.introduced) r.introduces.push_back(e.forms.front());
  }
  for (const Fact& f : facts) {
    auto& pairs = f.relation == Relation::Uses          ? r.uses
                  : f.relation == Relation::TrainedOn   ? r.trained_on
                  : f.relation == Relation::EvaluatedOn ? r.evaluated_on
                                                        : r.outperforms;
    pairs.emplace_back(name_or_none(c, f.subject).value_or(""), name_or_none(c, f.object).value_or(""));
  }
  for (const ReportedResult& p : results)
    r.results.push_back({name_or_none(c, p.method), name_or_none(c, p.benchmark), text_or_none(p.metric), text_or_none(p.unit),
                         std::strtod(p.value.c_str(), nullptr), p.delta});
  return r;
}

void print(const char* heading, const Evaluation& evaluation, const std::vector<std::string_view>& names) {
  std::printf("%s\n", heading);
  for (const EvaluationRow& row : evaluation.rows)
    if (std::ranges::find(names, row.name) != names.end())
      std::printf("  %-12s P %.3f R %.3f F1 %.3f  %zu right, %zu extra, %zu missed\n", std::string(row.name).c_str(), row.tally.precision(),
                  row.tally.recall(), row.tally.f1(), row.tally.right, row.tally.extra, row.tally.missed);
}

void print_differences(const char* heading, const Evaluation& evaluation, const std::vector<std::string_view>& names) {
  for (const Difference& d : evaluation.differences)
    if (std::ranges::find(names, d.row) != names.end())
      std::printf("%s: %s %s %s %s\n", heading, d.id.c_str(), std::string(d.row).c_str(), d.extra ? "extra " : "missed", d.fact.c_str());
}

void print_calibration(std::string_view row, const std::function<Evaluation(float, float)>& keep) {
  std::printf("  right by confidence:");
  for (int step = 0; step < 10; ++step) {
    const Evaluation e = keep(static_cast<float>(step) / 10, step == 9 ? 2.0F : static_cast<float>(step + 1) / 10);
    const Tally& tally = std::ranges::find(e.rows, row, &EvaluationRow::name)->tally;
    if (tally.right + tally.extra > 0) std::printf(" .%d: %.2f of %zu", step, tally.precision(), tally.right + tally.extra);
  }
  std::printf("\n");
}

}  // namespace digestkg::training
