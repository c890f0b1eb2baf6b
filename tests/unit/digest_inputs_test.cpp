// Files, folders and standard input -> one Reading that does not depend on their order.

#include <digestkg/digest.hpp>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

using namespace digestkg;
namespace fs = std::filesystem;

namespace {

/// A folder of its own for one test.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "digestkg.XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string write(const std::string& name, std::string_view bytes) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << bytes;
    return (path_ / name).string();
  }
  std::string path() const { return path_.string(); }

 private:
  fs::path path_;
};

std::string digest(std::string_view day, std::string_view id, std::string_view summary) {
  return "## Papers for " + std::string(day) +
         "\n\n| Title | Authors | Summary |\n|---|---|---|\n| T (Read more on [arXiv](https://arxiv.org/abs/" + std::string(id) + "))| A | " + std::string(summary) + " |\n";
}

Reading read(std::vector<std::string> inputs, unsigned jobs = 1) { return read_inputs(inputs, jobs); }

std::string gzip(std::string_view bytes) {
  z_stream stream{};
  REQUIRE(deflateInit2(&stream, 9, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string packed(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  CHECK(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

std::string zstd(std::string_view bytes) {
  std::string packed(ZSTD_compressBound(bytes.size()), '\0');
  packed.resize(ZSTD_compress(packed.data(), packed.size(), bytes.data(), bytes.size(), 3));
  return packed;
}

}  // namespace

TEST_CASE("a folder is read with all below it, and what is no digest is told of") {
  const Folder folder;
  folder.write("2025/06/10.md", digest("2025-06-10", "2506.00001", "One."));
  folder.write("2025/06/11.md", digest("2025-06-11", "2506.00002", "Two."));
  folder.write("README.md", "# Digests\n");
  folder.write("LICENSE", "Do as you like.\n");
  const Reading reading = read({folder.path()});
  CHECK(reading.files == 2);
  CHECK(reading.rows == 2);
  CHECK(reading.rejected == 0);
  REQUIRE(reading.diagnostics.size() == 1);
  CHECK(reading.warnings == 1);
  CHECK(reading.diagnostics[0].severity == Severity::Warning);
  CHECK(format(reading.diagnostics[0]) == folder.path() + "/README.md: no digest in a known format\n");
  const Reading named = read({folder.path() + "/README.md"});
  CHECK(named.files == 1);
  CHECK(named.diagnostics.at(0).severity == Severity::Rejected);
}

TEST_CASE("order of inputs and threads change nothing") {
  const Folder folder;
  std::vector<std::string> inputs;
  for (int i = 0; i < 40; ++i) {
    const std::string number = std::to_string(100 + i % 30);
    inputs.push_back(folder.write(std::to_string(i) + ".md", digest("2025-06-10", "2506.00" + number, "Words of " + std::to_string(i))));
  }
  inputs.push_back(folder.path());
  const Reading forward = read(inputs);
  std::reverse(inputs.begin(), inputs.end());
  const Reading backward = read(inputs, 4);
  CHECK(forward.entries == backward.entries);
  CHECK(forward.diagnostics == backward.diagnostics);
  CHECK(forward.files == 40);
  CHECK(forward.rows == 40);
  CHECK(forward.entries.size() == 30);
  CHECK(forward.rejected == 10);
  CHECK(std::is_sorted(forward.entries.begin(), forward.entries.end()));
}

TEST_CASE("many ways to one file are one input") {
  const Folder folder;
  const std::string file = folder.write("2025/a.md", digest("2025-06-10", "2506.00001", "Words."));
  fs::create_symlink(file, folder.path() + "/linked.md");
  fs::create_directory_symlink(folder.path() + "/2025", folder.path() + "/year");
  const Reading reading = read({folder.path(), folder.path() + "/", folder.path() + "/year//", folder.path() + "/2025/../2025", file});
  CHECK(reading.files == 1);
  CHECK(reading.rows == 1);
}

TEST_CASE("a long file of lines is the same when it is read in pieces") {
  const Folder folder;
  std::string records;
  for (int i = 10'000; i < 40'000; ++i) {
    const bool odd = i % 1000 == 0;
    records += "{\"id\":\"2506." + std::to_string(i) + "\",\"date\":\"2025-06-10\",\"title\":" + (odd ? "7" : "\"T\"") + ",\"summary\":\"" +
               std::string(60, 'x') + "\"}\n";
  }
  const std::vector<std::string> inputs{folder.write("records.jsonl", records)};
  const Reading one = read(inputs);
  const Reading three = read(inputs, 3);
  CHECK(one.rows == 30'000);
  CHECK(one.rejected == 30);
  CHECK(one.files == 1);
  CHECK(one.entries == three.entries);
  CHECK(one.diagnostics == three.diagnostics);
  CHECK(one.diagnostics.back().line == 29'001);
}

TEST_CASE("doubles are rejected by name, so that rows add up") {
  const Folder folder;
  folder.write("a.md", digest("2025-06-10", "2506.00001", "Words."));
  folder.write("b.md", digest("2025-06-10", "2506.00001", "Words."));
  folder.write("c.md", digest("2025-06-10", "2506.00001", "Other words."));
  folder.write("d.md", digest("2025-06-11", "2506.00001", "Words."));
  const Reading reading = read({folder.path()});
  REQUIRE(reading.entries.size() == 2);
  CHECK(reading.entries[0].summary == "Other words.");
  CHECK(reading.rows == reading.entries.size() + reading.rejected);
  REQUIRE(reading.diagnostics.size() == 2);
  CHECK(format(reading.diagnostics[0]) == folder.path() + "/a.md:5: 2506.00001 of 2025-06-10 stands with other words in " + folder.path() +
                                              "/c.md:5, too; that one is read\n");
}

TEST_CASE("compressed files are read as what is in them") {
  const Folder folder;
  const std::string text = digest("2025-06-10", "2506.00001", std::string(1'000'000, 'x'));
  const std::size_t half = text.size() / 2;
  const std::vector<Entry> plain = read_entries("a.md", text).entries;
  REQUIRE(plain.size() == 1);
  CHECK(read({folder.write("a.md.gz", gzip(text))}).entries == plain);
  CHECK(read({folder.write("b.md.zst", zstd(text))}).entries == plain);
  CHECK(read({folder.write("c", gzip(text.substr(0, half)) + gzip(text.substr(half)))}).entries == plain);
  CHECK(read({folder.write("d", zstd(text.substr(0, half)) + zstd(text.substr(half)))}).entries == plain);
  CHECK(read({folder.path()}).files == 2);
  for (const std::string& packed : {gzip(text), zstd(text)})
    for (std::size_t size : {packed.size() - 1, packed.size() / 2, std::size_t{5}}) {
      const Reading cut = read_entries("cut", packed.substr(0, size));
      REQUIRE_FALSE(cut.diagnostics.empty());
      CHECK(cut.diagnostics.back().severity == Severity::Rejected);
    }
}

TEST_CASE("an input that cannot be opened is an error") {
  const Folder folder;
  CHECK_THROWS_WITH(read({folder.path() + "/missing.md"}), "cannot read " + folder.path() + "/missing.md: No such file or directory");
  fs::create_symlink(folder.path() + "/nowhere", folder.path() + "/dangling.md");
  CHECK(read({folder.path()}).files == 0);
}
