#pragma once
// Text -> cells of delimited files (RFC 4180: quotes are doubled, a backslash is a letter like any other).

#include <digestkg/output.hpp>

#include <string_view>

namespace digestkg::exporters {

/// Between quotes. Line breaks become blanks and other control characters U+FFFD, so that a row is a line in every reader.
void write_quoted(Output& out, std::string_view text);
/// The same inside a cell that the caller has opened with a quote.
void write_inside_quotes(Output& out, std::string_view text);
/// Without quotes where the text needs none.
void write_cell(Output& out, std::string_view text, char delimiter);

}  // namespace digestkg::exporters
