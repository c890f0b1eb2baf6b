// What the command line calls GRAPH (a build folder, its graph.jsonl or `-`) -> the graph.

#include "base/file_bytes.hpp"

#include <digestkg/graph.hpp>

#include <filesystem>

namespace digestkg {

std::string graph_file(const std::string& path) {
  namespace fs = std::filesystem;
  if (path == "-") return path;
  std::error_code error;
  const fs::path inside = fs::path(path) / "graph.jsonl";
  if (!fs::is_directory(path, error)) {
    if (fs::exists(path, error)) return path;
    throw Error("there is no graph at " + path + ": make one with `digestkg build INPUT... -o " + path + '`');
  }
  if (fs::exists(inside, error)) return inside.string();
  throw Error(path + " holds no graph.jsonl: it is not the folder of a build; make one with `digestkg build INPUT... -o FOLDER`");
}

Graph load_graph(const std::string& path) {
  const std::string file = graph_file(path);
  return read_graph_jsonl(file, read_file(file));
}

}  // namespace digestkg
