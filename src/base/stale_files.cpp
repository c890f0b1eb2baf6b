// The folder of a target -> the same without what killed runs left there.

#include "base/stale_files.hpp"

#include <cerrno>
#include <charconv>
#include <csignal>
#include <fcntl.h>
#include <optional>
#include <string_view>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace digestkg {
namespace {

constexpr std::string_view ending = ".tmp";

std::string stem_of(const std::filesystem::path& target) { return "." + target.filename().string() + "."; }

template <class Number>
bool take_number(std::string_view& text, Number& number) {
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc() || read.ptr == text.data()) return false;
  text.remove_prefix(static_cast<std::size_t>(read.ptr - text.data()));
  return true;
}

/// The process that made a file of this name.
std::optional<pid_t> maker(std::string_view name, std::string_view stem) {
  if (!name.starts_with(stem) || !name.ends_with(ending)) return std::nullopt;
  name.remove_prefix(stem.size());
  pid_t process = 0;
  unsigned number = 0;
  if (!take_number(name, process) || process <= 0 || !name.starts_with('.')) return std::nullopt;
  name.remove_prefix(1);
  if (!take_number(name, number) || name != ending) return std::nullopt;
  return process;
}

bool is_gone(pid_t process) { return ::kill(process, 0) != 0 && errno == ESRCH; }

void remove_unless_held(const std::filesystem::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  if (descriptor < 0) return;
  struct stat status {};
  if (::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) && ::flock(descriptor, LOCK_EX | LOCK_NB) == 0) ::unlink(path.c_str());
  ::close(descriptor);
}

}  // namespace

std::filesystem::path temporary_beside(const std::filesystem::path& target, int number) {
  return target.parent_path() / (stem_of(target) + std::to_string(::getpid()) + "." + std::to_string(number) + std::string(ending));
}

void hold(int descriptor) { ::flock(descriptor, LOCK_EX | LOCK_NB); }  // a file system without locks keeps what is left on it

void remove_stale(const std::filesystem::path& target) {
  const std::string stem = stem_of(target);
  const std::filesystem::path folder = target.parent_path().empty() ? "." : target.parent_path();
  std::error_code error;
  for (std::filesystem::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    const std::optional<pid_t> process = maker(at->path().filename().native(), stem);
    if (process && is_gone(*process)) remove_unless_held(at->path());
  }
}

}  // namespace digestkg
