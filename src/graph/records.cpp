// One entry's extraction -> one line of JSON.

#include "base/json_writer.hpp"

#include <digestkg/records.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>

namespace digestkg {
namespace {

std::string_view name_of(Field field) { return field == Field::Title ? "title" : "summary"; }

std::string_view sentence_of(const Entry& entry, const TextRange& range) {
  const std::string_view text = range.field == Field::Title ? entry.title : entry.summary;
  return text.substr(range.begin, range.end - range.begin);
}

void write_range(JsonWriter& json, const TextRange& range) {
  json.key("field").text(name_of(range.field)).key("begin").number(range.begin).key("end").number(range.end);
}

void write_evidence(JsonWriter& json, const Entry& entry, const Evidence& evidence) {
  write_range(json, evidence.sentence);
  json.key("sentence").text(sentence_of(entry, evidence.sentence));
  json.key("rule").text(evidence.rule).key("confidence").number(evidence.confidence);
}

void write_texts(JsonWriter& json, const std::vector<std::string>& texts) {
  json.begin_list();
  for (const std::string& text : texts) json.text(text);
  json.end_list();
}

void write_text_or_null(JsonWriter& json, std::string_view text) { text.empty() ? json.raw("null") : json.text(text); }

/// One entry's things and facts after resolution.
class ResolvedRecord {
 public:
  ResolvedRecord(const Entry& entry, const Extraction& extraction, const Resolution& resolution, std::size_t index)
      : entry_(entry), extraction_(extraction), resolution_(resolution), index_(index) {
    join_things();
    collect_facts();
  }

  void write(Output& output) {
    JsonWriter json(output);
    json.begin_object().key("id").text(entry_.id).key("date").text(entry_.date);
    write_entities(json);
    write_introduced(json);
    for (const Relation relation : pairs) write_pairs(json, relation);
    write_results(json);
    write_tasks(json);
    write_claims(json);
    json.end_object().end_line();
  }

 private:
  static constexpr std::array pairs{Relation::Uses, Relation::TrainedOn, Relation::EvaluatedOn, Relation::Outperforms};

  /// A thing of the record: every thing of the extraction that resolution takes for the same.
  struct Joined {
    std::uint32_t entity = 0;
    std::vector<const Thing*> things;
  };
  struct About {
    std::string pointer;
    const Evidence* evidence;
  };
  using Pair = std::pair<std::int16_t, std::int16_t>;

  bool left_out(LeftOut::Part part, std::size_t index) const {
    const LeftOut wanted{static_cast<std::uint32_t>(index_), part, static_cast<std::uint32_t>(index)};
    return std::ranges::binary_search(resolution_.left_out, wanted);
  }

  void join_things() {
    for (std::size_t i = 0; i < extraction_.things.size(); ++i) {
      const std::uint32_t entity = resolution_.of[index_][i];
      const auto same = std::ranges::find(joined_, entity, &Joined::entity);
      joined_of_.push_back(static_cast<std::int16_t>(same - joined_.begin()));
      if (same == joined_.end()) joined_.push_back({entity, {}});
      joined_[static_cast<std::size_t>(joined_of_.back())].things.push_back(&extraction_.things[i]);
    }
  }

  std::int16_t joined(std::int16_t thing) const { return thing == nothing ? nothing : joined_of_[static_cast<std::size_t>(thing)]; }

  void collect_facts() {
    for (std::size_t i = 0; i < extraction_.facts.size(); ++i) {
      const Fact& fact = extraction_.facts[i];
      if (left_out(LeftOut::Part::Fact, i)) continue;
      auto& list = facts_[fact.relation];
      const Pair ends{joined(fact.subject), joined(fact.object)};
      auto at = std::ranges::find(list, ends);
      if (at == list.end()) at = list.insert(list.end(), ends);
      const auto position = static_cast<std::size_t>(at - list.begin());
      about_.push_back({pointer(info(fact.relation).record, position), &fact.evidence});
    }
  }

