// Annotated and predicted records -> precision, recall and F1, and what differs.

#include "cli/command.hpp"
#include "cli/style.hpp"

#include <CLI/CLI.hpp>

#include <digestkg/diagnostic.hpp>
#include <digestkg/evaluate.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <iterator>
#include <limits>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>

namespace digestkg::cli {
namespace {

struct EvalOptions {
  std::string gold, predicted;
  std::optional<std::size_t> errors;
  bool json = false;
};

std::vector<Record> records_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw Error("cannot read " + path);
  const std::string bytes(std::istreambuf_iterator<char>(file), {});
  return read_records(path, bytes);
}

std::string decimals(double value, int digits) {
  std::array<char, 32> buffer;
  return {buffer.data(), std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, digits).ptr};
}

void write_text(const Evaluation& e, std::optional<std::size_t> errors, Output& output) {
  if (errors) {
    for (std::size_t i = 0; i < std::min(*errors, e.differences.size()); ++i) {
      const Difference& d = e.differences[i];
      output << printable(d.id) << "  " << d.row << (d.extra ? "  extra   " : "  missed  ") << printable(d.fact) << '\n';
    }
    output << '\n';
  }
  output << counted(e.entries, "entry", "entries") << ", " << e.predicted << " predicted\n";
  Table table;
  for (std::size_t column = 1; column <= 6; ++column) table.align_right(column);
  table.row({"", "P", "R", "F1", "right", "extra", "missed"});
  for (const EvaluationRow& row : e.rows)
    table.row({(row.part ? "  " : "") + std::string(row.name), decimals(row.tally.precision(), 3), decimals(row.tally.recall(), 3),
               decimals(row.tally.f1(), 3), std::to_string(row.tally.right), std::to_string(row.tally.extra),
               std::to_string(row.tally.missed)});
  table.write(output);
}

void write_json(const Evaluation& e, Output& output) {
  nlohmann::ordered_json all;
  for (const EvaluationRow& row : e.rows)
    all[std::string(row.name)] = {{"p", row.tally.precision()}, {"r", row.tally.recall()},  {"f", row.tally.f1()},
                                  {"right", row.tally.right},   {"extra", row.tally.extra}, {"missed", row.tally.missed}};
  output << all.dump(2) << '\n';
}

}  // namespace

Run define_eval(CLI::App& app) {
  const auto options = std::make_shared<EvalOptions>();
  app.add_option("gold", options->gold, "Annotated records, JSON Lines")->required()->type_name("GOLD");
  app.add_option("predicted", options->predicted, "Records of digestkg extract for the same entries")->required()->type_name("PREDICTED");
  app.add_option("--errors", options->errors, "List what differs, at most N facts")
      ->expected(0, 1)
      ->default_str(std::to_string(std::numeric_limits<int>::max()))
      ->type_name("N");
  app.add_flag("--json", options->json, "Write JSON");
  return [options] {
    const std::vector<Record> gold = records_of(options->gold), predicted = records_of(options->predicted);
    const Evaluation evaluation = evaluate(gold, predicted);
    StandardOutput output;
    if (options->json)
      write_json(evaluation, output);
    else
      write_text(evaluation, options->errors, output);
    output.flush();
    return exit_done;
  };
}

}  // namespace digestkg::cli
