// Lists of words -> what is found of a word.

#include "extract/compiled_words.hpp"
#include "extract/vocabulary.hpp"

#include <digestkg/diagnostic.hpp>

#include <catch2/catch.hpp>

#include <string>

using namespace digestkg;

TEST_CASE("every word of many has what its lists say, and no other word has anything", "[words]") {
  std::string lines = "# word, commonness, tenths\n";
  for (int i = 0; i < 3000; ++i) lines += "w" + std::to_string(i) + '\t' + std::to_string(i % 10) + "\t9\n";
  const std::string bytes = compile_words(lines, "[Determiner]\nwords = \"w7 these\"\n[Suffix]\nwords = \"w7\\nw8\"\n");
  const CompiledWords words(bytes);
  for (int i = 0; i < 3000; ++i) CHECK(words.find(word_hash("w" + std::to_string(i))).commonness == i % 10);
  CHECK(words.find(word_hash("W7")).classes == (1u | 1u << 31));
  CHECK(words.find(word_hash("w8")).classes == 1u << 31);
  CHECK(words.find(word_hash("these")).classes == 1u);
  CHECK(words.find(word_hash("these")).commonness == 0);
  for (int i = 3000; i < 9000; ++i) {
    const CompiledWord none = words.find(word_hash("w" + std::to_string(i)));
    CHECK((none.classes == 0 && none.commonness == 0));
  }
  CHECK(words.find(0).classes == 0);
}

TEST_CASE("a word's ending is what its stem lacks", "[words]") {
  const Vocabulary vocabulary;
  const auto stem = [&](std::string_view word) { return word.substr(0, word.size() - vocabulary.find(word).ending); };
  CHECK(stem("training") == "train");
  CHECK(stem("trained") == "train");
  CHECK(stem("achieves") == "achiev");
  CHECK(stem("achieve") == "achiev");
  CHECK(stem("agreed") == "agr");
  CHECK(stem("models") == "model");
  CHECK(stem("loss") == "loss");
  CHECK(stem("thing") == "thing");
  CHECK(stem("the") == "the");
}

TEST_CASE("more sets of classes than a byte can tell apart are refused", "[words]") {
  std::string determiners, prepositions, conjunctions, pronouns, auxiliaries, novelties, introductions, calls, uses;
  std::string* const lists[] = {&determiners, &prepositions, &conjunctions, &pronouns, &auxiliaries, &novelties, &introductions, &calls, &uses};
  for (unsigned i = 1; i < 300; ++i)
    for (unsigned bit = 0; bit < 9; ++bit)
      if (i & 1u << bit) *lists[bit] += " w" + std::to_string(i);
  const char* const names[] = {"Determiner", "Preposition", "Conjunction", "Pronoun", "Auxiliary", "Novelty", "Introduce", "Call", "Use"};
  std::string rules;
  for (unsigned bit = 0; bit < 9; ++bit) rules += '[' + std::string(names[bit]) + "]\nwords = \"" + *lists[bit] + "\"\n";
  CHECK_THROWS_AS(compile_words("", rules), Error);
}

TEST_CASE("the words that are compiled in are those of the ontology", "[words]") {
  const Vocabulary vocabulary;
  CHECK(vocabulary.find("outperforms").is(WordClass::Outperform));
  CHECK(vocabulary.find("The").is(WordClass::Determiner));
  CHECK(vocabulary.find("the").commonness == 9);
  CHECK(vocabulary.find("xyzzy").commonness == 0);
}
