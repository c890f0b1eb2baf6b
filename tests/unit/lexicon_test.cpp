// The lexicon: what is found, where it ends, what is not taken for a name, files of a user's own.

#include "ontology/fold.hpp"
#include "ontology/lexicon.hpp"

#include <digestkg/diagnostic.hpp>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <unistd.h>

using namespace digestkg;

namespace {

const Lexicon& lexicon() {
  static const Lexicon built_in;
  return built_in;
}

/// What begins with the text's first byte, as `found text|canonical name`.
std::string found(std::string_view text, const Lexicon& in = lexicon()) {
  const auto match = in.name_at(text, 0);
  return match ? std::string(text.substr(0, match->end)) + '|' + std::string(match->entry.name) : "nothing";
}

class TemporaryFile {
 public:
  explicit TemporaryFile(std::string_view text) : path_(std::filesystem::temp_directory_path() / ("digestkg-lexicon-" + std::to_string(::getpid()) + ".toml")) {
    std::ofstream(path_) << text;
  }
  ~TemporaryFile() { std::filesystem::remove(path_); }
  std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

}  // namespace

TEST_CASE("folding makes blank, hyphen and neither one") {
  CHECK(fold_form("MATH-500") == fold_form("Math 500"));
  CHECK(fold_form("MATH500") == fold_form("math-500"));
  CHECK(fold_form("SWE\u2011bench") == fold_form("swe bench"));
  CHECK(fold_form("\u03C0\u2080") == fold_form("\u03A00"));
  CHECK(fold_form("Humanity\u2019s") == "humanity's");
  CHECK(fold_form("AIME 20 24") != fold_form("AIME 2024"));
  CHECK(fold_form("C++") != fold_form("C"));
}

TEST_CASE("the longest name is found and ends where a word ends") {
  CHECK(found("GPT-4 wins") == "GPT-4|GPT-4");
  CHECK(found("GPT-4.1 wins") == "GPT-4.1|GPT-4.1");
  CHECK(found("GPT-4. It wins") == "GPT-4|GPT-4");
  CHECK(found("GPT-4's answer") == "GPT-4|GPT-4");
  CHECK(found("GPT-4-level skill") == "GPT-4|GPT-4");
  CHECK(found("HumanEval+ and MBPP+") == "HumanEval+|HumanEval+");
  CHECK(found("HumanEval+MBPP") == "HumanEval|HumanEval");
  CHECK(found("BERTology") == "nothing");
  CHECK(found("SWE-bench Verified, a subset") == "SWE-bench Verified|SWE-bench Verified");
  CHECK(found("SWE-bench - Verified") == "SWE-bench|SWE-bench");
  CHECK(found("Humanity\u2019s Last Exam") == "Humanity\u2019s Last Exam|Humanity's Last Exam");
}

TEST_CASE("a name is found where the look at its first word says that one may begin") {
  const auto may_begin = [](std::string_view text) {
    std::size_t end = 0;
    while (end < text.size() && text[end] != ' ' && text[end] != '-' && text[end] != '@') ++end;
    return lexicon().may_begin_name({word_hash(text.substr(0, end)), text, end});
  };
  for (const std::string_view text : {"GPT-4 wins", "gpt 4o is", "SWE bench", "AIME 2024", "HumanEvals", "HumanEval+", "Chain of Thought", "BERTs", "MATH 500s"}) {
    CHECK(found(text) != "nothing");
    CHECK(may_begin(text));
  }
  CHECK(may_begin("chain of custody"));
  CHECK_FALSE(may_begin("chain opens"));  // though a name goes on with an o
}

TEST_CASE("other forms of a name give the record's own") {
  CHECK(found("AIME'24 and AIME'25") == "AIME'24|AIME 2024");
  CHECK(found("Llama3.1-8B") == "Llama3.1|Llama-3.1");
  CHECK(found("tau2-bench") == "tau2-bench|tau2-bench");
  CHECK(found("grouped query attention") == "grouped query attention|Grouped-Query Attention");
  REQUIRE(lexicon().name("CoT"));
  CHECK(lexicon().name("CoT")->number == lexicon().name("chain of thought")->number);
  CHECK(lexicon().name("CoT")->role == "technique");
}

TEST_CASE("a plural s belongs to the match") {
  const auto match = lexicon().name_at("Transformers are old", 0);
  REQUIRE(match);
  CHECK(match->end == 12);
  const auto unlisted = lexicon().name_at("VQ-VAEs are old", 0);
  REQUIRE(unlisted);
  CHECK(unlisted->plural);
  CHECK(unlisted->end == 7);
}

TEST_CASE("an ordinary word is a name only when written as one") {
  CHECK(found("DROP and") == "DROP|DROP");
  CHECK(found("drop in quality") == "nothing");
  CHECK(found("Drop the rest") == "nothing");
  CHECK(lexicon().name_at("DROP", 0)->written == Written::Exact);
  CHECK(lexicon().name_at("natural questions", 0)->written == Written::Lower);
  CHECK(lexicon().name_at("Natural Questions", 0)->written == Written::Capital);
}

TEST_CASE("a name spelt like a metric but for its marks is that name only as it writes itself") {
  CHECK_FALSE(Lexicon::built_in().name("Rank-1"));
  CHECK(Lexicon::built_in().metric("Rank-1"));
  CHECK(Lexicon::built_in().name("Rank1"));
}

TEST_CASE("a name may have several kinds") {
  const auto gsm8k = lexicon().name("GSM8K");
  REQUIRE(gsm8k);
  CHECK(gsm8k->kind == Kind::Benchmark);
  CHECK(gsm8k->kinds() == (Kind::Benchmark | Kind::Dataset));
}

TEST_CASE("classes, hardware, companies and languages are no names") {
  for (const std::string_view text : {"LLM", "LLMs", "large language models", "H100 GPUs", "NVIDIA", "Korean", "RLHF", "JSON"}) {
    INFO(text);
    CHECK((lexicon().not_a_name(text) || lexicon().not_a_name_at(text, 0)));
    CHECK_FALSE(lexicon().name(text));
  }
  CHECK_FALSE(lexicon().not_a_name("GPT-4o"));
}

TEST_CASE("metrics have direction and unit, by name, number or head noun") {
  const auto direction = [](std::string_view text) { return lexicon().metric(text)->higher_is_better; };
  CHECK(direction("perplexity") == false);
  CHECK(direction("Recall@20") == true);
  CHECK(direction("pass@k") == true);
  CHECK(direction("top-5 accuracy") == true);
  CHECK(direction("word error rate") == false);
  CHECK(direction("grounding accuracy") == true);
  CHECK(direction("first-token latency") == false);
  CHECK_FALSE(direction("attack success rate").has_value());
  CHECK(lexicon().metric("PSNR")->unit == "dB");
  CHECK(lexicon().metric("Pass@8")->name == "pass@k");
  CHECK_FALSE(lexicon().metric("decoder"));
  CHECK(lexicon().metric_at("NDCG@10 of 0.4", 0)->end == 7);
}

TEST_CASE("a user's file adds names and takes the place of built-in ones") {
  const TemporaryFile file("names = [\n  {name = \"Foxbench\", kind = \"benchmark\", aliases = [\"FB-1\"]},\n"
                           "  {name = \"GSM8K\", kind = \"dataset\"},\n]\n");
  const std::string path = file.path();
  const Lexicon own(std::span(&path, 1));
  CHECK(found("FB1 holds", own) == "FB1|Foxbench");
  CHECK(own.name("GSM8K")->kinds() == KindSet(Kind::Dataset));
  CHECK(found("GPT-4o", own) == "GPT-4o|GPT-4o");
  CHECK(own.name("Foxbench")->number != own.name("MMLU")->number);
}

TEST_CASE("a user's file with a fault is refused with its place") {
  const TemporaryFile file("names = [\n  {name = \"Foxbench\", kind = \"animal\"},\n]\n");
  const std::string path = file.path();
  CHECK_THROWS_WITH(Lexicon(std::span(&path, 1)), path + ":2:30: 'animal' is no kind: method, benchmark, dataset, metric or not-name\n"
                                                         "    {name = \"Foxbench\", kind = \"animal\"},\n" + std::string(31, ' ') + "^\n");
  const std::string missing = "no-such-file.toml";
  CHECK_THROWS_WITH(Lexicon(std::span(&missing, 1)), "cannot read the lexicon 'no-such-file.toml'");
}
