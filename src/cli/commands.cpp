// The list of all commands.

#include "cli/command.hpp"

#include <array>

namespace digestkg::cli {

std::span<const Command> commands() {
  static constexpr std::array list{
      Command{"eval", "Compare records with annotated ones: precision, recall, F1",
              "  digestkg eval gold.jsonl records.jsonl\n"
              "  digestkg eval gold.jsonl records.jsonl --errors 50",
              define_eval},
      Command{"extract", "Write what each entry says as one JSON record a line",
              "  digestkg extract digests/ > records.jsonl\n"
              "  digestkg extract --raw digests/2025 -o part.jsonl",
              define_extract},
      Command{"formats", "List inputs, exports, views and what each export loses",
              "  digestkg formats\n"
              "  digestkg formats --json",
              define_formats},
      Command{"check-ontology", "Check the lexicon and rules that are compiled in, or lexicons of your own",
              "  digestkg check-ontology\n"
              "  digestkg check-ontology my-names.toml",
              define_check_ontology},
  };
  return list;
}

}  // namespace digestkg::cli
