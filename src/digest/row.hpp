#pragma once
// One logical row of a digest's table -> its cells.

#include "digest/arxiv_id.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace digestkg {

/// The cells of a row as parts of it. Pipes that nobody escaped stay in the title and the summary: the links tell where the title
/// ends, and the authors hold none.
struct RowCells {
  std::string_view title;
  std::string_view authors;
  std::string_view summary;
  std::string_view arxiv_url;
  std::string_view huggingface_url;
  PaperLink arxiv;
  PaperLink huggingface;
  bool closed = true;      ///< the row ends in `|`
  std::string fault;       ///< why the row cannot be read; empty when it can
  std::string_view fault_at;
};

/// Linear in the length of the row, which starts with `|`.
RowCells split_row(std::string_view row);

/// The cells between unescaped pipes, trimmed.
std::vector<std::string_view> plain_cells(std::string_view row);

bool has_paper_link(std::string_view row);
bool is_delimiter_row(std::string_view row);

}  // namespace digestkg