  static std::string pointer(std::string_view member, std::size_t index) {
    return '/' + std::string(member) + '/' + std::to_string(index);
  }

  const std::string& name(std::int16_t thing) const { return joined_[static_cast<std::size_t>(thing)].things.front()->name; }

  void write_name(JsonWriter& json, std::int16_t thing) const {
    const std::int16_t at = joined(thing);
    write_text_or_null(json, at == nothing ? std::string_view() : name(at));
  }

  void write_entities(JsonWriter& json) {
    json.key("entities").begin_list();
    for (std::size_t i = 0; i < joined_.size(); ++i) {
      const Joined& one = joined_[i];
      const Resolution::Entity& entity = resolution_.entities[one.entity];
      const Thing& first = *one.things.front();
      const Kind kind = entity.kinds.has(first.kind) ? first.kind : entity.kinds.first();
      json.begin_object().key("name").text(first.name).key("kind").text(info(kind).record);
      for (const Kind other : {Kind::Method, Kind::Benchmark, Kind::Dataset})
        if (other != kind && entity.kinds.has(other)) {
          json.key("also").text(info(other).record);
          break;
        }
      const std::vector<std::string> others = aliases(one);
      if (!others.empty()) write_texts(json.key("aliases"), others);
      json.key("iri").text(entity.iri).end_object();
      for (const Thing* thing : one.things) about_.push_back({pointer("entities", i), &thing->evidence});
    }
    json.end_list();
  }

  static std::vector<std::string> aliases(const Joined& one) {
    std::vector<std::string> list;
    const auto add = [&](const std::string& form) {
      if (form != one.things.front()->name && std::ranges::find(list, form) == list.end()) list.push_back(form);
    };
    for (const Thing* thing : one.things) {
      add(thing->name);
      std::ranges::for_each(thing->aliases, add);
    }
    return list;
  }

  void write_introduced(JsonWriter& json) {
    json.key("introduces").begin_list();
    for (const Pair& ends : facts_[Relation::Introduces]) json.text(name(ends.second));
    json.end_list();
  }

  void write_pairs(JsonWriter& json, Relation relation) {
    json.key(info(relation).record).begin_list();
    for (const Pair& ends : facts_[relation]) json.begin_list().text(name(ends.first)).text(name(ends.second)).end_list();
    json.end_list();
  }

  void write_results(JsonWriter& json) {
    json.key("results").begin_list();
    std::size_t written = 0;
    for (std::size_t i = 0; i < extraction_.results.size(); ++i) {
      const ReportedResult& result = extraction_.results[i];
      if (left_out(LeftOut::Part::Result, i)) continue;
      const auto side = [&](LeftOut::Part part, std::int16_t thing) { write_name(json, left_out(part, i) ? nothing : thing); };
      json.begin_object().key("method");
      side(LeftOut::Part::ResultMethod, result.method);
      json.key("benchmark");
      side(LeftOut::Part::ResultBenchmark, result.benchmark);
      write_text_or_null(json.key("metric"), result.metric);
      json.key("value").raw(result.value);
      write_text_or_null(json.key("unit"), result.unit);
      if (result.delta) json.key("delta").raw("true");
      json.key("baseline");
      side(LeftOut::Part::ResultBaseline, result.baseline);
      if (!result.baseline_value.empty()) json.key("baseline_value").raw(result.baseline_value);
      json.key("raw").text(result.raw).end_object();
      about_.push_back({pointer("results", written++), &result.evidence});
    }
    json.end_list();
  }

  void write_tasks(JsonWriter& json) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < extraction_.tasks.size(); ++i) {
      const AddressedTask& task = extraction_.tasks[i];
      if (left_out(LeftOut::Part::Task, i)) continue;
      auto at = std::ranges::find(names, task.name);
      if (at == names.end()) at = names.insert(names.end(), task.name);
      about_.push_back({pointer("tasks", static_cast<std::size_t>(at - names.begin())), &task.evidence});
    }
    write_texts(json.key("tasks"), names);
  }

