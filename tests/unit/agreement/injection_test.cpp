// Texts that try to become part of the file that they are written to: a statement, a query, an element, an attribute, a row.

#include "unit/agreement/agree.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cctype>

using namespace digestkg;
using namespace digestkg::testing;

namespace {

/// What each syntax would have to be told to do harm, in it and in the ways around its escapes.
const std::vector<std::string>& attacks() {
  static const std::vector<std::string> all{
      // Cypher
      "'}] AS row MATCH (n) DETACH DELETE n //", "\\'}) DETACH DELETE n //", "\\u0027}] AS row MATCH (n) DETACH DELETE n //",
      "\\\\u0027}) DETACH DELETE n //", "`) DETACH DELETE (n:`", "\\",
      // Turtle, TriG, N-Triples, SPARQL
      "\" . <http://evil.example/s> <http://evil.example/p> \"o", "\\\" . <http://evil.example/s> <http://evil.example/p> \"o",
      "\\u0022 . <http://evil.example/s> <http://evil.example/p> \"o", "\"\"\" . <a:s> <a:p> \"\"\"", "> . <http://evil.example/s> <a:p> <a:o",
      "\"^^<http://evil.example/t>", "\"@en . }", "\" } ; DROP ALL ; INSERT DATA { <a:s> <a:p> \"", "} GRAPH <a:g> {",
      // XML, HTML, SVG
      "]]><node id=\"evil\"/>", "\"/><node id=\"evil\"/>", "&evil;", "<!ENTITY evil SYSTEM \"file:///etc/passwd\">", "--><script>alert(1)</script>",
      "</script><script>alert(1)</script>", "\" onload=\"alert(1)", "' onmouseover='alert(1)", "javascript:alert(1)", "<img src=x onerror=alert(1)>",
      // DOT
      "\"]; evil [label=\"x", "\\\"]; evil [label=\"x", "> URL=\"javascript:alert(1)\"", "\\N\\E\\G",
      // CSV, JSON, SQL, Pajek, a shell
      "\",\"evil\",\"", "\\\",evil", "\",\"evil\":\"", "\"}]}", "'); DROP TABLE nodes; --", "\" 1 1 *Arcs", "$(touch evil)", "`touch evil`", "=1+1;=2"};
  return all;
}

/// A paper whose title, authors, names, aliases, tasks, metrics, numbers, sentences and rules are all attacks; IRIs are as `iri` makes them.
Graph attacked(std::string (*iri)(std::string_view kind, std::string_view key), const std::vector<std::string>& texts) {
  GraphBuilder b;
  std::string summary;
  for (const std::string& text : texts) summary += text + ". ";
  const auto paper = b.node("paper/2501.00009", Kind::Paper), day = b.node("digest/2025-01-02", Kind::Digest);
  const auto named = [&](std::string_view kind, const std::string& text, KindSet kinds) {
    const std::string name = text + " " + std::string(kind);  // Pajek knows nodes by their names alone
    const auto node = b.node(iri(kind, name), kinds);
    b.set_node(node, Key::Name, b.keep(name));
    return node;
  };
  std::vector<std::string> names;
  for (const std::string& text : texts) names.push_back(text + " author");
  const std::vector<std::string_view> authors(names.begin(), names.end());
  b.set_node(paper, Key::ArxivId, b.keep("2501.00009"));
  b.set_node(paper, Key::Title, b.keep(summary));
  b.set_node(paper, Key::Summary, b.keep(summary));
  b.set_node(paper, Key::Date, b.keep("2025-01-02"));
  b.set_node(day, Key::Date, b.keep("2025-01-02"));
  b.edge(paper, Relation::ListedIn, day);
  const auto listing = b.listing({b.keep("paper/2501.00009"), b.keep("2025-01-02"), b.keep(summary), b.keep(summary), b.keep(authors), "", ""});
  std::uint32_t at = 0;
  std::int64_t position = 0;
  for (const std::string& text : texts) {
    const auto end = at + static_cast<std::uint32_t>(text.size());
    const Claim claim{listing, at, end, 0.5F, b.rule(text), Field::Summary};
    at = end + 2;
    const auto author = named("author", text, Kind::Author);
    b.set_node(author, Key::IsHandle, false);
    b.set_edge(b.edge(paper, Relation::Author, author), Key::Position, ++position);
    const auto method = named("entity", text, Kind::Method);
    std::vector<std::string_view> aliases{text, "plain"};
    std::ranges::sort(aliases);
    b.set_node(method, Key::Aliases, b.keep(aliases));
    const auto result = b.node(iri("result", text), Kind::Result);
    b.set_node(result, Key::Value, b.keep("71.5"));
    b.set_node(result, Key::Unit, b.keep(text));
    b.set_node(result, Key::Raw, b.keep(text));
    b.set_node(result, Key::Delta, false);
    b.claim_node(result, claim);
    b.claim_edge(b.edge(paper, Relation::Introduces, method), claim);
    b.claim_edge(b.edge(paper, Relation::Addresses, named("task", text, Kind::Task)), claim);
    b.claim_edge(b.edge(paper, Relation::Reports, result), claim);
    b.claim_edge(b.edge(result, Relation::OfMethod, method), claim);
    b.claim_edge(b.edge(result, Relation::ByMetric, named("metric", text, Kind::Metric)), claim);
  }
  return b.finish();
}

std::string raw_iri(std::string_view kind, std::string_view key) { return std::string(kind) + "/" + std::string(key); }

std::size_t count(const Facts& facts, Category category) {
  return static_cast<std::size_t>(std::ranges::count(facts, category, &Statement::category));
}

/// The words of a Cypher script that stand outside its literals. Neo4j turns \uXXXX into characters before it looks for literals.
std::set<std::string> words_of_cypher(const std::string& script) {
  std::string text;
  for (std::size_t i = 0; i < script.size(); ++i) {
    const bool escape = script.compare(i, 2, "\\u") == 0 && (i == 0 || script[i - 1] != '\\');
    if (!escape) text += script[i];
    else text += static_cast<char>(std::stoul(script.substr(i + 2, 4), nullptr, 16)), i += 5;
  }
  std::set<std::string> words;
  std::string word;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\'') {
      for (++i; i < text.size() && text[i] != '\''; ++i)
        if (text[i] == '\\') ++i;
    } else if (std::isalpha(static_cast<unsigned char>(text[i]))) {
      word += text[i];
      continue;
    }
    if (!word.empty()) words.insert(std::exchange(word, {}));
  }
  return words;
}

}  // namespace

