// The hostile sample graph -> a folder with graph.jsonl and every export, as `digestkg build` lays it out.

#include "support/sample_graph.hpp"

#include <digestkg/export.hpp>

#include <exception>
#include <filesystem>
#include <iostream>

using namespace digestkg;

namespace {

void write_all(const std::filesystem::path& folder) {
  View view;
  view.graph = testing::sample_graph(true);
  std::filesystem::create_directories(folder);
  FileOutput graph(folder / "graph.jsonl");
  write_graph_jsonl(view.graph, graph);
  graph.commit();
  for (const Format& format : formats()) {
    if (format.carrier == Format::Carrier::Picture) continue;
    if (format.carrier == Format::Carrier::Folder) {
      OutputFolder out(folder / format.extension);
      format.write_folder(view, {}, out);
      out.commit();
    } else {
      FileOutput out(folder / ("graph." + std::string(format.extension)));
      format.write(view, {}, out);
      out.commit();
    }
  }
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 2) return 2;
  write_all(argv[1]);
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
