// Output: how numbers and parts are written; when files take the old ones' places, and what a killed run leaves beside them.

#include "base/escape.hpp"
#include "base/parallel.hpp"

#include <digestkg/diagnostic.hpp>
#include <digestkg/output.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <atomic>
#include <charconv>
#include <cmath>
#include <csignal>
#include <cstdint>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <limits>
#include <linux/magic.h>
#include <random>
#include <sstream>
#include <string>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/vfs.h>
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

constexpr std::size_t mega = 1 << 20, large = 64 * mega;  // from `large` on, FileOutput writes past the system's memory

/// As many bytes as asked for, which say where they stand.
std::string_view counted(std::size_t size) {
  static const std::string bytes = [] {
    std::string text;
    for (int at = 0; text.size() < large + 8 * mega; ++at) text.append(std::to_string(at)).append(100, static_cast<char>('a' + at % 26));
    return text;
  }();
  return std::string_view(bytes).substr(0, size);
}

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::string bytes(fs::file_size(path), '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return bytes;
}

/// Writes in pieces of a length that no block has.
void write_in_pieces(const fs::path& path, std::string_view bytes, std::size_t flushed_at = 0) {
  FileOutput output(path);
  for (std::size_t at = 0, piece = 1; at < bytes.size(); at += piece, piece = (piece * 7 + 1) % 900'001) {
    output << bytes.substr(at, piece);
    if (flushed_at > 0 && at >= flushed_at) output.flush(), flushed_at = 0;
  }
  output.commit();
}

/// Whether the file system takes writes that pass by its memory, as most on a disk do.
bool takes_direct(const fs::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_DIRECT);
  if (descriptor >= 0) ::close(descriptor);
  struct statfs system {};
  return descriptor >= 0 && ::statfs(path.c_str(), &system) == 0 && system.f_type != TMPFS_MAGIC;
}

/// Pages of the file from `begin` to `end` that the system has in memory.
std::size_t pages_in_memory(const fs::path& path, std::size_t begin, std::size_t end) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  void* const mapped = ::mmap(nullptr, end - begin, PROT_READ, MAP_SHARED, descriptor, static_cast<off_t>(begin));
  REQUIRE(mapped != MAP_FAILED);
  std::vector<unsigned char> pages((end - begin) / static_cast<std::size_t>(::sysconf(_SC_PAGESIZE)));
  REQUIRE(::mincore(mapped, end - begin, pages.data()) == 0);
  ::munmap(mapped, end - begin);
  ::close(descriptor);
  return static_cast<std::size_t>(std::count_if(pages.begin(), pages.end(), [](unsigned char page) { return (page & 1U) != 0; }));
}

template <class Real>
std::string written(Real number) {
  std::array<char, number_room> text;
  return {text.data(), write_number(text.data(), number)};
}

template <class Real>
std::string shortest(Real number) {
  std::array<char, 64> text;
  return {text.data(), std::to_chars(text.data(), text.data() + text.size(), number).ptr};
}

}  // namespace

