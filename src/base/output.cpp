// Bytes -> files that are whole or not there.

#include "base/stale_files.hpp"

#include <digestkg/diagnostic.hpp>
#include <digestkg/output.hpp>

#include <algorithm>
#include <array>
#include <cerrno>
#include <deque>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>
#include <vector>

namespace digestkg {
namespace {

[[noreturn]] void fail(const std::string& what, const std::string& name) {
  throw Error(what + " " + name + ": " + std::generic_category().message(errno));
}

/// Turns direct writing on or off, where the system has it.
bool set_direct(int descriptor, bool on) {
#ifdef O_DIRECT
  const int flags = ::fcntl(descriptor, F_GETFL);
  return flags >= 0 && ::fcntl(descriptor, F_SETFL, on ? flags | O_DIRECT : flags & ~O_DIRECT) == 0;
#else
  return !on;
#endif
}

/// Direct writing ends where `direct` says it is on and the file system, though it promised it, does not take these bytes.
void write_all(int descriptor, std::string_view bytes, const std::string& name, bool* direct = nullptr) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(descriptor, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0 && errno == EINVAL && direct && std::exchange(*direct, false) && set_direct(descriptor, false)) continue;
    if (n < 0) fail("cannot write", name);
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
}

bool is_special_file(const std::filesystem::path& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
}

/// Has the disk begin with what stands in the file from `from` on: the sync at the end then waits for the rest alone. Only a hint.
void start_writing(int descriptor, std::size_t from) {
#ifdef SYNC_FILE_RANGE_WRITE
  ::sync_file_range(descriptor, static_cast<off64_t>(from), 0, SYNC_FILE_RANGE_WRITE);
#endif
}

/// Sets room on the disk aside behind what stands in the file: cheaper than page by page, as the bytes come. Only a hint; what stays empty
/// is given back by give_back().
void reserve(int descriptor, std::size_t from, std::size_t bytes) {
#ifdef FALLOC_FL_KEEP_SIZE
  static_cast<void>(::fallocate(descriptor, FALLOC_FL_KEEP_SIZE, static_cast<off_t>(from), static_cast<off_t>(bytes)));
#endif
}

/// What went wrong with a file over a network is told when it is closed, if it is not synced.
bool close_copy(int descriptor) {
  const int copy = ::fcntl(descriptor, F_DUPFD_CLOEXEC, 0);
  return copy >= 0 && ::close(copy) == 0;
}

bool give_back(int descriptor, std::size_t size) { return ::ftruncate(descriptor, static_cast<off_t>(size)) == 0; }

}  // namespace

