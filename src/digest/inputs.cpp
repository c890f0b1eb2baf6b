// Files, folders and standard input -> one sorted Reading.

#include "base/file_bytes.hpp"
#include "base/parallel.hpp"
#include "base/utf8.hpp"
#include "digest/formats.hpp"

#include <digestkg/digest.hpp>
#include <digestkg/limits.hpp>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <optional>
#include <system_error>
#include <utility>

namespace digestkg {
namespace {

namespace fs = std::filesystem;

/// A file to read; `name` is what the user sees.
struct Input {
  std::string name;
  bool found_in_folder = false;
};

std::string_view shown_name(const Input& input) { return input.name == "-" ? std::string_view("<stdin>") : input.name; }

[[noreturn]] void fail(const std::string& name, const std::error_code& error) {
  throw Error("cannot read " + name + ": " + error.message());
}

bool has_known_extension(const fs::path& path) {
  std::string extension = path.extension().string();
  if (extension == ".gz" || extension == ".zst") extension = path.stem().extension().string();
  if (extension.size() < 2) return false;
  extension = ' ' + extension.substr(1) + ' ';
  return std::any_of(input_formats().begin(), input_formats().end(), [&](const InputFormat& format) {
    return (' ' + std::string(format.extensions) + ' ').find(extension) != std::string::npos;
  });
}

/// A file to read and where it truly lies: two ways to one file are one input.
struct FoundFile {
  std::string canonical;
  Input input;
};

/// Below `folder` only the last step of a path can be a link: links to folders are not followed.
void list_folder(const std::string& folder, std::vector<FoundFile>& files) {
  std::error_code error;
  const fs::path root = fs::canonical(folder, error);
  if (error) fail(folder, error);
  const std::size_t below = folder.size() + (folder.ends_with('/') ? 0 : 1);
  for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    if (!at->is_regular_file() || !has_known_extension(at->path())) continue;
    const std::string& path = at->path().native();
    const fs::path canonical = at->is_symlink() ? fs::canonical(at->path()) : root / path.substr(below);
    files.push_back({canonical.string(), {path, true}});
  }
  if (error) fail(folder, error);
}

/// Each file once, in an order that does not depend on that of `inputs`.
std::vector<Input> list_files(std::span<const std::string> inputs) {
  std::vector<FoundFile> files;
  for (const std::string& input : inputs) {
    std::error_code error;
    const auto kind = input == "-" ? fs::file_type::fifo : fs::status(input, error).type();
    if (kind == fs::file_type::not_found) fail(input, std::make_error_code(std::errc::no_such_file_or_directory));
    if (error) fail(input, error);
    if (kind == fs::file_type::directory) list_folder(input, files);
    else files.push_back({input == "-" ? "-" : fs::canonical(input).string(), {input, false}});
  }
  const auto key = [](const FoundFile& file) { return std::tie(file.canonical, file.input.found_in_folder, file.input.name); };
  std::sort(files.begin(), files.end(), [&](const auto& left, const auto& right) { return key(left) < key(right); });
  files.erase(std::unique(files.begin(), files.end(), [](const auto& left, const auto& right) { return left.canonical == right.canonical; }),
              files.end());
  std::vector<Input> list;
  list.reserve(files.size());
  for (FoundFile& file : files) list.push_back(std::move(file.input));
  std::sort(list.begin(), list.end(), [](const Input& left, const Input& right) { return left.name < right.name; });
  return list;
}

Reading too_large(const Input& input, std::size_t most) {
  Reading reading;
  reading.files = 1;
  reading.diagnostics.push_back({printable(shown_name(input)), 0, 0, Severity::Rejected,
                                 "larger than " + std::to_string(most) + " bytes, the limit on the size of a file; it is not read", {}, 0});
  return reading;
}

Reading read_input(const Input& input, unsigned jobs, std::size_t most) {
  const std::optional<std::string> bytes = read_file(input.name, most);
  if (!bytes) return too_large(input, most);
  Reading reading = read_entries(shown_name(input), *bytes, jobs, most);
  const bool is_digest = reading.rows > 0 || reading.diagnostics.empty() || reading.diagnostics.front().severity == Severity::Warning;
  if (is_digest || !input.found_in_folder) return reading;
  reading.files = 0;  // a README beside the digests is no fault
  reading.warnings = 1;
  reading.diagnostics.front().severity = Severity::Warning;
  return reading;
}

/// Where an entry stands, while the readings are joined.
struct Place {
  std::uint32_t file;
  std::uint32_t line;
};

class Joiner {
 public:
  Joiner(std::vector<Reading>& readings, const std::vector<Input>& inputs, std::size_t most) : readings_(readings), inputs_(inputs), most_(most) {}

