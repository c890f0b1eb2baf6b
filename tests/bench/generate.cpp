// A seed -> entries that look like those of real digests: a paper names a few known things and often a new one.

#include "generate.hpp"

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace digestkg::bench {
namespace {

/// SplitMix64: the standard library's distributions differ from one implementation to the next.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9e3779b97f4a7c15u);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
  }
  std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }
  bool percent(unsigned chance) { return below(100) < chance; }
  template <std::size_t N>
  std::string_view of(const std::array<std::string_view, N>& words) { return words[below(N)]; }

 private:
  std::uint64_t state_;
};

constexpr std::array<std::string_view, 24> syllables{"ba", "cor", "dex", "fi",  "gra", "hel", "ix",  "jo",  "kar", "lum", "mi",  "nor",
                                                     "op", "pra", "qui", "ru",  "sol", "ta",  "ulm", "ver", "wen", "xa",  "yo",  "zed"};
constexpr std::array<std::string_view, 8> method_tails{"Net", "Former", "LM", "-7B", "GAN", "RL", "-V2", "Diff"};
constexpr std::array<std::string_view, 6> benchmark_tails{"Bench", "QA", "Eval", "-Hard", "Arena", "-500"};
constexpr std::array<std::string_view, 4> dataset_tails{"Set", "Corpus", "-1M", "Data"};
constexpr std::array<std::string_view, 10> metrics{"accuracy", "F1", "BLEU", "pass@1", "success rate", "mAP", "win rate", "recall", "FID", "latency"};
constexpr std::array<std::string_view, 12> tasks{"image captioning", "code generation", "question answering", "video generation", "machine translation",
                                                 "object detection", "robot manipulation", "speech recognition", "text summarization", "visual reasoning",
                                                 "protein folding", "mathematical reasoning"};
constexpr std::array<std::string_view, 10> plain{"planning", "retrieval", "distillation", "alignment", "sampling", "memory", "routing", "pruning", "search", "tuning"};
// %M the new method, %K %L known methods, %B %C benchmarks, %D a dataset, %T a task, %R a metric, %N %O numbers, %W a plain word.
constexpr std::array<std::string_view, 6> openings{
    "We present %M, a method for %T that puts %W before %W.",
    "This work asks whether %W alone can carry %T, and answers with %M.",
    "%M is a small system for %T in which %W and %W share one set of weights.",
    "The authors study %T when data are scarce and propose %M.",
    "How far does %W go in %T? %M is built to find out.",
    "Most models for %T stumble over long inputs; %M was made to avoid that by means of %W."};
// As in real digests, most sentences of a summary name nothing and report no number.
constexpr std::array<std::string_view, 15> telling{
    "It is trained on %D and needs no labels beyond those.",
    "Inside, it follows %K but replaces its %W by a lighter form of %W.",
    "On %B it reaches %N%% %R, while %K stays at %O%%.",
    "%M outperforms %K on %B by %N points of %R.",
    "Against %K and %L, it gains %N%% in %R on %C.",
    "Its %R on %C grows from %O to %N once %W is switched on.",
    "The same weights, untouched, score %N %R on %B (%K: %O).",
    "An ablation shows that most of the gain comes from %W; without it, %R drops to %O%%.",
    "The whole run takes %N hours on eight cards, which is half of what %K costs.",
    "The comparison covers %K, %L and three sizes of the new model.",
    "%D is cleaned first: doubles go, and so does everything that also stands in %B.",
    "Inference is %Nx faster than with %K because tokens that add nothing are left out early.",
    "People who judged the outputs blindly preferred it over %K in %N%% of the cases.",
    "%K, evaluated on %B and on %C under equal budgets, is the strongest baseline.",
    "Fine-tuning with %D helps a little, %W helps more, and both together help most of all."};
constexpr std::array<std::string_view, 15> quiet{
    "For %T, the errors that remain are mostly those of %W, as a look at a hundred cases shows.",
    "A short proof in the appendix bounds the loss that %W can cause, under mild conditions on the data.",
    "What is new is small: one more loss, one more pass over the data, and a rule for when to stop.",
    "Earlier work on %T treats %W and %W as two questions, which this paper takes for one.",
    "The first stage looks at the whole input and keeps only what %W is going to need later on.",
    "In the second stage the parts are put together again, slowly at the start and faster towards the end.",
    "No part of it is tuned to one language, one camera or one kind of user.",
    "Why this helps is not obvious, and a section of its own is given to the question.",
    "When %W fails, the system falls back to a slower path that never looks at earlier outputs.",
    "The authors take care to keep training and testing apart, down to the people who wrote the texts.",
    "A good deal of space goes to what was tried and did not work, %W above all.",
    "It runs on a single card of the kind that a small group can afford.",
    "The weakest point is %W: with little of it, the gains are gone.",
    "Seen from further away, the idea is an old one from control, carried over to %T.",
    "Users can look into every step, because what %W decides is written down as plain text."};
constexpr std::array<std::string_view, 5> closings{
    "Practitioners can use it as a drop-in part wherever %W is too costly.",
    "The code is open, so that others can try %T with their own data.",
    "For those who build such systems, the lesson is to spend the budget on %W rather than on size.",
    "Whether this carries over to other languages is left open.",
    "It follows that %T should be measured with and without %W from now on."};

