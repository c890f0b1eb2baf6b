#pragma once
// A graph -> all its files, each held against a reader that is not ours.

#include "targets.hpp"

#include <digestkg/graph.hpp>

#include <stdexcept>
#include <string>
#include <string_view>

namespace digestkg::fuzz {

inline void require(bool holds, const char* what) {
  if (!holds) throw std::logic_error(std::string("does not hold: ") + what);
}

/// graph.jsonl
std::string saved_text(const Graph& graph);
/// Every line is JSON.
void check_json_lines(std::string_view text);
/// Writes every format: XML must be well-formed to expat, JSON to nlohmann's parser, RDF to Raptor with equal statements in all syntaxes,
/// and what is read back must say, fact by fact, what the graph says. Not so of a graph that nothing built, in which an edge and its end
/// may contradict each other: that one is `foreign`.
void check_exports(const Graph& graph, const Pace& pace, bool foreign = false);

inline constexpr std::string_view sample_digest =
    "## Papers for 2025-03-03\n\n| Title | Authors | Summary |\n|---|---|---|\n"
    "| LENS: Looking Twice (Read more on [arXiv](https://arxiv.org/abs/2503.00001) or [HuggingFace](https://huggingface.co/papers/2503.00001))"
    "| Ann Lee, Bo Chen | We introduce LENS, a model that is evaluated on LookBench. LENS outperforms GPT-4o on LookBench with 71.5% accuracy. |\n"
    "| Other Eyes (Read more on [arXiv](https://arxiv.org/abs/2503.00002) or [HuggingFace](https://huggingface.co/papers/2503.00002))"
    "| Cy Doe | Lens is trained on WordSet and reaches an FID of 3.2 on LookBench. |\n";

}  // namespace digestkg::fuzz
