#pragma once
// Small graphs made by hand that tests of graph, exporters and views share. All texts are our own.

#include <digestkg/graph.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace digestkg::testing {

/// Names that break careless writers: markup, quotes, backslashes, percent signs, bidirectional and combining characters.
inline const std::vector<std::string_view>& hostile_names() {
  static const std::vector<std::string_view> names{
      "A & B < C > D", "say \"hi\"", "it's `fine`", "back\\slash\\", "pipe | hash # at @", "100% {curly} [square]", "C++", "pass@1",
      "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xE2\x80\xAE" "abc", "e\xCC\x81\xCC\xA3 combining", "\xF0\x9F\xA4\x97 emoji", "</script><b>x</b>",
      "=1+1", "]]>", "${x} $$", "a;b,c\ttab", "'; DROP TABLE nodes; --", "javascript:alert(1)", "\\N\\G\\l", "end\\"};
  return names;
}

/// Two papers, one of them listed on two days with two summaries, every kind of node and every relation, a second paper that is
/// hostile when `hostile` is set.
inline Graph sample_graph(bool hostile = false) {
  GraphBuilder b;
  const auto listing = [&](std::string_view paper, std::string_view date, std::string_view title, std::string_view summary,
                           std::vector<std::string_view> authors) {
    return b.listing({b.keep(paper), b.keep(date), b.keep(title), b.keep(summary), b.keep(authors),
                      b.keep("https://arxiv.org/abs/2501.00001"), b.keep("https://huggingface.co/papers/2501.00001")});
  };
  const std::string_view title = "FastNet: Quick Nets";
  const std::string_view first = "FastNet is a quick network. It is trained on WebText. It beats SlowNet on MMLU with 71.5% accuracy, up from 70.2%.";
  const std::string_view second = "The authors present FastNet.";
  const auto day1 = listing("paper/2501.00001", "2025-01-02", title, first, {"Ann Lee", "bob42"});
  const auto day2 = listing("paper/2501.00001", "2025-01-03", title, second, {"Ann Lee", "bob42"});
  const auto rule = b.rule("pattern");
  const auto model = b.rule("weights");
  const auto in_first = [&](std::string_view sentence, float confidence = 0.9F) {
    const auto at = static_cast<std::uint32_t>(first.find(sentence));
    return Claim{day1, at, at + static_cast<std::uint32_t>(sentence.size()), confidence, rule, Field::Summary};
  };
  const std::string_view opening = "FastNet is a quick network.", training = "It is trained on WebText.";
  const std::string_view beats = "It beats SlowNet on MMLU with 71.5% accuracy, up from 70.2%.";
  const Claim again{day2, 0, static_cast<std::uint32_t>(second.size()), 0.25F, model, Field::Summary};
  const Claim in_title{day1, 0, static_cast<std::uint32_t>(title.size()), 0.5F, model, Field::Title};

  const auto paper = b.node("paper/2501.00001", Kind::Paper);
  const auto text = [&](auto node, Key key, std::string_view value) { b.set_node(node, key, b.keep(value)); };
  text(paper, Key::ArxivId, "2501.00001");
  text(paper, Key::Title, title);
  text(paper, Key::Summary, first);
  text(paper, Key::Date, "2025-01-02");
  text(paper, Key::ArxivUrl, "https://arxiv.org/abs/2501.00001");
  text(paper, Key::HuggingFaceUrl, "https://huggingface.co/papers/2501.00001");
  text(paper, Key::Doi, "10.48550/arXiv.2501.00001");
  const auto named = [&](std::string_view iri, KindSet kinds, std::string_view name) {
    const auto node = b.node(iri, kinds);
    text(node, Key::Name, name);
    return node;
  };
  const auto ann = named("author/Ann%20Lee", Kind::Author, "Ann Lee");
  b.set_node(ann, Key::IsHandle, false);
  const auto bob = named("author/bob42", Kind::Author, "bob42");
  b.set_node(bob, Key::IsHandle, true);
  const auto fast = named("entity/fastnet", Kind::Method, "FastNet");
  const std::vector<std::string_view> aliases{"FN", "Fast, \"Net\""};
  b.set_node(fast, Key::Aliases, b.keep(aliases));
  const auto slow = named("entity/slownet", Kind::Method, "SlowNet");
  const auto mmlu = named("entity/mmlu", Kind::Benchmark | Kind::Dataset, "MMLU");
  const auto web = named("entity/webtext", Kind::Dataset, "WebText");
  const auto accuracy = named("metric/accuracy", Kind::Metric, "accuracy");
  text(accuracy, Key::Direction, "higher");
  const auto task = named("task/quick%20networks", Kind::Task, "quick networks");
  const auto result = b.node("result/2501.00001/fastnet/mmlu/accuracy/71.5/%25/level", Kind::Result);
  text(result, Key::Value, "71.5");
  text(result, Key::Unit, "%");
  text(result, Key::Raw, "71.5%");
  b.set_node(result, Key::Delta, false);
  text(result, Key::BaselineValue, "70.2");
  b.claim_node(result, in_first(beats));
  for (const std::string_view day : {"2025-01-02", "2025-01-03"}) {
    const auto digest = b.node("digest/" + std::string(day), Kind::Digest);
    text(digest, Key::Date, day);
    const auto listed = b.edge(paper, Relation::ListedIn, digest);
    if (day == "2025-01-03") b.set_edge(listed, Key::Summary, b.keep(second));
  }
  std::int64_t position = 0;
  for (const auto author : {ann, bob}) b.set_edge(b.edge(paper, Relation::Author, author), Key::Position, ++position);
  const auto claimed = [&](auto source, Relation relation, auto target, const Claim& claim) {
    const auto edge = b.edge(source, relation, target);
    b.claim_edge(edge, claim);
    return edge;
  };
  b.claim_edge(claimed(paper, Relation::Introduces, fast, in_first(opening)), again);
  b.claim_edge(claimed(paper, Relation::Mentions, fast, in_title), again);
  claimed(paper, Relation::Mentions, slow, in_first(beats));
  claimed(paper, Relation::Mentions, mmlu, in_first(beats));
  claimed(paper, Relation::Mentions, web, in_first(training));
  claimed(paper, Relation::Addresses, task, in_first(opening, 0.4F));
  claimed(fast, Relation::Uses, slow, in_first(training, 0.3F));
  claimed(fast, Relation::TrainedOn, web, in_first(training));
  claimed(fast, Relation::EvaluatedOn, mmlu, in_first(beats));
  claimed(fast, Relation::Outperforms, slow, in_first(beats, 0.8F));
  claimed(paper, Relation::Reports, result, in_first(beats));
  claimed(result, Relation::OfMethod, fast, in_first(beats));
  claimed(result, Relation::OnBenchmark, mmlu, in_first(beats));
  claimed(result, Relation::ByMetric, accuracy, in_first(beats));
  claimed(result, Relation::OverBaseline, slow, in_first(beats));

  if (hostile) {
    std::string all;
    for (const auto name : hostile_names()) (all += name) += ". ";
    const auto evil = b.node("paper/2501.00002", Kind::Paper);
    text(evil, Key::ArxivId, "2501.00002");
    text(evil, Key::Title, "Title with & and \\ and \"quotes\" <b>bold</b> ]]>");
    text(evil, Key::Summary, all);
    text(evil, Key::Date, "2025-01-03");
    text(evil, Key::ArxivUrl, "https://arxiv.org/abs/2501.00001");  // as its listing has them
    text(evil, Key::HuggingFaceUrl, "https://huggingface.co/papers/2501.00001");
    const auto day = listing("paper/2501.00002", "2025-01-03", "Title with & and \\ and \"quotes\" <b>bold</b> ]]>", all, {});
    b.edge(evil, Relation::ListedIn, b.node("digest/2025-01-03", Kind::Digest));
    std::uint32_t at = 0;
    for (const auto name : hostile_names()) {
      const auto end = at + static_cast<std::uint32_t>(name.size());
      const auto thing = named(make_iri("entity", name), Kind::Method, name);
      claimed(evil, Relation::Mentions, thing, {day, at, end, 0.5F, rule, Field::Summary});
      claimed(fast, Relation::Outperforms, thing, {day, at, end, 0.5F, rule, Field::Summary});
      at = end + 2;
    }
  }
  return b.finish();
}

}  // namespace digestkg::testing
