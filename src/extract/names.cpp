// Evidence for and against each candidate -> names.

#include "extract/names.hpp"

#include "base/bits.hpp"
#include "extract/context.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace digestkg {
namespace {

char shape_letter(NameShape shape) {
  switch (shape) {
    case NameShape::Strong: return 's';
    case NameShape::Capital: return 'c';
    case NameShape::Version: return 'v';
    case NameShape::Digit: return 'd';
    case NameShape::Link: return 'k';
    default: return 'n';
  }
}

/// Of what a candidate was cut from; other letters than those of shape_letter, as the weights were fitted with them.
Part cut_letter(NameShape shape) { return Part(std::string_view("ncsvdk").substr(static_cast<std::size_t>(shape), 1)); }

bool mostly_capitalised(const Document& document, Span span) {
  int capitals = 0;
  for (std::size_t t = span.begin; t < span.end; ++t) capitals += document.token(t).has(kInitialUpper | kInnerUpper);
  return capitals * 2 >= span.size();
}

int bucket(std::size_t n, std::initializer_list<std::size_t> limits) {
  int b = 0;
  for (const std::size_t limit : limits) b += n >= limit;
  return b;
}

/// One word of a name: its hyphen and its capitals.
template <class Sink>
void word_features(std::string_view text, const Token& word, Sink& sink) {
  const std::size_t dash = text.find('-');
  if (dash != std::string_view::npos) sink.add("hyphen-tail", shape_of(text.substr(dash + 1)).part());
  std::size_t capitals = 0;
  for (const char ch : text) capitals += ch >= 'A' && ch <= 'Z';
  sink.add("capitals", bucket(capitals, {2, 3, 4, 5, 7}), word.has(kAllUpper), word.has(kHasDigit));
}

/// The words that a name begins and ends with.
template <class Sink>
void end_features(const Document& document, Span form, Part kind, Sink& sink) {
  const bool one = form.size() == 1;
  const Token& last = document.token(form.end - 1u);
  const Token& first = document.token(form.begin);
  const std::string_view tail = document.text(form.end - 1u);
  if (!one && is_ordinary(last)) {
    sink.add("last", Part(last.word, tail));
    sink.add("last,case", Part(last.word, tail), last.has(kInitialUpper));
  }
  if (!one && is_ordinary(first)) sink.add("first", Part(first.word, document.text(form.begin)));
  if (one && is_ordinary(first)) sink.add("only", Part(first.word, document.text(form.begin)));
  if (!last.has(kNumber)) {
    sink.add("end3", Part(ending(tail, 3)), one);
    sink.add("end2", Part(ending(tail, 2)), one);
  }
  for (const WordClass head : {WordClass::MethodHead, WordClass::BenchmarkHead, WordClass::DatasetHead, WordClass::TaskHead, WordClass::MetricHead})
    if (last.is(head)) sink.add("last-class", static_cast<int>(std::countr_zero(static_cast<std::uint32_t>(head))), kind);
}

template <class Sink>
void form_features(const Document& document, const Candidate& c, Sink& sink) {
  const Span form = c.spans.front();
  const std::string_view text = document.text(form);
  const std::size_t n = form.size();
  Shape tokens;
  int least_common = 9, most_common = 0, lower = 0;
  bool any_strong = false;
  for (std::size_t t = form.begin; t < form.end; ++t) {
    const Token& token = document.token(t);
    const NameShape shape = document.shape(t);
    tokens.push(shape_letter(shape));
    any_strong |= shape == NameShape::Strong || shape == NameShape::Digit;
    lower += shape == NameShape::None;
    if (token.has(kPunctuation) || token.has(kNumber)) continue;
    least_common = std::min<int>(least_common, token.info.commonness);
    most_common = std::max<int>(most_common, token.info.commonness);
  }
  const Shape shape = shape_of(text);
  const Part kind = tokens.part();
  sink.add("shape", shape.part());
  sink.add("tokens", kind);
  sink.add("words", static_cast<int>(std::min<std::size_t>(n, 6)));
  sink.add("length", bucket(text.size(), {3, 4, 6, 9, 14, 25}), any_strong);
  sink.add("common", least_common, most_common);
  sink.add("common,tokens", least_common, kind);
  sink.add("common-first,tokens", static_cast<int>(document.token(form.begin).info.commonness), kind);
  sink.add("common-last,tokens", static_cast<int>(document.token(form.end - 1u).info.commonness), kind);
  if (lower == static_cast<int>(n)) sink.add("all-lower", static_cast<int>(std::min<std::size_t>(n, 4)));
  end_features(document, form, kind, sink);
  if (any_strong && n == 1) word_features(text, document.token(form.begin), sink);
}

/// An acronym or its long form.
template <class Sink>
void pair_features(const Document& document, std::span<const Candidate> candidates, const AcronymPair& pair, const Candidate& c, Sink& sink) {
  const Token& head = document.token(pair.long_form.end - 1u);
  const bool capitalised = mostly_capitalised(document, pair.long_form);
  const bool acronym = c.from(kAcronym);
  sink.add("pair", acronym, capitalised);
  sink.add("pair-head", acronym, Part(head.word, document.text(pair.long_form.end - 1u)));
  for (const WordClass k : {WordClass::MethodHead, WordClass::BenchmarkHead, WordClass::DatasetHead, WordClass::TaskHead, WordClass::MetricHead,
                            WordClass::WeakMetricHead, WordClass::CountNoun})
    if (head.is(k)) sink.add("pair-class", acronym, capitalised, static_cast<int>(std::countr_zero(static_cast<std::uint32_t>(k))));
  const Sentence& s = document.sentence_of(pair.long_form.begin);
  sink.add("pair-left", acronym, context(document, pair.long_form.begin - 1, s));
  const Part next = context(document, pair.behind(), s);
  sink.add("pair-right", acronym, next);
  sink.add("pair-right,head", capitalised, next, Part(head.word, document.text(pair.long_form.end - 1u)));
  sink.add("pair-words", acronym, static_cast<int>(std::min<std::size_t>(pair.long_form.size(), 6)));
  for (std::size_t t = pair.long_form.begin > 6 ? pair.long_form.begin - 6u : 0; t < pair.long_form.begin; ++t)
    for (const WordClass k : {WordClass::Introduce, WordClass::Use, WordClass::Call, WordClass::Novelty})
      if (document.token(t).sentence == document.token(pair.long_form.begin).sentence && document.token(t).is(k))
        sink.add("pair-near", acronym, capitalised, static_cast<int>(std::countr_zero(static_cast<std::uint32_t>(k))));
  const Span both{std::min(pair.long_form.begin, pair.acronym.begin), std::max(pair.long_form.end, pair.acronym.end)};
  for (const Candidate& other : near(candidates, both))
    if (&other != &c && other.pair == c.pair && (other.known.not_a_name || other.known.metric || other.known.kinds))
      sink.add("pair-other", other.known.not_a_name, other.known.metric, other.known.kinds != 0);
}

/// A part of a run: what else of the same run there is.
template <class Sink>
void cut_features(const Document& document, const Candidate& c, Sink& sink) {
  const Span form = c.spans.front();
  sink.add("cut", static_cast<int>(std::min(form.begin - std::min(c.run.begin, form.begin), 3)), static_cast<int>(std::min(std::max<int>(c.run.end - form.end, 0), 3)));
  const Sentence& s = document.sentence_of(form.begin);
  if (form.begin > c.run.begin) {
    sink.add("cut-left", context(document, form.begin - 1, s));
    sink.add("cut-left-shape", cut_letter(document.shape(form.begin - 1u)),
             static_cast<int>(document.token(form.begin - 1u).info.commonness));
  }
  if (form.end < c.run.end) {
    sink.add("cut-right", context(document, form.end, s));
    sink.add("cut-right-shape", cut_letter(document.shape(form.end)),
             static_cast<int>(document.token(form.end).info.commonness));
  }
}

/// Calls visit(few's place, many's place) for all that overlap. Places of one candidate are sorted and do not hold each other.
template <class Visit>
void each_overlap(const Candidate& few, const Candidate& many, Visit visit) {
  for (const Span place : few.spans)
    for (auto other = std::ranges::partition_point(many.spans, [&](Span s) { return s.end <= place.begin; });
         other != many.spans.end() && other->begin < place.end; ++other)
      visit(place, *other);
}

/// What else was proposed in the same places.
template <class Sink>
void overlap_features(std::span<const Candidate> candidates, std::size_t i, Sink& sink) {
  const Candidate& c = candidates[i];
  constexpr std::uint16_t telling = kTitlePrefix | kAcronym | kLongForm | kRun;
  bool inside_known = false, inside_title = false, inside_pair = false, holds_known = false, holds_title = false, holds_pair = false, in_run = false;
  for (const Candidate& other : near(candidates, i)) {
    if (other.reach.end <= c.reach.begin || !(other.from(telling) || other.known.kinds) || &other == &c) continue;
    const auto note = [&](Span own, Span theirs) {
      const bool inside = theirs.contains(own);
      if (other.known.kinds) (inside ? inside_known : holds_known) = true;
      if (other.from(kTitlePrefix)) (inside ? inside_title : holds_title) = true;
      if (other.from(kAcronym | kLongForm)) (inside ? inside_pair : holds_pair) = true;
      if (inside && other.from(kRun)) in_run = true;
    };
    if (c.spans.size() <= other.spans.size())
      each_overlap(c, other, note);
    else
      each_overlap(other, c, [&](Span theirs, Span own) { note(own, theirs); });
  }
  sink.add("inside", inside_known, inside_title, inside_pair);
  sink.add("holds", holds_known, holds_title, holds_pair);
  sink.add("in-run", in_run);
}

template <class Sink>
void source_features(const Document& document, std::span<const Candidate> candidates, std::span<const AcronymPair> pairs, std::size_t i, Sink& sink) {
  const Candidate& c = candidates[i];
  each_bit(std::uint32_t{c.sources}, [&](int source) {
    sink.add("source", source);
    sink.add("source,words", source, static_cast<int>(std::min<std::size_t>(c.spans.front().size(), 4)));
  });
  sink.add("sources", static_cast<int>(c.sources));
  if (c.known.kinds) sink.add("known", static_cast<int>(c.known.kinds));
  if (c.known.kinds) sink.add("known-written", static_cast<int>(c.known.written), c.known.role.empty() ? Part("none") : Part(c.known.role));
  if (c.known.not_a_name) sink.add("not-a-name", c.known.kinds != 0, c.known.role.empty() ? Part("none") : Part(c.known.role));
  if (c.known.not_a_name) sink.add("not-a-name,title", c.from(kTitlePrefix));
  if (c.known.metric) sink.add("known-metric", c.known.kinds != 0);
  if (c.pair >= 0) pair_features(document, candidates, pairs[static_cast<std::size_t>(c.pair)], c, sink);
  if (c.from(kPartOfRun) && !c.from(kRun)) cut_features(document, c, sink);
}

/// From Novelty to Result: not the small words, nor what only tells a part of the summary.
constexpr std::uint32_t telling_around = 2 * static_cast<std::uint32_t>(WordClass::Result) - static_cast<std::uint32_t>(WordClass::Novelty);

template <class Sink>
void place_features(const Document& document, const Candidate& c, Sink& sink) {
  sink.add("places", bucket(c.spans.size(), {2, 3, 4}));
  bool in_title = false, in_summary = false, opens = false;
  std::size_t shown = 0;
  for (const Span place : c.spans) {
    const Sentence& s = document.sentence_of(place.begin);
    (s.section == Section::Title ? in_title : in_summary) = true;
    if (s.section != Section::Title && place.begin <= s.first + 3u) opens = true;
    if (++shown > 4) continue;
    const std::ptrdiff_t left = place.begin - 1, right = place.end;
    const Part l1 = context(document, left, s), l2 = context(document, left - 1, s), r1 = context(document, right, s), r2 = context(document, right + 1, s);
    sink.add("section", static_cast<int>(s.section));
    sink.add("left", l1);
    sink.add("right", r1);
    sink.add("left2", l2, l1);
    sink.add("right2", r1, r2);
    sink.add("around", l1, r1);
    sink.add("left3", context(document, left - 2, s));
    sink.add("right3", context(document, right + 2, s));
    for (std::ptrdiff_t t = right; t < std::min<std::ptrdiff_t>(s.last, right + 5); ++t)
      if (document.token(static_cast<std::size_t>(t)).has(kNumber)) {
        sink.add("number-right", static_cast<int>(t - right), context(document, t - 1, s));
        break;
      }
    const Token& first = document.token(place.begin);
    if (first.has(kSentenceStart)) sink.add("starts-sentence", static_cast<int>(first.info.commonness));
    if (first.has(kQuoted)) sink.add("quoted");
    if (first.has(kParenthesis)) sink.add("parenthesis", first.has(kAllUpper));
    if (first.has(kGlued)) sink.add("glued-left", l1);
    if (right < s.last && document.token(static_cast<std::size_t>(right)).has(kGlued)) sink.add("glued-right", r1);
    std::uint32_t before = 0, after = 0;
    for (std::ptrdiff_t t = std::max<std::ptrdiff_t>(s.first, left - 4); t <= left; ++t) before |= document.token(static_cast<std::size_t>(t)).info.classes;
    for (std::ptrdiff_t t = right; t < std::min<std::ptrdiff_t>(s.last, right + 3); ++t) after |= document.token(static_cast<std::size_t>(t)).info.classes;
    each_bit(before & telling_around, [&](int word_class) { sink.add("class-before", word_class); });
    each_bit(after & telling_around, [&](int word_class) { sink.add("class-after", word_class); });
    if (right < s.last && document.token(static_cast<std::size_t>(right)).has(kSuffix)) sink.add("suffix", r1);
  }
  sink.add("where", in_title, in_summary, opens);
}

}  // namespace