/// The text of number `n`: equal numbers give equal names, unequal ones unequal names.
std::string spelled(std::uint64_t n) {
  std::string name;
  for (n += syllables.size(); n > 0; n /= syllables.size()) name += syllables[n % syllables.size()];
  name[0] = static_cast<char>(name[0] - 'a' + 'A');
  return name;
}

/// Simon's process: a name is drawn as often as it was drawn before, which makes frequencies fall by Zipf's law.
class Names {
 public:
  template <std::size_t N>
  Names(const std::array<std::string_view, N>& tails, std::uint64_t salt) : tails_(tails.begin(), tails.end()), salt_(salt) {
    for (int i = 0; i < 12; ++i) fresh();  // a field is not born with one name
  }
  std::uint32_t fresh() {
    drawn_.push_back(count_);
    return count_++;
  }
  std::uint32_t known(Random& random) {
    drawn_.push_back(drawn_[random.below(drawn_.size())]);
    return drawn_.back();
  }
  std::string text(std::uint32_t number) const {
    return spelled(number * std::uint64_t{3} + salt_) + std::string(tails_.empty() ? "" : tails_[number % tails_.size()]);
  }

 private:
  std::vector<std::string_view> tails_;
  std::uint64_t salt_;
  std::uint32_t count_ = 0;
  std::vector<std::uint32_t> drawn_;
};

std::string padded(std::size_t number, std::size_t width) {
  std::string text = std::to_string(number);
  return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

constexpr std::size_t papers_a_day = 16;
constexpr std::size_t days_a_month = 28;

}  // namespace

struct Generator::State {
  explicit State(std::uint64_t seed) : random(seed) {}

  Random random;
  Names methods{method_tails, 0}, benchmarks{benchmark_tails, 1}, datasets{dataset_tails, 2}, authors{std::array<std::string_view, 0>{}, 0};
  std::size_t made = 0;

  std::string filled(std::string_view pattern, std::string_view own);
  std::string value(char slot, std::string_view own);
  std::string rival(std::string_view own);
  std::string author();
  /// Appends `count` of the sentences, none twice.
  template <std::size_t N>
  void add_some(std::array<std::string_view, N> sentences, std::size_t count, std::string_view own, std::string& summary) {
    for (std::size_t i = 0; i < count; ++i) {
      std::swap(sentences[i], sentences[i + random.below(N - i)]);
      summary += " " + filled(sentences[i], own);
    }
  }
};

/// A known method, hardly ever the paper's own.
std::string Generator::State::rival(std::string_view own) {
  std::string name = methods.text(methods.known(random));
  for (int i = 0; i < 3 && name == own; ++i) name = methods.text(methods.known(random));
  return name;
}

std::string Generator::State::value(char slot, std::string_view own) {
  switch (slot) {
    case 'M': return std::string(own);
    case 'K': case 'L': return rival(own);
    case 'B': case 'C': return benchmarks.text(random.percent(4) ? benchmarks.fresh() : benchmarks.known(random));
    case 'D': return datasets.text(random.percent(8) ? datasets.fresh() : datasets.known(random));
    case 'T': return std::string(random.of(tasks));
    case 'R': return std::string(random.of(metrics));
    case 'W': return std::string(random.of(plain));
    case 'N': return std::to_string(60 + random.below(40)) + "." + std::to_string(1 + random.below(9));
    case 'O': return std::to_string(20 + random.below(40)) + "." + std::to_string(1 + random.below(9));
    default: return std::string(1, slot);
  }
}

std::string Generator::State::filled(std::string_view pattern, std::string_view own) {
  std::string text;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '%' && i + 1 < pattern.size()) text += value(pattern[++i], own);
    else text += pattern[i];
  }
  return text;
}

std::string Generator::State::author() {
  const std::uint32_t number = random.percent(30) ? authors.fresh() : authors.known(random);
  return spelled(number % 577) + " " + spelled(number);
}

Generator::Generator(std::uint64_t seed) : state_(std::make_unique<State>(seed)) {}
Generator::~Generator() = default;

Entry Generator::next() {
  State& s = *state_;
  const std::size_t day = s.made / papers_a_day;
  const std::size_t month = day / days_a_month;
  const std::string year = padded(1900 + month / 12, 4), of_year = padded(month % 12 + 1, 2);
  Entry entry;
  entry.date = year + "-" + of_year + "-" + padded(day % days_a_month + 1, 2);
  // More months than an arXiv id can say: the id counts all papers, 90,000 to a month from 2015 on.
  const std::size_t id_month = s.made / 90'000;
  entry.id = padded(15 + id_month / 12, 2) + padded(id_month % 12 + 1, 2) + "." + padded(10'000 + s.made % 90'000, 5);
  ++s.made;

  const std::string own = s.methods.text(s.random.percent(70) ? s.methods.fresh() : s.methods.known(s.random));
  entry.title = own + s.filled(": %W and %W for %T", own);
  for (std::size_t i = 1 + s.random.below(8); i > 0; --i) entry.authors.push_back(s.author());
  entry.summary = s.filled(s.random.of(openings), own);
  s.add_some(telling, 1 + s.random.below(4), own, entry.summary);
  s.add_some(quiet, 5 + s.random.below(6), own, entry.summary);
  entry.summary += " " + s.filled(s.random.of(closings), own);
  entry.arxiv_url = "https://arxiv.org/abs/" + entry.id;
  entry.huggingface_url = "https://huggingface.co/papers/" + entry.id;
  return entry;
}

}  // namespace digestkg::bench
