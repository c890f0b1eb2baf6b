// Files of output: when they take the old ones' places, and what a killed run leaves beside them.

#include "base/parallel.hpp"

#include <digestkg/diagnostic.hpp>
#include <digestkg/output.hpp>

#include <catch2/catch.hpp>

#include <atomic>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

using namespace digestkg;
namespace fs = std::filesystem;

namespace {

class Folder {
 public:
  Folder() { fs::create_directories(path_); }
  ~Folder() { fs::remove_all(path_); }
  fs::path operator/(const std::string& name) const { return path_ / name; }
  std::size_t files() const { return static_cast<std::size_t>(std::distance(fs::directory_iterator(path_), fs::directory_iterator())); }

 private:
  fs::path path_ = fs::temp_directory_path() / ("digestkg-output-" + std::to_string(::getpid()));
};

/// The number of a process that was and is no more.
std::string gone() {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(0);
  ::waitpid(child, nullptr, 0);
  return std::to_string(child);
}

void make(const fs::path& path) { std::ofstream(path) << "half"; }

void write(const fs::path& path) {
  FileOutput output(path);
  output << "whole";
  output.commit();
}

}  // namespace

TEST_CASE("a run clears away what killed runs left of the file that it writes, and nothing else") {
  const Folder folder;
  const std::string dead = gone(), alive = std::to_string(::getppid());
  const fs::path stale = folder / (".graph.ttl." + dead + ".0.tmp"), held = folder / (".graph.ttl." + dead + ".1.tmp");
  for (const fs::path& path : {stale, held}) make(path);
  for (const std::string& name : std::vector<std::string>{".graph.ttl." + alive + ".0.tmp", ".graph.nt." + dead + ".0.tmp", ".graph.ttl." + dead + ".0.tmp.mine",
                                  ".graph.ttl." + dead + ".x.tmp", ".graph.ttl.0.0.tmp", ".graph.ttl.-1.0.tmp", ".graph.ttl..tmp"})
    make(folder / name);
  fs::create_directory(folder / (".graph.ttl." + dead + ".2.tmp"));
  fs::create_symlink(folder / "elsewhere", folder / (".graph.ttl." + dead + ".3.tmp"));
  const int holder = ::open(held.c_str(), O_RDONLY | O_CLOEXEC);
  REQUIRE(::flock(holder, LOCK_EX | LOCK_NB) == 0);
  write(folder / "graph.ttl");
  CHECK_FALSE(fs::exists(stale));
  CHECK(fs::exists(held));
  CHECK(folder.files() == 11);  // held, seven others, a folder, a link and graph.ttl
  ::close(holder);
  write(folder / "graph.ttl");
  CHECK_FALSE(fs::exists(held));
  CHECK(folder.files() == 10);
}

TEST_CASE("two outputs of one file at a time do not take each other's temporary file") {
  const Folder folder;
  FileOutput first(folder / "graph.ttl"), second(folder / "graph.ttl");
  CHECK(folder.files() == 2);
  first << "first";
  second << "second";
  first.commit();
  second.commit();
  std::ifstream in(folder / "graph.ttl");
  CHECK(std::string(std::istreambuf_iterator<char>(in), {}) == "second");
  CHECK(folder.files() == 1);
}

TEST_CASE("a synced file stands beside the old one until it replaces it") {
  const Folder folder;
  write(folder / "graph.ttl");
  FileOutput output(folder / "graph.ttl");
  output << "newer";
  output.sync();
  const auto read = [&] { return (std::stringstream() << std::ifstream(folder / "graph.ttl").rdbuf()).str(); };
  CHECK(read() == "whole");
  CHECK(folder.files() == 2);
  output.replace();
  CHECK(read() == "newer");
  CHECK(folder.files() == 1);
}

TEST_CASE("what work aside throws comes out when it is waited for, and the rest is done") {
  std::atomic<int> done = 0;
  Aside aside;
  for (int i = 0; i < 5; ++i)
    aside.run([&done, i] {
      if (i == 2) throw Error("no space");
      ++done;
    });
  CHECK_THROWS_WITH(aside.wait(), "no space");
  CHECK(done == 4);
}
