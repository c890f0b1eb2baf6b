#pragma once
// Where exporters write: a buffered byte sink, and files that appear whole or not at all.

#include <array>
#include <charconv>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

namespace digestkg {

/// Bytes that any number takes at most.
inline constexpr std::size_t number_room = 32;
/// Writes a number at `to`, where there is number_room, and returns the end: integers in decimal, others in the shortest form that reads
/// back the same (`1`, `0.25`, `1e+30`), as std::to_chars has it; no locale.
char* write_number(char* to, float number);
char* write_number(char* to, double number);
template <std::integral Number>
char* write_number(char* to, Number number) {
  return std::to_chars(to, to + number_room, number).ptr;
}

/// Buffered sink of bytes. Not thread safe. A failed write throws Error with the target's name and the system's reason.
class Output {
 public:
  virtual ~Output() = default;
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  Output& operator<<(std::string_view text) {
    if (text.size() > room()) return spill(text);
    at_ += text.copy(at_, text.size());  // memcpy may not be given the null of an empty text
    return *this;
  }
  Output& operator<<(char c) {
    if (at_ == end_) make_room();
    *at_++ = c;
    return *this;
  }
  /// As write_number has it.
  template <class Number>
    requires(std::integral<Number> || std::floating_point<Number>) && (!std::same_as<Number, char>) && (!std::same_as<Number, bool>)
  Output& operator<<(Number number) {
    if (room() < number_room) make_room();
    at_ = write_number(at_, number);
    return *this;
  }
  /// Texts, literals, characters and numbers, one behind the other: the same as with `<<`, with one look at the room for all of them.
  template <class... Parts>
  Output& put(const Parts&... parts) {
    if ((room_for(parts) + ...) > room()) return (*this << ... << parts);
    char* at = at_;
    ((at = place(at, parts)), ...);
    at_ = at;
    return *this;
  }
  void flush();
  /// Bytes given to this sink so far.
  std::size_t written() const { return flushed_ + used(); }

 protected:
  Output() = default;
  static constexpr std::size_t block = 4096;  ///< bytes; a disk takes multiples of it without a copy
  /// Called with whole blocks, by flush() with what is left.
  virtual void emit(std::string_view bytes) = 0;
  /// What follows is collected there; all before it must have been given to emit(), which may call this.
  void continue_in(std::span<char> buffer);

 private:
  std::size_t room() const { return static_cast<std::size_t>(end_ - at_); }
  std::size_t used() const { return static_cast<std::size_t>(at_ - begin_); }
  template <class Part>
  static std::size_t room_for(const Part& part) {
    if constexpr (std::same_as<Part, char>) return 1;
    else if constexpr (std::is_arithmetic_v<Part>) return number_room;
    else if constexpr (std::is_array_v<Part>) return sizeof part - 1;  // a literal
    else return std::string_view(part).size();
  }
  template <class Part>
  static char* place(char* at, const Part& part) {
    if constexpr (std::same_as<Part, char>) return *at = part, at + 1;
    else if constexpr (std::is_arithmetic_v<Part>) return write_number(at, part);
    else return at + std::string_view(part).copy(at, room_for(part));
  }

  Output& spill(std::string_view text);
  void make_room();
  void send(std::size_t bytes);
  std::array<char, 1 << 18> buffer_;
  char *begin_ = buffer_.data(), *at_ = begin_, *end_ = begin_ + buffer_.size();  ///< where bytes are collected, and up to where they stand
  std::size_t flushed_ = 0;
};

/// Collects into memory; text() after flush().
class StringOutput final : public Output {
 public:
  const std::string& text() { flush(); return text_; }

 private:
  void emit(std::string_view bytes) override { text_.append(bytes); }
  std::string text_;
};

/// Writes to an open file descriptor that somebody else closes (standard output).
class DescriptorOutput : public Output {
 public:
  DescriptorOutput(int descriptor, std::string name) : descriptor_(descriptor), name_(std::move(name)) {}

 private:
  void emit(std::string_view bytes) override;
  int descriptor_;
  std::string name_;
};

/// Whether a file is waited for until the disk has it, or left to the system, which writes it when it likes: a power cut right after may
/// leave it in part, a kill does not.
enum class Durability : std::uint8_t { Synced, LeftToSystem };

/// A file that replaces its target only when everything was written: bytes go to a temporary file in the target's folder, which
/// commit() syncs and renames. Without that the temporary file is removed and the old file stays as it was. A target that is
/// a device or a pipe (/dev/full, /dev/stdout) is written directly.
class FileOutput final : public Output {
 public:
  /// What a symbolic link, a device or a pipe in the target's place is: where the bytes go, or a thing to be replaced by a file.
  enum class Links : std::uint8_t { Follow, Replace };
  explicit FileOutput(std::filesystem::path target, Links links = Links::Follow, Durability durability = Durability::Synced);
  ~FileOutput() override;
  /// sync(), replace() and sync_folder() of the target's folder.
  void commit();
  /// Flushes and, where the file is to be Synced, waits until the disk has every byte; the target is as it was.
  void sync();
  /// After sync(): the new file stands in the target's place, for good once its folder is synced.
  void replace();
  const std::filesystem::path& target() const { return target_; }

 private:
  struct Blocks;
  void emit(std::string_view bytes) override;
  void create_beside();
  std::filesystem::path target_, temporary_;
  const Durability durability_;
  int descriptor_ = -1;
  std::size_t emitted_ = 0, started_ = 0;  ///< bytes written, and of these told to the disk
  bool direct_ = false, direct_tried_ = false;  ///< past the system's memory
  std::unique_ptr<Blocks> blocks_;              ///< where bytes are collected
};

/// Makes the renames within a folder durable; file systems that cannot sync a folder are left alone.
void sync_folder(const std::filesystem::path& folder);

/// A folder of files that exporters such as Neo4j's CSV need. Names are plain file names: no separators. Links within are replaced, so
/// that nothing outside is written.
class OutputFolder {
 public:
  explicit OutputFolder(std::filesystem::path folder, Durability durability = Durability::Synced);
  ~OutputFolder();
  /// A new file; the reference is good until commit().
  Output& file(std::string_view name);
  /// A file of this name goes at commit(), unless file() made it: an earlier graph may have had it and this one has not.
  void retire(std::string name);
  /// sync() and replace().
  void commit();
  /// FileOutput::sync of every file.
  void sync();
  /// Puts every file in its place, removes what was retired and syncs the folder.
  void replace();
  std::size_t written() const;

 private:
  struct Files;
  std::filesystem::path folder_;
  const Durability durability_;
  std::unique_ptr<Files> files_;
};

}  // namespace digestkg
