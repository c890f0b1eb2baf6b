// What check_ontology says of the files that are compiled in, and of broken ones.

#include <digestkg/check_ontology.hpp>

#include <catch2/catch.hpp>

#include <string>

using namespace digestkg;

namespace {

/// Place and message of each fault, a line each.
std::string faults(std::initializer_list<OntologyFile> files) {
  std::string text;
  for (const Diagnostic& d : check_ontology(std::vector(files)))
    text += d.file + ':' + std::to_string(d.line) + ':' + std::to_string(d.column) + ": " + d.message + '\n';
  return text;
}

std::string lexicon_faults(std::string_view text) { return faults({{"lexicon/a.toml", text}}); }

constexpr std::string_view example = "[[example]]\ntext = \"Foxbench and GPT-0\"\nfinds = [\"Foxbench\"]\n";

std::string with_example(std::string_view names) { return "kind = \"benchmark\"\nnames = [\n" + std::string(names) + "]\n" + std::string(example); }

}  // namespace

TEST_CASE("the ontology that is compiled in has no fault") {
  std::string text;
  for (const Diagnostic& diagnostic : check_ontology()) text += format(diagnostic);
  CHECK(text == "");
}

TEST_CASE("a sound file has no fault") { CHECK(lexicon_faults(with_example("{name = \"Foxbench\"},\n")) == ""); }

TEST_CASE("what cannot be read is reported where it stands") {
  CHECK(lexicon_faults("kind = \"method\"\nrole = model\n") == "lexicon/a.toml:2:8: Error while parsing value: could not determine value type\n");
  CHECK(lexicon_faults(with_example("{name = \"Foxbench\", colour = \"red\"},\n")) == "lexicon/a.toml:3:21: unknown key 'colour'\n");
  CHECK(lexicon_faults(with_example("{name = \"Foxbench\"},\n{aliases = [\"FB\"]},\n")) == "lexicon/a.toml:4:1: a record without a name\n");
  CHECK(lexicon_faults(with_example("{name = \"Foxbench\", aliases = [1]},\n")) == "lexicon/a.toml:3:32: aliases must be a text\n");
  CHECK(lexicon_faults(with_example("{name = \"Foxbench\", better = \"more\"},\n")) == "lexicon/a.toml:3:30: better must be higher or lower\n");
  CHECK(lexicon_faults("names = 1\n") == "lexicon/a.toml:1:9: 'names' must be a list of tables\n");
}

TEST_CASE("a record needs a kind, of its own or the file's") {
  CHECK(lexicon_faults("names = [\n  {name = \"Foxbench\"},\n  {name = \"Foxbench 2\", kind = \"benchmark\"},\n]\n[[example]]\n"
                       "text = \"Foxbench 2\"\nfinds = [\"Foxbench 2\"]\n") ==
        "lexicon/a.toml:2:3: 'Foxbench' has no kind, nor has the file\n");
}

TEST_CASE("one form in two records is a fault unless the kinds are stated") {
  const std::string twice = with_example("{name = \"Foxbench\"},\n{name = \"Fox bench\"},\n");
  CHECK(lexicon_faults(twice) == "lexicon/a.toml:4:1: 'Fox bench' stands already in the record 'Foxbench' of lexicon/a.toml\n");
  const std::string other = "kind = \"method\"\nnames = [{name = \"FOXBENCH\"}]\n[[example]]\ntext = \"FOXBENCH\"\nfinds = [\"Foxbench\"]\n";
  CHECK(faults({{"lexicon/a.toml", with_example("{name = \"Foxbench\"},\n")}, {"lexicon/b.toml", other}}) ==
        "lexicon/b.toml:2:10: 'FOXBENCH' stands already in the record 'Foxbench' of lexicon/a.toml\n");
  CHECK(faults({{"lexicon/a.toml", with_example("{name = \"Foxbench\", also = \"method\"},\n")}, {"lexicon/b.toml", other}}) == "");
}

TEST_CASE("an ordinary word must be marked as one") {
  const OntologyFile words{"lexicon/words.txt", "drop\t4\t9\nllama\t0\t0\n"};
  const std::string faulty = with_example("{name = \"Foxbench\"},\n{name = \"DROP\"},\n{name = \"Llama\"},\n{name = \"SAC\"},\n");
  CHECK(faults({{"lexicon/a.toml", faulty}, words}) == "lexicon/a.toml:4:1: 'DROP' is an ordinary word: it must stand under exact\n"
                                                       "lexicon/a.toml:6:1: 'SAC' is an ordinary word: it must stand under exact\n");
  const std::string sound = with_example("{name = \"Foxbench\"},\n{name = \"DROP\", exact = \"DROP\"},\n");
  CHECK(faults({{"lexicon/a.toml", sound}, words}) == "");
}

TEST_CASE("a lexicon needs an example, and the example must hold") {
  CHECK(lexicon_faults("kind = \"method\"\nnames = [{name = \"Fox\"}]\n") == "lexicon/a.toml:1:1: a lexicon without an example\n"
                                                                            "lexicon/a.toml:2:10: 'Fox' is an ordinary word: it must stand under exact\n");
  CHECK(lexicon_faults("kind = \"method\"\nnames = [{name = \"GPT-0\"}]\n" + std::string(example)) ==
        "lexicon/a.toml:3:1: 'Foxbench' is not found in the example\n");
  CHECK(lexicon_faults(with_example("{name = \"Foxbench\"},\n") + "[[example]]\ntext = \"x\"\n") ==
        "lexicon/a.toml:8:1: an example needs text and finds\n");
}

TEST_CASE("a user's lexicon is checked by itself, with the built-in list of ordinary words") {
  const std::string own = "kind = \"benchmark\"\nnames = [{name = \"GSM8K\"}, {name = \"Results\"}]\n[[example]]\ntext = \"GSM8K\"\nfinds = [\"GSM8K\"]\n";
  const std::vector<Diagnostic> found = check_lexicon("my/own.toml", own);
  REQUIRE(found.size() == 1);
  CHECK(found[0].file == "my/own.toml");
  CHECK(found[0].line == 2);
  CHECK(found[0].message == "'Results' is an ordinary word: it must stand under exact");
}

TEST_CASE("rules need words and an example that shows one of them") {
  CHECK(faults({{"rules/a.toml", "[Use]\nwords = \"uses built\"\nexample = \"It is built.\"\n"}}) == "");
  CHECK(faults({{"rules/a.toml", "[Use]\nwords = \"uses\"\n"}}) == "rules/a.toml:1:1: 'Use' has no example\n");
  CHECK(faults({{"rules/a.toml", "[Use]\nexample = \"It uses one\"\n"}}) == "rules/a.toml:1:1: 'Use' has no words\n");
  CHECK(faults({{"rules/a.toml", "[Use]\nwords = \"uses\"\nexample = \"It fuses\"\n"}}) ==
        "rules/a.toml:1:1: no word of 'Use' stands in its example\n");
}

TEST_CASE("the word list is sorted lines of word and two digits") {
  CHECK(faults({{"lexicon/words.txt", "a\t9\t9\nb\t1\t8\n"}}) == "");
  CHECK(faults({{"lexicon/words.txt", "b\t9\t9\na\t1\t8\n"}}) == "lexicon/words.txt:2:1: 'a' is not in order\n");
  CHECK(faults({{"lexicon/words.txt", "a 9\n"}}) == "lexicon/words.txt:1:1: not word, commonness, tenths\n");
  CHECK(faults({{"lexicon/words.txt", "a\t9\t9"}}) == "lexicon/words.txt:1:1: the last line has no line break\n");
}