  Reading join() {
    for (std::uint32_t file = 0; file < readings_.size(); ++file) {
      for (const std::uint32_t line : readings_[file].lines) places_.push_back({file, line});
      joined_.append(std::move(readings_[file]));
    }
    if (places_.size() > most_) {
      const Place first = places_[most_];
      throw Error(printable(name(first)) + ':' + std::to_string(first.line) + ": more than " + std::to_string(most_) + " entries, the limit of one run");
    }
    sort_and_fold();
    for (const Input& input : inputs_) joined_.names.push_back(printable(shown_name(input)));
    std::sort(joined_.diagnostics.begin(), joined_.diagnostics.end());
    return std::move(joined_);
  }

 private:
  void sort_and_fold() {
    std::vector<std::uint32_t> order(joined_.entries.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    const auto key = [&](std::uint32_t i) {
      const Entry& e = joined_.entries[i];
      return std::tie(e.id, e.date, e.title, e.summary, e.authors, e.arxiv_url, e.huggingface_url, places_[i].file, places_[i].line);
    };
    std::sort(order.begin(), order.end(), [&](std::uint32_t left, std::uint32_t right) { return key(left) < key(right); });
    std::vector<Entry> kept;
    kept.reserve(order.size());
    joined_.lines.clear();
    std::uint32_t first = 0;
    for (const std::uint32_t i : order) {
      Entry& entry = joined_.entries[i];
      if (!kept.empty() && kept.back().id == entry.id && kept.back().date == entry.date) {
        reject_double(entry, places_[i], kept.back() == entry, places_[first]);
      } else {
        first = i;
        joined_.lines.push_back(places_[i].line);
        joined_.names_of.push_back(places_[i].file);
        kept.push_back(std::move(entry));
      }
    }
    joined_.entries = std::move(kept);
  }

  void reject_double(const Entry& entry, Place place, bool exact, Place first) {
    std::string message = entry.id + " of " + entry.date + " stands " + (exact ? "" : "with other words ") + "in ";
    message += printable(name(first)) + ':' + std::to_string(first.line) + ", too; that one is read";
    joined_.diagnostics.push_back({printable(name(place)), place.line, 0, Severity::Rejected, std::move(message), {}, 0});
    ++joined_.rejected;
  }

  std::string_view name(Place place) const { return shown_name(inputs_[place.file]); }

  std::vector<Reading>& readings_;
  const std::vector<Input>& inputs_;
  const std::size_t most_;
  Reading joined_;
  std::vector<Place> places_;
};

}  // namespace

void Reading::append(Reading&& other) {
  const auto move_all = [](auto& to, auto& from) {
    if (to.empty()) to = std::move(from);
    else to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
  };
  move_all(entries, other.entries);
  move_all(lines, other.lines);
  move_all(diagnostics, other.diagnostics);
  files += other.files;
  rows += other.rows;
  rejected += other.rejected;
  warnings += other.warnings;
}

Reading read_inputs(std::span<const std::string> inputs, unsigned jobs) { return read_inputs(inputs, jobs, ReadLimits{}); }

Reading read_inputs(std::span<const std::string> inputs, unsigned jobs, const ReadLimits& limits) {
  const std::vector<Input> files = list_files(inputs);
  std::vector<Reading> readings(files.size());
  parallel_for(files.size(), jobs, 1, [&](std::size_t i) { readings[i] = read_input(files[i], files.size() == 1 ? jobs : 1, limits.file_bytes); });
  return Joiner(readings, files, limits.entries).join();
}

}  // namespace digestkg
