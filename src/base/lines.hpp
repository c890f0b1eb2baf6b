#pragma once
// Byte offset -> line of a text; cheap when the offsets come in order.

#include "base/utf8.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace digestkg {

/// The line an offset is in.
struct Line {
  std::uint32_t number = 1;
  std::size_t begin = 0;
};

/// Goes on, or back, from the line it found last, so that asking for many offsets in order costs one pass over the text.
class LineFinder {
 public:
  /// `bytes` must outlive the finder.
  explicit LineFinder(std::string_view bytes) : bytes_(bytes), end_(bytes.find('\n')) {}

  Line find(std::size_t offset) {
    offset = std::min(offset, bytes_.size());
    while (offset < last_.begin) {
      const std::size_t before = last_.begin < 2 ? std::string_view::npos : bytes_.rfind('\n', last_.begin - 2);
      end_ = last_.begin - 1;
      last_ = {last_.number - 1, before == std::string_view::npos ? 0 : before + 1};
    }
    while (end_ < offset) {
      last_ = {last_.number + 1, end_ + 1};
      end_ = bytes_.find('\n', last_.begin);  // npos, too
    }
    return last_;
  }

  /// Characters of `line`, which find() gave last, before `offset`; cheap when the offsets come in order.
  std::size_t column(Line line, std::size_t offset) {
    if (line.begin != counted_.begin || offset < counted_.offset) counted_ = {line.begin, line.begin, 0};
    std::size_t begin = offset;  // a place where a character begins, however the bytes before it are read
    for (int back = 0; back < 3 && begin > counted_.offset && is_continuation(begin); ++back) --begin;
    if (!is_continuation(begin)) {
      counted_.characters += count_characters(bytes_.substr(counted_.offset, begin - counted_.offset));
      counted_.offset = begin;
    }
    return counted_.characters + count_characters(bytes_.substr(counted_.offset, offset - counted_.offset));
  }

 private:
  bool is_continuation(std::size_t at) const { return at < bytes_.size() && (static_cast<unsigned char>(bytes_[at]) & 0xC0) == 0x80; }

  struct Counted {
    std::size_t begin = 0, offset = 0, characters = 0;
  };
  std::string_view bytes_;
  Line last_;
  std::size_t end_;
  Counted counted_;
};

}  // namespace digestkg