template <class Sink>
void own_features(const Document& document, std::span<const Candidate> candidates, std::span<const AcronymPair> pairs, std::size_t i, Sink& sink) {
  sink.add("bias");
  form_features(document, candidates[i], sink);
  source_features(document, candidates, pairs, i, sink);
}

template <class Sink>
void surrounding_features(const Document& document, std::span<const Candidate> candidates, std::size_t i, Sink& sink) {
  overlap_features(candidates, i, sink);
  place_features(document, candidates[i], sink);
}

template void own_features(const Document&, std::span<const Candidate>, std::span<const AcronymPair>, std::size_t, HashedFeatures&);
template void own_features(const Document&, std::span<const Candidate>, std::span<const AcronymPair>, std::size_t, NamedFeatures&);
template void surrounding_features(const Document&, std::span<const Candidate>, std::size_t, HashedFeatures&);
template void surrounding_features(const Document&, std::span<const Candidate>, std::size_t, NamedFeatures&);

void weigh_candidates(const Document& document, std::span<const Candidate> candidates, std::span<const AcronymPair> pairs, const LinearModel& names,
                      HashedFeatures& features, std::vector<float>& probabilities) {
  constexpr std::int32_t hopeless = -2750;  // thousandths of log-odds: 6 in 100
  probabilities.clear();
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    features.clear();
    own_features(document, candidates, pairs, i, features);
    const LinearModel::Sums own = names.sum(features);
    if (own[0] < hopeless) {
      probabilities.push_back(0);
      continue;
    }
    features.clear();
    surrounding_features(document, candidates, i, features);
    probabilities.push_back(LinearModel::probability(names.score(features, own)[0]));
  }
}