TEST_CASE("a large file has its bytes and keeps no more room on the disk") {
  const Folder folder;
  const std::string line(1'000, 'x');
  {
    FileOutput output(folder / "large");
    for (int i = 0; i < 9'000; ++i) output << line;
    output.commit();
  }
  struct stat status {};
  REQUIRE(::stat((folder / "large").c_str(), &status) == 0);
  CHECK(status.st_size == 9'000'000);
  CHECK(status.st_blocks * 512 < 10'000'000);
}

TEST_CASE("a file that is too large for a copy in memory has its bytes, whatever its end") {
  const Folder folder;
  for (const std::size_t size : {large, large + 1, large + mega + 4'095, large + 2 * mega + 512, large + 3 * mega}) {
    write_in_pieces(folder / "large", counted(size));
    CHECK((bytes_of(folder / "large") == counted(size)));
    struct stat status {};
    REQUIRE(::stat((folder / "large").c_str(), &status) == 0);
    CHECK(static_cast<std::size_t>(status.st_blocks) * 512 < size + mega);
  }
}

TEST_CASE("what was flushed before its end has its bytes, too") {
  const Folder folder;
  for (const std::size_t flushed_at : {mega, large + mega}) {
    write_in_pieces(folder / "large", counted(large + 4 * mega), flushed_at);
    CHECK((bytes_of(folder / "large") == counted(large + 4 * mega)));
  }
}

TEST_CASE("a file system in memory, which may take no direct writing, gets the bytes as well") {
  if (!fs::exists("/dev/shm")) return;
  const fs::path path = "/dev/shm/digestkg-output-" + std::to_string(::getpid());
  write_in_pieces(path, counted(large + 2 * mega + 17));
  CHECK((bytes_of(path) == counted(large + 2 * mega + 17)));
  fs::remove(path);
}

TEST_CASE("a large file leaves memory to others, a small one stays to be read") {
  const Folder folder;
  write_in_pieces(folder / "large", counted(large + 8 * mega));
  write_in_pieces(folder / "small", counted(4 * mega));
  if (!takes_direct(folder / "large")) return;
  CHECK(pages_in_memory(folder / "large", large + 2 * mega, large + 6 * mega) == 0);
  CHECK(pages_in_memory(folder / "small", 0, 4 * mega) > 0);
}

TEST_CASE("a large file that may not grow any more is an error that says so") {
  const Folder folder;
  const pid_t child = ::fork();
  if (child == 0) {
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{large + mega + 100, large + mega + 100};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    try {
      write_in_pieces(folder / "large", counted(large + 4 * mega));
    } catch (const Error& error) {
      ::_exit(std::string_view(error.what()).ends_with(": File too large") ? 0 : 2);
    }
    ::_exit(1);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  CHECK(status == 0);
  CHECK(folder.files() == 0);
}

TEST_CASE("numbers are written as the standard library writes them") {
  std::mt19937 random(1);
  const auto check = [](float confidence) {
    if (written(confidence) != shortest(confidence)) FAIL(shortest(confidence));
  };
  for (int i = 0; i < 100'000; ++i) check(std::ldexp(static_cast<float>(random() >> 8), -24));
  for (int i = 0; i < 4'096; ++i) check(static_cast<float>(i) / 4'096);  // halfway between two decimals of eight digits
  std::string decimal;
  for (int i = 0; i < 100'000; ++i) {
    const std::uint64_t digits = (std::uint64_t{random()} << 32 | random()) % static_cast<std::uint64_t>(std::pow(10, 1 + i % 17));
    decimal.assign(std::to_string(digits)).append("e").append(std::to_string(static_cast<int>(random() % 25) - 20));
    const double number = std::stod(decimal), next = std::nextafter(number, 1e9);
    if (written(number) != shortest(number)) FAIL(decimal);
    if (written(next) != shortest(next)) FAIL("after " + decimal);
  }
  for (const double number : {0.0, -0.0, 1.0, -0.5, 0.1, 0.125, 999.5, 1000.0, 1e-9, 1.5e-9, 1e300, std::numeric_limits<double>::max(),
                              std::numeric_limits<double>::denorm_min()}) {
    CHECK(written(number) == shortest(number));
    CHECK(written(static_cast<float>(number)) == shortest(static_cast<float>(number)));
  }
  CHECK(written(std::numeric_limits<std::int64_t>::min()) == "-9223372036854775808");
}

TEST_CASE("what stands in the buffer when a number has no room in it is kept") {
  StringOutput output;
  std::string expected;
  for (int i = 0; i < 120'000; ++i) {
    output << i;
    expected += std::to_string(i);
  }
  CHECK((output.text() == expected));
  CHECK(output.written() == expected.size());
}

TEST_CASE("parts put together are the same as one by one, also where the buffer ends and beyond its size") {
  StringOutput together, single;
  const std::string text(1'000, 'x'), huge(700'000, 'y');
  for (int i = 0; i < 600; ++i) {
    together.put("<", text, '-', i, std::string_view(), 0.25F, 1e-5, ">");
    single << "<" << text << '-' << i << std::string_view() << 0.25F << 1e-5 << ">";
  }
  together.put('a', huge, "b", huge);
  single << 'a' << huge << "b" << huge;
  CHECK(together.text() == single.text());
  CHECK(together.written() == together.text().size());
}

TEST_CASE("a special byte is found at every place of texts of every length, and no byte behind the text is looked at") {
  const auto special = [](auto c) { return (c < 0x20) | (c == '"'); };
  const auto clean = [](std::size_t size) { return std::string(size, 'a') + '"'; };
  for (std::size_t size = 0; size < 70; ++size)
    for (std::size_t from = 0; from <= size; ++from) {
      const std::string text = clean(size);
      REQUIRE(find_special(std::string_view(text).substr(0, size), from, special) == size);
      for (std::size_t at = 0; at < size; ++at) {
        std::string with = text;
        with[at] = at % 2 == 0 ? '"' : '\n';
        const std::size_t found = find_special(std::string_view(with).substr(0, size), from, special);
        if (found != (at < from ? size : at)) FAIL(size << " " << from << " " << at);
      }
    }
}

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

TEST_CASE("a file stands beside the old one until it replaces it, whether the disk is waited for or not") {
  const Folder folder;
  write(folder / "graph.ttl");
  FileOutput output(folder / "graph.ttl", FileOutput::Links::Follow, GENERATE(Durability::Synced, Durability::LeftToSystem));
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
