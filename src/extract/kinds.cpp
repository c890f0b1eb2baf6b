// What stands around an entity -> evidence for its kind and for the paper's introducing it.

#include "base/bits.hpp"
#include "extract/candidates.hpp"
#include "extract/context.hpp"
#include "extract/entities.hpp"

#include <algorithm>
#include <bit>
#include <span>

namespace digestkg {
namespace {

/// Context word with other entities masked by what the lexicon says of them.
Part masked(const Scene& scene, std::ptrdiff_t token, const Sentence& inside, std::size_t self) {
  if (token < inside.first || token >= inside.last) return Part("^");
  const std::int16_t owner = scene.owner[static_cast<std::size_t>(token)];
  if (owner < 0) return context(*scene.document, token, inside);
  if (static_cast<std::size_t>(owner) == self) return Part("<self>");
  switch (scene.entities[static_cast<std::size_t>(owner)].known_kinds) {
    case 1: return Part("<m>");
    case 2: return Part("<b>");
    case 4: return Part("<d>");
    case 6: return Part("<bd>");
    default: return Part("<name>");
  }
}

/// Steps over the mention that `token` is in, to the token before or behind it.
std::ptrdiff_t step(const Scene& scene, std::ptrdiff_t token, int direction) {
  const auto size = static_cast<std::ptrdiff_t>(scene.owner.size());
  if (token < 0 || token >= size) return token + direction;
  const std::int16_t owner = scene.owner[static_cast<std::size_t>(token)];
  if (owner < 0) return token + direction;
  while (token >= 0 && token < size && scene.owner[static_cast<std::size_t>(token)] == owner) token += direction;
  return token;
}

constexpr WordClass kind_heads[] = {WordClass::MethodHead, WordClass::BenchmarkHead, WordClass::DatasetHead, WordClass::MetricHead};
constexpr WordClass cue_classes[] = {WordClass::Introduce, WordClass::Call, WordClass::Use, WordClass::Train, WordClass::Evaluate, WordClass::Outperform,
                                     WordClass::Compare, WordClass::Achieve, WordClass::Improve, WordClass::Novelty, WordClass::Example, WordClass::Hedge,
                                     WordClass::Pronoun};

constexpr std::uint32_t bits_of(std::span<const WordClass> classes) {
  std::uint32_t bits = 0;
  for (const WordClass c : classes) bits |= static_cast<std::uint32_t>(c);
  return bits;
}
constexpr std::uint32_t head_bits = bits_of(kind_heads), cue_bits = bits_of(cue_classes);

int bit_of(WordClass c) { return std::countr_zero(static_cast<std::uint32_t>(c)); }

/// End of the list of names that a mention stands in (A, B, and C), so that words around the list count for each.
std::ptrdiff_t list_end(const Scene& scene, std::ptrdiff_t token, const Sentence& s, int direction) {
  const Document& d = *scene.document;
  for (int hops = 0; hops < 8; ++hops) {
    std::ptrdiff_t next = token;
    int marks = 0;
    while (next >= s.first && next < s.last && marks < 3 && scene.owner[static_cast<std::size_t>(next)] < 0) {
      const Token& t = d.token(static_cast<std::size_t>(next));
      const std::string_view text = d.text(static_cast<std::size_t>(next));
      if (!(text == "," || text == "and" || text == "or" || text == "&" || text == "/" || text == "(" || text == ")" || t.is(WordClass::Determiner))) break;
      next += direction;
      ++marks;
    }
    if (marks == 0 || next < s.first || next >= s.last || scene.owner[static_cast<std::size_t>(next)] < 0) return token;
    token = step(scene, next, direction);
  }
  return token;
}

template <class Sink>
void form_features(const Scene& scene, const Entity& entity, Sink& sink) {
  const Document& d = *scene.document;
  for (const std::string& form : entity.forms) {
    const Shape shape = shape_of(form);
    sink.add("shape", shape.part());
    sink.add("end3", Part(ending(form, 3)));
    sink.add("end4", Part(ending(form, 4)));
    sink.add("end5", Part(ending(form, 5)));
    sink.add("begin3", Part(std::string_view(form).substr(0, 3)));
    const std::size_t words = 1 + static_cast<std::size_t>(std::ranges::count(form, ' '));
    sink.add("words", static_cast<int>(std::min<std::size_t>(words, 5)));
    // Parts of compound names: Bench, QA, Eval, Former, PO, 7B.
    std::size_t begin = 0;
    for (std::size_t i = 1; i <= form.size(); ++i) {
      const bool boundary = i == form.size() || form[i] == '-' || form[i] == ' ' || form[i] == '_' ||
                            (form[i] >= 'A' && form[i] <= 'Z' && !(form[i - 1] >= 'A' && form[i - 1] <= 'Z'));
      if (!boundary) continue;
      const std::string_view part = std::string_view(form).substr(begin, i - begin);
      const bool digits = std::ranges::any_of(part, [](char c) { return c >= '0' && c <= '9'; });
      if (digits) sink.add("part-shape", shape_of(part).part(), i == form.size());
      else if (part.size() > 1) sink.add("part", Part(part), i == form.size());
      begin = i + (i < form.size() && (form[i] == '-' || form[i] == ' ' || form[i] == '_'));
    }
  }
  for (const Span m : entity.mentions) {
    const Token& last = d.token(m.end - 1u);
    if (m.size() > 1 && is_ordinary(last)) sink.add("last", Part(last.word, d.text(m.end - 1u)));
    for (const WordClass head : kind_heads)
      if (m.size() > 1 && last.is(head)) sink.add("last-class", bit_of(head));
  }
  sink.add("known", static_cast<int>(entity.known_kinds));
  each_bit(std::uint32_t{entity.sources}, [&](int source) { sink.add("source", source); });
  sink.add("mentions", static_cast<int>(std::min<std::size_t>(entity.mentions.size(), 4)));
}

/// The nearest word of each telling class to the left, from `t` on.
template <class Sink>
void cues_left(const Scene& scene, std::ptrdiff_t t, const Sentence& s, bool list, Part l1, Sink& sink) {
  const Document& d = *scene.document;
  std::uint32_t seen = 0;
  for (int distance = 0; t >= s.first && distance < 12; ++distance, t = step(scene, t, -1)) {
    if (scene.owner[static_cast<std::size_t>(t)] >= 0) continue;
    const Token& token = d.token(static_cast<std::size_t>(t));
    if (token.is_word(";")) break;
    const std::uint32_t unseen = token.info.classes & ~seen;
    if (distance < 7) each_bit(unseen & head_bits, [&](int head) { sink.add("head-left", list, head, distance < 3); });
    each_bit(unseen & cue_bits, [&](int cue) {
      sink.add("cue-left", cue, distance < 4);
      if (distance < 8) sink.add("cue-word-left", Part(token.word, d.text(static_cast<std::size_t>(t))), l1);
    });
    seen |= token.info.classes;
  }
}

/// The nearest word of each telling class to the right, from `t` on.
template <class Sink>
void cues_right(const Scene& scene, std::ptrdiff_t t, const Sentence& s, bool list, Part r1, Sink& sink) {
  const Document& d = *scene.document;
  std::uint32_t seen = 0;
  for (int distance = 0; t < s.last && distance < 12; ++distance, t = step(scene, t, 1)) {
    if (scene.owner[static_cast<std::size_t>(t)] >= 0) continue;
    const Token& token = d.token(static_cast<std::size_t>(t));
    if (token.is_word(";")) break;
    const std::uint32_t unseen = token.info.classes & ~seen;
    each_bit(unseen & head_bits, [&](int head) {
      sink.add("head-right", list, head, std::min(distance, 3), r1);
      if (distance < 9) sink.add("head-word-right", Part(token.word, d.text(static_cast<std::size_t>(t))), distance == 0);
    });
    if (distance < 6) each_bit(unseen & cue_bits, [&](int cue) { sink.add("cue-right", cue, distance == 0); });
    seen |= token.info.classes;
  }
}

template <class Sink>
void place_features(const Scene& scene, std::size_t e, Span m, bool list, Sink& sink) {
  const Sentence& s = scene.document->sentence_of(m.begin);
  std::ptrdiff_t left = m.begin - 1, right = m.end;
  if (list) {
    left = list_end(scene, left, s, -1);
    right = list_end(scene, right, s, 1);
    if (left == m.begin - 1 && right == m.end) return;
  }
  const auto at = [&](std::ptrdiff_t t) { return masked(scene, t, s, e); };
  const std::ptrdiff_t left2 = step(scene, left, -1), right2 = step(scene, right, 1);
  const Part l1 = at(left), l2 = at(left2), l3 = at(step(scene, left2, -1)), r1 = at(right), r2 = at(right2), r3 = at(step(scene, right2, 1));
  sink.add("l1", list, l1);
  sink.add("l2", list, l2, l1);
  sink.add("l3", list, l3, l2, l1);
  sink.add("r1", list, r1);
  sink.add("r2", list, r1, r2);
  sink.add("r3", list, r1, r2, r3);
  sink.add("around", list, l1, r1);
  for (const Part& word : {l1, l2, l3}) sink.add("left-word", word);
  for (const Part& word : {r1, r2, r3}) sink.add("right-word", word);
  cues_left(scene, left, s, list, l1, sink);
  cues_right(scene, right, s, list, r1, sink);
}

/// A name that extends the title's name, or is a part of it.
template <class Sink>
void title_name_features(const Scene& scene, const Entity& entity, Sink& sink) {
  const int kind = static_cast<int>(entity.kind);
  for (const Entity& other : scene.entities) {
    if (&other == &entity || !(other.sources & kTitlePrefix)) continue;
    const std::string_view mine = entity.forms.front(), theirs = other.forms.front();
    if (mine.size() > theirs.size() && mine.starts_with(theirs)) sink.add("extends-title", kind);
    if (theirs.size() > mine.size() && theirs.starts_with(mine)) sink.add("part-of-title", kind);
    if (mine.size() > 3 && theirs.size() > 3 && mine.substr(0, 3) == theirs.substr(0, 3)) sink.add("shares-start", kind);
  }
}

template <class Sink>
void title_features(const Scene& scene, const Entity& entity, Sink& sink) {
  const Document& d = *scene.document;
  const bool in_title = std::ranges::any_of(entity.mentions, [&](Span m) { return m.begin < d.title_tokens(); });
  const bool opens_title = !entity.mentions.empty() && entity.mentions.front().begin == 0;
  sink.add("title", in_title, opens_title, (entity.sources & kTitlePrefix) != 0);
  if (!in_title) return;
  for (std::size_t t = 0; t < d.title_tokens(); ++t)
    if (scene.owner[t] < 0 && (d.token(t).is(WordClass::BenchmarkHead) || d.token(t).is(WordClass::DatasetHead) || d.token(t).is(WordClass::MethodHead) ||
                               d.token(t).is(WordClass::Evaluate)))
      sink.add("title-word", Part(d.token(t).word, d.text(t)), opens_title);
}

}  // namespace

template <class Sink>
void kind_features(const Scene& scene, std::size_t e, Sink& sink) {
  const Entity& entity = scene.entities[e];
  sink.add("bias");
  form_features(scene, entity, sink);
  title_features(scene, entity, sink);
  std::size_t shown = 0;
  for (const Span m : entity.mentions) {
    const Sentence& s = scene.document->sentence_of(m.begin);
    if (s.section == Section::Title) continue;
    if (shown == 0) sink.add("first-section", static_cast<int>(s.section));
    sink.add("section", static_cast<int>(s.section));
    if (++shown > 5) break;
    place_features(scene, e, m, false, sink);
    place_features(scene, e, m, true, sink);
  }
}

template <class Sink>
void add_intro_features(const Scene& scene, std::size_t e, Sink& sink) {
  const Document& d = *scene.document;
  const Entity& entity = scene.entities[e];
  const int kind = static_cast<int>(entity.kind);
  sink.add("kind", kind);
  int earlier = 0;
  for (const Entity& other : scene.entities) {
    if (&other == &entity || other.mentions.empty() || entity.mentions.empty()) continue;
    earlier += other.mentions.front() < entity.mentions.front();
    if (earlier == 4) break;  // more count the same
  }
  const bool prefix = (entity.sources & kTitlePrefix) != 0;
  const bool someone_in_prefix = std::ranges::any_of(scene.entities, [](const Entity& o) { return (o.sources & kTitlePrefix) != 0; });
  sink.add("rank", std::min(earlier, 4), kind, prefix);
  sink.add("prefix", prefix, someone_in_prefix, kind);
  sink.add("known,prefix", static_cast<int>(entity.known_kinds != 0), prefix);
  sink.add("mentions,kind", static_cast<int>(std::min<std::size_t>(entity.mentions.size(), 4)), kind);
  title_name_features(scene, entity, sink);
  std::size_t shown = 0;
  for (const Span m : entity.mentions) {
    const Sentence& s = d.sentence_of(m.begin);
    if (s.section == Section::Title || ++shown > 3) continue;
    sink.add("section,kind", static_cast<int>(s.section), kind, shown == 1);
    std::ptrdiff_t t = m.begin - 1;
    for (int distance = 0; t >= s.first && distance < 9; ++distance, t = step(scene, t, -1)) {
      if (scene.owner[static_cast<std::size_t>(t)] >= 0) {
        sink.add("name-between", distance < 4);
        break;
      }
      const Token& token = d.token(static_cast<std::size_t>(t));
      if (token.is(WordClass::Introduce) || token.is(WordClass::Call) || token.is(WordClass::Novelty) || token.is(WordClass::Use))
        sink.add("verb-left", Part(token.word, d.text(static_cast<std::size_t>(t))), std::min(distance, 5));
    }
    sink.add("opens", m.begin <= s.first + 1u, static_cast<int>(s.section), kind);
  }
}

template void kind_features(const Scene&, std::size_t, HashedFeatures&);
template void kind_features(const Scene&, std::size_t, NamedFeatures&);
template void add_intro_features(const Scene&, std::size_t, HashedFeatures&);
template void add_intro_features(const Scene&, std::size_t, NamedFeatures&);

void settle(Scene& scene) {
  for (Entity& entity : scene.entities) {
    const auto& p = entity.kind_probability;
    const auto best = static_cast<std::size_t>(std::ranges::max_element(p) - p.begin());
    entity.kind = static_cast<Kind>(static_cast<std::size_t>(Kind::Method) + best);
    entity.also.reset();
    if (best > 0 && p[3 - best] > 0.3F) entity.also = best == 1 ? Kind::Dataset : Kind::Benchmark;
    entity.introduced = entity.intro_probability >= intro_threshold;
    entity.main = false;
  }
  Entity* main = nullptr;
  const auto standing = [](const Entity& e) { return e.intro_probability + ((e.sources & kTitlePrefix) ? 0.5F : 0.0F) + (e.mentions.size() > 1 ? 0.1F : 0.0F); };
  for (Entity& entity : scene.entities)
    if (entity.introduced && entity.kind == Kind::Method && (!main || standing(entity) > standing(*main))) main = &entity;
  if (main) main->main = true;
  scene.lay();
}

}  // namespace digestkg
