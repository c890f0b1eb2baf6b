// Bytes of Markdown -> headings, logical rows and other text.

#include "digest/blocks.hpp"

#include <algorithm>

namespace digestkg {
namespace {

constexpr std::string_view white = " \t\r\n\v\f";

std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(white);
  if (begin == std::string_view::npos) return text.substr(0, 0);
  return text.substr(begin, text.find_last_not_of(white) - begin + 1);
}

bool is_heading(std::string_view line) {
  const std::size_t marks = line.find_first_not_of('#');
  return marks != 0 && marks <= 6 && marks < line.size() && (line[marks] == ' ' || line[marks] == '\t');
}

}  // namespace

struct BlockReader::PhysicalLine {
  std::string_view text;  ///< trimmed
  bool indented = false;
  std::size_t next = 0;

  PhysicalLine(std::string_view bytes, std::size_t begin) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    text = trim(bytes.substr(begin, end - begin));
    indented = !text.empty() && text.data() != bytes.data() + begin;
    next = std::min(end + 1, bytes.size());
  }
  bool is_blank() const { return text.empty(); }
  bool opens_row() const { return text.starts_with('|'); }
  bool closes_row() const { return text.ends_with('|') && !text.ends_with("\\|"); }
};

Block BlockReader::next() {
  bool after_blank_line = false;
  while (at_ < bytes_.size()) {
    const PhysicalLine line(bytes_, at_);
    if (line.opens_row()) return read_row(line, after_blank_line);
    at_ = line.next;
    if (!line.is_blank()) return {is_heading(line.text) ? Block::Kind::Heading : Block::Kind::Text, line.text, after_blank_line};
    after_blank_line = true;
  }
  return {};
}

Block BlockReader::read_row(const PhysicalLine& first, bool after_blank_line) {
  bool closed = first.closes_row() && first.text.size() > 1;
  const auto begin = static_cast<std::size_t>(first.text.data() - bytes_.data());
  std::size_t closed_end = closed ? first.next : 0;
  std::size_t open_end = 0;  // the first blank line
  std::size_t at = first.next;
  while (at < bytes_.size()) {
    const PhysicalLine line(bytes_, at);
    if (line.is_blank()) {
      if (closed) break;
      if (open_end == 0) open_end = at;
    } else if ((line.opens_row() && (closed || !line.indented || open_end > 0)) || (is_heading(line.text) && !line.indented)) {
      break;
    } else {
      closed = line.closes_row();
      if (closed) closed_end = line.next;
    }
    at = line.next;
  }
  if (closed_end > 0) at_ = closed_end;
  else at_ = open_end > 0 ? open_end : at;
  return {Block::Kind::Row, trim(bytes_.substr(begin, at_ - begin)), after_blank_line};
}

}  // namespace digestkg
