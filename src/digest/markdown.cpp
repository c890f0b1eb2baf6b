// Digest Markdown -> entries: headings give the day, tables the rows, rows their cells.

#include "digest/blocks.hpp"
#include "digest/date.hpp"
#include "digest/faults.hpp"
#include "digest/formats.hpp"
#include "digest/row.hpp"

#include <algorithm>
#include <optional>

namespace digestkg {
namespace {

bool same_word(std::string_view left, std::string_view right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(), [](char l, char r) { return (l | 0x20) == (r | 0x20); });
}

/// Whether a row heads a table of papers.
bool heads_papers(std::string_view row) {
  const std::size_t end = row.find('|', 1);
  std::string_view cell = row.substr(1, end == std::string_view::npos ? end : end - 1);
  while (cell.starts_with(' ')) cell.remove_prefix(1);
  while (cell.ends_with(' ')) cell.remove_suffix(1);
  return same_word(cell, "title");
}

bool announces_papers(std::string_view heading) {
  return heading.find("apers for ") != std::string_view::npos && !written_days(heading).empty();
}

/// A cell's text with the pipes that the table made its writer escape.
std::string unescape_pipes(std::string text) {
  std::size_t at = text.find("\\|");
  if (at == std::string::npos) return text;
  std::string plain = text.substr(0, at);
  for (; at < text.size(); ++at)
    if (text.compare(at, 2, "\\|") != 0) plain += text[at];
  return plain;
}

class MarkdownReader {
 public:
  MarkdownReader(std::string_view name, std::string_view bytes, Reading& reading)
      : faults_(name, bytes, reading), blocks_(bytes), path_day_(day_of_path(name)), day_(path_day_) {}

  void read() {
    for (Block block = blocks_.next(), after; block.kind != Block::Kind::End; block = after) {
      after = blocks_.next();
      if (block.kind == Block::Kind::Heading) take_heading(block.text);
      else if (block.kind == Block::Kind::Text) take_text(block);
      else take_row(block, after.kind == Block::Kind::Row && is_delimiter_row(after.text));
    }
  }

 private:
  enum class Table { None, Papers, Other };

  void take_heading(std::string_view heading) {
    table_ = Table::None;
    const std::vector<std::string_view> days = written_days(heading);
    if (days.empty()) return;
    const std::size_t at = faults_.offset_of(days.front());
    if (!is_day(days.front())) {
      day_ = path_day_;
      faults_.warn(at, std::string(days.front()) + " is no day of the calendar" +
                           (day_.empty() ? std::string() : "; " + day_ + " is taken from the name of the file"));
      return;
    }
    day_ = days.front();
    const auto other = std::find_if(days.begin(), days.end(), [&](std::string_view day) { return day != day_; });
    if (other != days.end()) {
      faults_.warn(faults_.offset_of(*other), "the heading names two days; " + day_ + " is taken");
    } else if (!path_day_.empty() && path_day_ != day_) {
      faults_.warn(at, "the name of the file says " + path_day_ + "; " + day_ + " is taken");
    }
  }

  /// Prose around a table belongs there; right behind a row it may be a part of it.
  void take_text(const Block& block) {
    if (table_ == Table::Papers && !block.after_blank_line && !in_text_)
      faults_.warn(faults_.offset_of(block.text), "text behind a row is in none of its cells");
    in_text_ = true;
  }

  void take_row(const Block& block, bool is_head) {
    const std::string_view row = block.text;
    in_text_ = false;
    if (is_delimiter_row(row)) return;
    if (heads_papers(row)) {
      table_ = Table::Papers;
    } else if (is_head && !has_paper_link(row)) {
      table_ = Table::Other;
      faults_.warn(faults_.offset_of(row), "a table whose first column is no title is passed over");
    } else if (table_ == Table::Papers || has_paper_link(row)) {
      if (table_ == Table::None) table_ = Table::Papers;
      read_row(row);
    } else if (table_ == Table::None) {
      table_ = Table::Other;
      faults_.warn(faults_.offset_of(row), "a row outside a table of papers is passed over");
    }
  }

  void read_row(std::string_view row) {
    const std::size_t begin = faults_.offset_of(row);
    if (faults_.too_long(begin, row.size())) return;
    const RowCells cells = split_row(row);
    if (!cells.fault.empty()) return faults_.reject(faults_.offset_of(cells.fault_at), cells.fault);
    if (day_.empty()) return faults_.reject(begin, "neither a heading nor the name of the file tells the day");
    const PaperLink& link = cells.arxiv_url.empty() ? cells.huggingface : cells.arxiv;
    ArxivId id = parse_arxiv_id(link.id);
    if (!id.fault.empty())
      return faults_.reject(faults_.offset_of(link.id), faults_.clean(link.id) + ' ' + std::string(id.fault));
    Entry entry;
    entry.title = unescape_pipes(faults_.clean(cells.title));
    if (entry.title.empty()) return faults_.reject(begin, "the title is empty");
    if (!cells.huggingface_url.empty() && !cells.arxiv_url.empty() && parse_arxiv_id(cells.huggingface.id).id != id.id)
      faults_.warn(faults_.offset_of(cells.huggingface.id), "the links name two papers; " + id.id + " is taken");
    entry.id = std::move(id.id);
    entry.date = day_;
    entry.authors = read_authors(cells.authors);
    entry.summary = unescape_pipes(faults_.clean(cells.summary));
    if (!cells.arxiv_url.empty()) entry.arxiv_url = paper_address(faults_.clean(cells.arxiv_url));
    if (!cells.huggingface_url.empty()) entry.huggingface_url = paper_address(faults_.clean(cells.huggingface_url));
    if (entry.summary.empty()) faults_.warn(begin, "the summary is empty");
    if (!cells.closed) faults_.warn(faults_.offset_of(row) + row.size() - 1, "the row does not end in |");
    faults_.accept(begin, std::move(entry));
  }

  std::vector<std::string> read_authors(std::string_view cell) {
    std::vector<std::string_view> written;
    while (!cell.empty()) {
      const std::size_t end = std::min(cell.find(','), cell.size());
      written.push_back(cell.substr(0, end));
      cell.remove_prefix(std::min(end + 1, cell.size()));
    }
    std::vector<std::string> authors = faults_.clean(written);
    for (std::string& author : authors) author = unescape_pipes(std::move(author));
    std::erase(authors, "");
    return authors;
  }

  Faults faults_;
  BlockReader blocks_;
  std::string path_day_;
  std::string day_;
  Table table_ = Table::None;
  bool in_text_ = false;
};

}  // namespace

bool is_markdown_digest(std::string_view, std::string_view bytes) {
  BlockReader blocks(bytes);
  for (Block block = blocks.next(); block.kind != Block::Kind::End; block = blocks.next()) {
    if (block.kind == Block::Kind::Heading && announces_papers(block.text)) return true;
    if (block.kind == Block::Kind::Row && (heads_papers(block.text) || has_paper_link(block.text))) return true;
  }
  return false;
}

Reading read_markdown(std::string_view name, std::string_view bytes) {
  Reading reading;
  reading.files = 1;
  MarkdownReader(name, bytes, reading).read();
  return reading;
}

}  // namespace digestkg
