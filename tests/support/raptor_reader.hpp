#pragma once
// RDF in any syntax that Raptor knows -> its distinct statements, for tests that hold one serialization against another.

#include <raptor2.h>

#include <memory>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>

namespace digestkg::testing {

struct RdfReading {
  std::set<std::string> triples;  ///< N-Triples, graph names left out
  std::set<std::string> graphs;   ///< names of the named graphs
  std::size_t statements = 0;     ///< with repetitions
  std::string messages;           ///< warnings and errors of the parser
};

/// `syntax` is Raptor's name: ntriples, turtle, nquads, trig, rdfxml. Relative IRIs would become `http://relative.invalid/...`.
inline RdfReading read_rdf(std::string_view bytes, const char* syntax) {
  const std::unique_ptr<raptor_world, void (*)(raptor_world*)> world(raptor_new_world(), raptor_free_world);
  RdfReading reading;
  raptor_world_set_log_handler(world.get(), &reading, [](void* user, raptor_log_message* message) {
    static_cast<RdfReading*>(user)->messages.append(message->text).append("\n");
  });
  const std::unique_ptr<raptor_parser, void (*)(raptor_parser*)> parser(raptor_new_parser(world.get(), syntax), raptor_free_parser);
  if (!parser) throw std::runtime_error(std::string("Raptor has no parser ") + syntax);
  raptor_parser_set_statement_handler(parser.get(), &reading, [](void* user, raptor_statement* statement) {
    auto& into = *static_cast<RdfReading*>(user);
    const auto written = [](raptor_term* term) {
      unsigned char* text = raptor_term_to_string(term);
      const std::string copy = reinterpret_cast<const char*>(text);
      raptor_free_memory(text);
      return copy;
    };
    if (statement->graph) into.graphs.insert(written(statement->graph));
    into.triples.insert(written(statement->subject) + " " + written(statement->predicate) + " " + written(statement->object));
    ++into.statements;
  });
  const std::unique_ptr<raptor_uri, void (*)(raptor_uri*)> base(
      raptor_new_uri(world.get(), reinterpret_cast<const unsigned char*>("http://relative.invalid/")), raptor_free_uri);
  raptor_parser_parse_start(parser.get(), base.get());
  const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
  if (raptor_parser_parse_chunk(parser.get(), data, bytes.size(), 1) != 0) reading.messages += "parsing failed\n";
  return reading;
}

}  // namespace digestkg::testing
