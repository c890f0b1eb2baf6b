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
      Command{"build", "Read digests and write a graph with its exports into a folder",
              "  digestkg build digests/ -o kg\n"
              "  digestkg build digests/2025 papers.jsonl -o kg --to turtle,graphml,svg\n"
              "  digestkg build digests/ -o kg --to png --view benchmark=MATH",
              define_build},
      Command{"extract", "Write what each entry says as one JSON record a line",
              "  digestkg extract digests/ > records.jsonl\n"
              "  digestkg extract digests/ --explain 2501.00001\n"
              "  digestkg extract --raw digests/2025 -o part.jsonl",
              define_extract},
      Command{"export", "Write a saved graph in another format",
              "  digestkg export kg --to ntriples > kg.nt\n"
              "  digestkg export kg -o kg.graphml --min-confidence 0.8",
              define_export},
      Command{"view", "Draw, or cut out, the part of a graph that answers a question",
              "  digestkg view kg --around LoRA -o lora.svg\n"
              "  digestkg view kg --benchmark GSM8K -o gsm8k.png\n"
              "  digestkg view kg --outperforms=MATH -o math.pdf\n"
              "  digestkg view kg --authors --since 2025-01-01 -o authors.graphml\n"
              "  digestkg view kg --around LoRA --hops 2 --top 30 --rank degree --only method,benchmark -o near.svg",
              define_view},
      Command{"show", "Print all facts about a name with their sentences",
              "  digestkg show kg GSM8K\n"
              "  digestkg show kg 2305.18290",
              define_show},
      Command{"leaderboard", "Rank what papers report on a benchmark",
              "  digestkg leaderboard kg GSM8K\n"
              "  digestkg leaderboard kg --as csv > busiest.csv",
              define_leaderboard},
      Command{"path", "Find the shortest way between two names, with the sentences on it",
              "  digestkg path kg LoRA GSM8K",
              define_path},
      Command{"stats", "Count what a graph holds",
              "  digestkg stats kg",
              define_stats},
      Command{"merge", "Make one graph of several: the same bytes as one build of all the inputs",
              "  digestkg merge kg-2024 kg-2025 -o kg\n"
              "  digestkg merge kg part.jsonl -o kg",
              define_merge},
      Command{"check", "Find faults of a graph and contradictions between papers; exit code 3 when there are any",
              "  digestkg check kg\n"
              "  digestkg check kg --json",
              define_check},
      Command{"diff", "Say what a newer graph brought: papers, names, results, new bests",
              "  digestkg diff kg-2024 kg\n"
              "  digestkg diff kg-2024 kg --json | jq '.newBests[].now'",
              define_diff},
      Command{"formats", "List inputs, exports, views and what each export loses",
              "  digestkg formats\n"
              "  digestkg formats --losses=kg\n"
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