void sync_folder(const std::filesystem::path& folder) {
  const int descriptor = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

void Output::flush() {
  if (at_ != begin_) send(used());
}

void Output::make_room() { send(used() - used() % block); }

void Output::send(std::size_t bytes) {
  const std::string_view all(begin_, used());
  at_ = begin_;
  flushed_ += bytes;
  emit(all.substr(0, bytes));
  at_ += all.substr(bytes).copy(at_, block);
}

void Output::continue_in(std::span<char> buffer) {
  at_ = begin_ = buffer.data();
  end_ = begin_ + buffer.size();
}

Output& Output::spill(std::string_view text) {
  while (text.size() > room()) {
    const std::size_t part = room();
    at_ += text.copy(at_, part);
    text.remove_prefix(part);
    make_room();
  }
  at_ += text.copy(at_, text.size());
  return *this;
}

void DescriptorOutput::emit(std::string_view bytes) { write_all(descriptor_, bytes, name_); }

/// Written at once: the larger, the larger the pages that the system makes of it, and the less it has to do.
struct FileOutput::Blocks {
  alignas(block) std::array<char, 1 << 20> bytes;
};

FileOutput::FileOutput(std::filesystem::path target, Links links, Durability durability)
    : target_(std::move(target)), durability_(durability), blocks_(std::make_unique_for_overwrite<Blocks>()) {
  continue_in(blocks_->bytes);
  std::error_code ignored;
  const bool link = std::filesystem::is_symlink(target_, ignored);
  if (links == Links::Follow && is_special_file(target_)) {
    descriptor_ = ::open(target_.c_str(), O_WRONLY | O_CLOEXEC);
  } else {
    if (link && links == Links::Follow) target_ = std::filesystem::weakly_canonical(target_, ignored);
    create_beside();
  }
  if (descriptor_ < 0) fail("cannot create", target_.string());
}

void FileOutput::create_beside() {
  remove_stale(target_);
  for (int attempt = 0; attempt < 1000; ++attempt) {  // a killed run of the same number may have left a file that somebody holds
    const auto candidate = temporary_beside(target_, attempt);
    descriptor_ = ::open(candidate.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor_ >= 0) hold(descriptor_);
    if (descriptor_ >= 0) temporary_ = candidate;
    if (descriptor_ >= 0 || errno != EEXIST) return;
  }
}

FileOutput::~FileOutput() {
  if (descriptor_ >= 0) ::close(descriptor_);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

void FileOutput::emit(std::string_view bytes) {
  constexpr std::size_t large = 64 << 20, batch = 1 << 20;
  if (direct_ && bytes.size() % block != 0) direct_ = !set_direct(descriptor_, false);  // the end of the file
  write_all(descriptor_, bytes, target_.string(), &direct_);
  emitted_ += bytes.size();
  if (temporary_.empty() || direct_ || emitted_ - started_ < batch) return;
  const std::size_t before = std::exchange(started_, emitted_);
  if (durability_ == Durability::Synced) start_writing(descriptor_, before);
  // A file that outgrows memory gains nothing from a copy there: the system would search all of its memory for room, at every write, and
  // push out what other programs need. Smaller files are often read next.
  if (emitted_ >= large && emitted_ % block == 0 && !std::exchange(direct_tried_, true)) direct_ = set_direct(descriptor_, true);
  if (!direct_) reserve(descriptor_, emitted_, batch);
}

void FileOutput::commit() {
  sync();
  if (temporary_.empty()) return;
  replace();
  if (durability_ == Durability::Synced) sync_folder(target_.parent_path());
}

void FileOutput::sync() {
  flush();
  const auto settle = [&] {
    if (temporary_.empty()) return ::close(std::exchange(descriptor_, -1)) == 0;
    const bool reserved = started_ > 0;
    if (reserved && !give_back(descriptor_, emitted_)) return false;
    return durability_ == Durability::Synced ? ::fsync(descriptor_) == 0 : close_copy(descriptor_);
  };
  if (!settle()) fail("cannot write", target_.string());
}

void FileOutput::replace() {
  if (temporary_.empty()) return;
  if (::rename(temporary_.c_str(), target_.c_str()) != 0) fail("cannot replace", target_.string());
  temporary_.clear();
  ::close(std::exchange(descriptor_, -1));  // held until here; what could fail, the sync has told
}

struct OutputFolder::Files {
  std::deque<FileOutput> list;
  std::vector<std::string> retired;
};

OutputFolder::OutputFolder(std::filesystem::path folder, Durability durability)
    : folder_(std::move(folder)), durability_(durability), files_(std::make_unique<Files>()) {
  std::error_code error;
  std::filesystem::create_directories(folder_, error);
  if (error) throw Error("cannot create " + folder_.string() + ": " + error.message());
}

OutputFolder::~OutputFolder() = default;

Output& OutputFolder::file(std::string_view name) { return files_->list.emplace_back(folder_ / name, FileOutput::Links::Replace, durability_); }

void OutputFolder::retire(std::string name) { files_->retired.push_back(std::move(name)); }

void OutputFolder::commit() {
  sync();
  replace();
}

void OutputFolder::sync() {
  for (FileOutput& file : files_->list) file.sync();
}

void OutputFolder::replace() {
  for (FileOutput& file : files_->list) file.replace();
  for (const std::string& name : files_->retired) {
    const std::filesystem::path path = folder_ / name;
    const bool made = std::ranges::any_of(files_->list, [&](const FileOutput& file) { return file.target() == path; });
    if (!made && ::unlink(path.c_str()) != 0 && errno != ENOENT) fail("cannot remove", path.string());
  }
  if (durability_ == Durability::Synced) sync_folder(folder_);
}

std::size_t OutputFolder::written() const {
  std::size_t bytes = 0;
  for (const FileOutput& file : files_->list) bytes += file.written();
  return bytes;
}

}  // namespace digestkg