std::vector<ChosenName> choose_names(std::span<const Candidate> candidates, std::span<const float> probabilities, float threshold) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < candidates.size(); ++i)
    if (probabilities[i] >= threshold) order.push_back(i);
  std::ranges::sort(order, [&](std::size_t a, std::size_t b) { return std::pair(-probabilities[a], a) < std::pair(-probabilities[b], b); });
  // Florence-VL inside Florence-VL 8B: where a longer name is good enough it has the place, however sure the shorter one is.
  constexpr float longer_share = 0.9F;
  const auto is_part_of_longer = [&](std::size_t i, Span place) {
    for (const Candidate& longer : near(candidates, place)) {
      const auto o = static_cast<std::size_t>(&longer - candidates.data());
      if (o == i || probabilities[o] < std::max(threshold, longer_share * probabilities[i])) continue;
      for (const Span other : longer.spans)
        if (other.size() > place.size() && other.contains(place)) return true;
    }
    return false;
  };
  std::vector<ChosenName> chosen;
  chosen.reserve(order.size());
  std::vector<bool> taken(candidates.empty() ? 0 : candidates.back().reached);  // of each token
  for (const std::size_t i : order) {
    ChosenName name{i, probabilities[i], {}};
    name.places.reserve(candidates[i].spans.size());
    for (const Span place : candidates[i].spans)
      if (std::find(taken.begin() + place.begin, taken.begin() + place.end, true) == taken.begin() + place.end && !is_part_of_longer(i, place)) name.places.push_back(place);
    if (name.places.empty()) continue;
    for (const Span place : name.places) std::fill(taken.begin() + place.begin, taken.begin() + place.end, true);
    chosen.push_back(std::move(name));
  }
  std::ranges::sort(chosen, {}, [](const ChosenName& n) { return n.places.front(); });
  return chosen;
}

}  // namespace digestkg