TEST_CASE("no text becomes a statement, an element, an attribute or a row of any export") {
  View view;
  view.graph = attacked(make_iri, attacks());
  check_agreement(view);
}

TEST_CASE("no text of a hostile graph becomes a word of the Cypher script") {
  const auto script = [](const std::vector<std::string>& texts, std::string (*iri)(std::string_view, std::string_view)) {
    View view;
    view.graph = attacked(iri, texts);
    return write(*find_format("cypher"), view).at("graph.cypher");
  };
  const std::set<std::string> harmless = words_of_cypher(script({"plain"}, make_iri));
  CHECK(harmless.contains("MERGE"));
  CHECK_FALSE(harmless.contains("DELETE"));
  CHECK(words_of_cypher(script(attacks(), make_iri)) == harmless);
  CHECK(words_of_cypher(script(attacks(), raw_iri)) == harmless);
}

TEST_CASE("no IRI of a graph from elsewhere becomes more than one node") {
  std::vector<std::string> texts = attacks();
  texts.insert(texts.end(), {"two\nlines", "\" .\n<a:s> <a:p> \"o", "\x1F;evil", "\x1B[31m"});
  View view;
  view.graph = attacked(raw_iri, texts);
  const Facts all = facts_of(view.graph);
  for (const FactReader& reader : fact_readers()) {
    if (reader.format == "void") continue;
    INFO(reader.format);
    const Facts found = reader.read(write(*find_format(reader.format), view));
    CHECK(count(found, Category::Edge) == count(all, Category::Edge));
    if (!reader.lost.contains(Category::Kind)) CHECK(count(found, Category::Kind) == count(all, Category::Kind));
  }
}
