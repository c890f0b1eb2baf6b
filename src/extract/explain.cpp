// An entry and its reading -> marked text and a list of claims.

#include <digestkg/explain.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace digestkg {
namespace {

/// Terminal colours of methods, benchmarks and datasets: blue, red-brown, green, as on pictures.
constexpr std::string_view colours[] = {"\033[1;34m", "\033[1;33m", "\033[1;32m"};
constexpr std::string_view plain = "\033[0m", faint = "\033[2m";

class Explainer {
 public:
  Explainer(const Entry& entry, const Extraction& extraction, bool colour) : entry_(entry), extraction_(extraction), colour_(colour) {}

  std::string text() {
    out_ = entry_.id + "  " + entry_.date + "\n\n";
    marked(Field::Title);
    out_ += "\n\n";
    marked(Field::Summary);
    out_ += "\n";
    things();
    facts();
    results();
    tasks();
    return std::move(out_);
  }

 private:
  std::string_view field(Field f) const { return f == Field::Title ? entry_.title : entry_.summary; }
  std::string name(std::int16_t thing) const { return thing < 0 ? "(unnamed)" : extraction_.things[static_cast<std::size_t>(thing)].name; }
  void paint(std::string_view code) { if (colour_) out_ += code; }

  void marked(Field f) {
    const std::string_view text = field(f);
    std::uint32_t at = 0;
    for (const Mention& mention : extraction_.mentions) {
      if (mention.range.field != f || mention.range.begin < at) continue;
      out_ += text.substr(at, mention.range.begin - at);
      const auto kind = static_cast<std::size_t>(extraction_.things[mention.thing].kind) - static_cast<std::size_t>(Kind::Method);
      paint(colours[kind]);
      (out_ += '[') += text.substr(mention.range.begin, mention.range.end - mention.range.begin);
      out_ += ']';
      paint(plain);
      at = mention.range.end;
    }
    out_ += text.substr(at);
  }

  void title(std::string_view heading) { (out_ += '\n') += std::string(heading) + '\n'; }

  void line(const std::string& what, const Evidence& evidence) {
    char confidence[16];
    const int hundredths = static_cast<int>(std::lround(evidence.confidence * 100));
    std::snprintf(confidence, sizeof confidence, "%d.%02d", hundredths / 100, hundredths % 100);
    out_ += "  " + what + "\n      " + confidence + " by " + std::string(evidence.rule);
    paint(faint);
    const std::string_view text = field(evidence.sentence.field);
    out_ += ": " + std::string(text.substr(evidence.sentence.begin, evidence.sentence.end - evidence.sentence.begin));
    paint(plain);
    out_ += '\n';
  }

  void things() {
    if (extraction_.things.empty()) return;
    title("Names");
    for (const Thing& thing : extraction_.things) {
      std::string what = thing.name + " (" + std::string(info(thing.kind).record);
      if (thing.also) what += ", " + std::string(info(*thing.also).record);
      what += ")";
      for (const std::string& alias : thing.aliases) what += " = " + alias;
      line(what, thing.evidence);
    }
  }

  void facts() {
    if (extraction_.facts.empty()) return;
    title("Relations");
    for (const Fact& fact : extraction_.facts) {
      const std::string subject = fact.subject < 0 ? "the paper" : name(fact.subject);
      line(subject + " " + std::string(info(fact.relation).picture) + " " + name(fact.object), fact.evidence);
    }
  }

  void results() {
    if (extraction_.results.empty()) return;
    title("Results");
    for (const ReportedResult& result : extraction_.results) {
      std::string what = name(result.method) + ": " + (result.delta ? "change of " : "") + result.raw + (result.metric.empty() ? "" : " " + result.metric);
      if (result.benchmark >= 0) what += " on " + name(result.benchmark);
      if (result.baseline >= 0) what += ", over " + name(result.baseline);
      if (!result.baseline_value.empty()) what += " at " + result.baseline_value;
      line(what, result.evidence);
    }
  }

  void tasks() {
    if (extraction_.tasks.empty()) return;
    title("Tasks");
    for (const AddressedTask& task : extraction_.tasks) line(task.name, task.evidence);
  }

  const Entry& entry_;
  const Extraction& extraction_;
  bool colour_;
  std::string out_;
};

}  // namespace

std::string explain(const Entry& entry, const Extraction& extraction, bool colour) { return Explainer(entry, extraction, colour).text(); }

}  // namespace digestkg