  void write_claims(JsonWriter& json) const {
    json.key("claims").begin_list();
    for (const About& claim : about_) {
      json.begin_object().key("about").text(claim.pointer);
      write_evidence(json, entry_, *claim.evidence);
      json.end_object();
    }
    json.end_list();
  }

  const Entry& entry_;
  const Extraction& extraction_;
  const Resolution& resolution_;
  std::size_t index_;
  std::vector<Joined> joined_;
  std::vector<std::int16_t> joined_of_;  ///< of each thing of the extraction
  std::map<Relation, std::vector<Pair>> facts_;
  std::vector<About> about_;
};

void write_raw_things(JsonWriter& json, const Entry& entry, const Extraction& extraction) {
  json.key("things").begin_list();
  for (std::size_t i = 0; i < extraction.things.size(); ++i) {
    const Thing& thing = extraction.things[i];
    json.begin_object().key("name").text(thing.name);
    write_texts(json.key("aliases"), thing.aliases);
    json.key("kind").text(info(thing.kind).record);
    if (thing.also) json.key("also").text(info(*thing.also).record);
    json.key("votes").begin_list();
    for (const float votes : thing.votes) json.number(votes);
    json.end_list().key("mentions").begin_list();
    for (const Mention& mention : extraction.mentions) {
      if (mention.thing != i) continue;
      json.begin_object();
      write_range(json, mention.range);
      json.end_object();
    }
    json.end_list();
    write_evidence(json, entry, thing.evidence);
    json.end_object();
  }
  json.end_list();
}

void write_index(JsonWriter& json, std::int16_t thing) { thing == nothing ? json.raw("null") : json.number(thing); }

void write_raw_facts(JsonWriter& json, const Entry& entry, const Extraction& extraction) {
  json.key("facts").begin_list();
  for (const Fact& fact : extraction.facts) {
    json.begin_object().key("relation").text(info(fact.relation).record);
    write_index(json.key("subject"), fact.subject);
    write_index(json.key("object"), fact.object);
    write_evidence(json, entry, fact.evidence);
    json.end_object();
  }
  json.end_list();
}

void write_raw_results(JsonWriter& json, const Entry& entry, const Extraction& extraction) {
  json.key("results").begin_list();
  for (const ReportedResult& result : extraction.results) {
    json.begin_object();
    write_index(json.key("method"), result.method);
    write_index(json.key("benchmark"), result.benchmark);
    write_index(json.key("baseline"), result.baseline);
    write_text_or_null(json.key("metric"), result.metric);
    json.key("value").raw(result.value);
    write_text_or_null(json.key("unit"), result.unit);
    json.key("raw").text(result.raw).key("delta").raw(result.delta ? "true" : "false");
    if (!result.baseline_value.empty()) json.key("baseline_value").raw(result.baseline_value);
    json.key("number").begin_object();
    write_range(json, result.number);
    json.end_object();
    write_evidence(json, entry, result.evidence);
    json.end_object();
  }
  json.end_list().key("tasks").begin_list();
  for (const AddressedTask& task : extraction.tasks) {
    json.begin_object().key("name").text(task.name);
    write_evidence(json, entry, task.evidence);
    json.end_object();
  }
  json.end_list();
}

}  // namespace

void write_record(const Entry& entry, const Extraction& extraction, const Resolution& resolution, std::size_t index, Output& output) {
  ResolvedRecord(entry, extraction, resolution, index).write(output);
}

void write_raw_record(const Entry& entry, const Extraction& extraction, Output& output) {
  JsonWriter json(output);
  json.begin_object().key("id").text(entry.id).key("date").text(entry.date).key("title").text(entry.title);
  write_texts(json.key("authors"), entry.authors);
  json.key("summary").text(entry.summary).key("arxiv_url").text(entry.arxiv_url).key("huggingface_url").text(entry.huggingface_url);
  write_raw_things(json, entry, extraction);
  write_raw_facts(json, entry, extraction);
  write_raw_results(json, entry, extraction);
  json.end_object().end_line();
}

}  // namespace digestkg
