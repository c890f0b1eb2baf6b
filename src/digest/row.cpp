// One logical row of a digest's table -> its cells.

#include "digest/row.hpp"

#include <algorithm>
#include <optional>

namespace digestkg {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t longest_url = 300;
constexpr std::size_t longest_site = 64;  ///< what tells whether a paper's address begins here is shorter
constexpr std::string_view white = " \t\r\n\v\f";

std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(white);
  if (begin == npos) return text.substr(0, 0);
  return text.substr(begin, text.find_last_not_of(white) - begin + 1);
}

/// A Markdown link to a paper: `[text](url)`.
struct Link {
  std::size_t begin = 0;  ///< of the `[`
  std::size_t end = 0;    ///< after the `)`
  std::string_view text;
  std::string_view url;
  PaperLink paper;
};

std::optional<Link> find_paper_link(std::string_view row, std::size_t from = 0) {
  for (std::size_t at = row.find("](", from); at != npos; at = row.find("](", at + 2)) {
    if (parse_paper_link(row.substr(at + 2, longest_site)).site == PaperLink::Site::None) continue;
    std::string_view url = row.substr(at + 2, longest_url);
    const auto close = std::ranges::find_if(url, [](char c) { return c == ')' || c == ' ' || c == '\n' || c == '|'; });
    if (close == url.end() || *close != ')') continue;
    url = {url.begin(), close};
    const PaperLink paper = parse_paper_link(url);
    const std::size_t open = row.substr(from, at - from).rfind('[');
    const std::size_t begin = open == npos ? at : from + open;
    return Link{begin, at + 2 + url.size() + 1, open == npos ? std::string_view() : row.substr(begin + 1, at - begin - 1), url, paper};
  }
  return std::nullopt;
}

std::size_t find_pipe(std::string_view row, std::size_t from) {
  for (std::size_t at = row.find('|', from); at != npos; at = row.find('|', at + 1)) {
    const std::size_t text = at == 0 ? npos : row.find_last_not_of('\\', at - 1);
    const std::size_t backslashes = text == npos ? at : at - text - 1;
    if (backslashes % 2 == 0) return at;
  }
  return npos;
}

/// Without what leads over to the links: `(Read more on`, `- read more on`.
std::string_view without_lead(std::string_view title) {
  constexpr std::string_view lead = "read more on";
  title = trim(title);
  const auto same = [](char left, char right) { return (left | 0x20) == (right | 0x20); };
  if (title.size() < lead.size() || !std::equal(lead.rbegin(), lead.rend(), title.rbegin(), same)) return title;
  title = trim(title.substr(0, title.size() - lead.size()));
  if (title.ends_with('(') || title.ends_with('-')) title.remove_suffix(1);
  return trim(title);
}

void take_link(RowCells& cells, const Link& link) {
  const bool is_arxiv = link.paper.site == PaperLink::Site::Arxiv;
  std::string_view& url = is_arxiv ? cells.arxiv_url : cells.huggingface_url;
  if (!url.empty()) return;
  url = link.url;
  (is_arxiv ? cells.arxiv : cells.huggingface) = link.paper;
}

RowCells faulty(std::string fault, std::string_view at) {
  RowCells cells;
  cells.fault = std::move(fault);
  cells.fault_at = at;
  return cells;
}

std::string wrong_count(std::size_t cells) {
  return "the row has " + std::to_string(cells) + (cells == 1 ? " cell" : " cells") + ", not a title, authors and a summary";
}

/// `Title (Read more on [arXiv](..) or [HuggingFace](..)) | Authors | Summary`
RowCells split_title_shape(std::string_view row, const Link& first, std::size_t title_end, std::size_t authors_end) {
  RowCells cells;
  cells.title = first.begin == 0 ? std::string_view() : without_lead(row.substr(0, first.begin));
  if (cells.title.empty()) cells.title = first.text;
  take_link(cells, first);
  std::size_t at = first.end;
  while (const std::optional<Link> link = find_paper_link(row.substr(0, title_end), at)) {
    take_link(cells, *link);
    at = link->end;
  }
  cells.authors = row.substr(title_end + 1, authors_end - title_end - 1);
  cells.summary = row.substr(authors_end + 1);
  return cells;
}

/// `Title | Authors | Summary | [Read more](..)`
RowCells split_link_column_shape(std::string_view row) {
  const std::vector<std::string_view> all = plain_cells(row);
  const std::string_view last = all.back();
  const std::optional<Link> link = find_paper_link(last);
  if (!link || link->begin != 0 || link->end != last.size()) {
    if (all.size() < 3) return faulty(wrong_count(all.size()), row);
    return faulty("the row has no link to arXiv or HuggingFace beside its title", row);
  }
  if (all.size() < 4) return faulty(wrong_count(all.size() - 1), row);
  RowCells cells;
  cells.title = all[0];
  cells.authors = all[1];
  cells.summary = row.substr(all[2].data() - row.data(), all[all.size() - 2].end() - all[2].begin());
  take_link(cells, *link);
  return cells;
}

}  // namespace

RowCells split_row(std::string_view row) {
  row.remove_prefix(1);
  const bool closed = row.ends_with('|') && !row.ends_with("\\|");
  if (closed) row.remove_suffix(1);
  row = trim(row);
  const std::optional<Link> first = find_paper_link(row);
  const std::size_t title_end = first ? find_pipe(row, first->end) : npos;
  const std::size_t authors_end = title_end == npos ? npos : find_pipe(row, title_end + 1);
  RowCells cells = first && authors_end != npos ? split_title_shape(row, *first, title_end, authors_end) : split_link_column_shape(row);
  cells.closed = closed;
  return cells;
}

std::vector<std::string_view> plain_cells(std::string_view row) {
  std::vector<std::string_view> cells;
  for (std::size_t begin = 0;;) {
    const std::size_t pipe = find_pipe(row, begin);
    cells.push_back(trim(row.substr(begin, pipe == npos ? npos : pipe - begin)));
    if (pipe == npos) return cells;
    begin = pipe + 1;
  }
}

bool has_paper_link(std::string_view row) { return find_paper_link(row).has_value(); }

bool is_delimiter_row(std::string_view row) {
  return row.find_first_not_of("|-: \t\r\n") == npos && row.find('-') != npos;
}

}  // namespace digestkg
