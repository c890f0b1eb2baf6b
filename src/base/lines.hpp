#pragma once
// Byte offset -> line of a text; cheap when the offsets come in order.

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
  explicit LineFinder(std::string_view bytes) : bytes_(bytes) {}

  Line find(std::size_t offset) {
    offset = std::min(offset, bytes_.size());
    while (offset < last_.begin) {
      const std::size_t before = last_.begin < 2 ? std::string_view::npos : bytes_.rfind('\n', last_.begin - 2);
      last_ = {last_.number - 1, before == std::string_view::npos ? 0 : before + 1};
    }
    for (;;) {
      const std::size_t end = bytes_.find('\n', last_.begin);
      if (end >= offset) return last_;  // npos, too
      last_ = {last_.number + 1, end + 1};
    }
  }

 private:
  std::string_view bytes_;
  Line last_;
};

}  // namespace digestkg
