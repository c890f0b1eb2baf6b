// fold_name: which names are one.

#include "graph/fold.hpp"

#include <digestkg/graph.hpp>

#include <catch2/catch.hpp>

#include <utility>
#include <vector>

using namespace digestkg;

TEST_CASE("names that differ in case, hyphens, spacing or plural are one") {
  const std::vector<std::pair<const char*, const char*>> same{
      {"GPT-4o", "GPT 4o"},          {"AIME 2024", "AIME2024"},         {"Transformers", "Transformer"},
      {"ViTs", "ViT"},               {"Qwen3 8B", "Qwen3-8B"},          {"Qwen3\u20118B", "Qwen3_8B"},
      {"LiveCodeBench", "Live Code Bench"}, {"ImageNet\u20131k", "imagenet-1K"}, {"\uFF27\uFF30\uFF34-4", "GPT4"},
      {"STRASSE", "Stra\u00DFe"},    {"\u03C4\u00B2-bench", "\u03A42bench"}, {"Lens", "LENS"},
      {"VLAs", "VLA"},               {"DPO\u200B", "DPO"},              {"cafe\u0301", "Caf\u00E9"}};
  for (const auto& [a, b] : same) {
    INFO(a << " and " << b);
    CHECK(fold_name(a) == fold_name(b));
  }
}

TEST_CASE("names that say different things stay apart") {
  const std::vector<std::pair<const char*, const char*>> different{
      {"Qwen3-8B", "Qwen38B"},  {"GPT-4", "GPT-4o"},   {"C++", "C"},        {"C#", "C"},           {"pass@1", "pass1"},
      {"BERT", "RoBERTa"},      {"Atlas", "Atla"},     {"GPS", "GP"},       {"Qwen3-8B", "Qwen3-32B"}, {"Llama 3.1", "Llama 31"},
      {"ClassPass", "ClassPas"}, {"Nous", "Nou"},      {"CLIPS", "CLIP"},   {"Cosmos", "Cosmo"},   {"MMLU", "MMLU-Pro"},
      {"A/B", "AB"},            {"GPT-4s", "GPT-4"},   {"v1 2", "v12"}};
  for (const auto& [a, b] : different) {
    INFO(a << " and " << b);
    CHECK(fold_name(a) != fold_name(b));
  }
}

TEST_CASE("a key is never empty unless the name is, and separators never change it") {
  const std::vector<std::string> words{"Mixtral", "8x7B", "3", "4o", "pass@k", "\u03B1", "s", "-", "Bench", "V"};
  CHECK(fold_name("").empty());
  CHECK(fold_name("-") == "-");
  for (const std::string& a : words)
    for (const std::string& b : words)
      for (const std::string& c : words) {
        const std::string key = fold_name(a + ' ' + b + ' ' + c);
        CHECK_FALSE(key.empty());
        for (const char* separator : {"-", "_", "  ", "\u2014", " - "})
          if (a != "-" || b != "-" || c != "-") CHECK(fold_name(a + separator + b + separator + c) == key);
      }
}

TEST_CASE("phrases keep their words apart") {
  CHECK(fold_phrase("Success Rates") == "success-rate");
  CHECK(fold_phrase("Top-1 accuracy") == fold_phrase("top 1 Accuracy"));
  CHECK(fold_phrase("F1-score") == "f1-score");
  CHECK(fold_phrase("pass@1") == "pass@1");
  CHECK(fold_phrase("bias") == "bias");
}

TEST_CASE("handles are one word of ASCII") {
  for (const char* handle : {"akhaliq", "yuhangzang", "Foo-Bar", "xyz_12", "Zijian"}) CHECK(is_handle(handle));
  for (const char* name : {"Yuhang Zang", "\u738B\u4F1F", "Jos\u00E9", "van der Berg"}) CHECK_FALSE(is_handle(name));
}
