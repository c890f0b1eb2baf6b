#pragma once
// Graphviz's bytes -> the bytes that are written: safe to show anywhere and the same on every run.

#include <digestkg/output.hpp>

#include <string_view>

namespace digestkg::exporters {

/// Groups get the tooltip of what they draw as title in place of a node's number, colours get their dark counterparts for readers of
/// dark pages, comments and the document type go.
void write_svg(std::string_view svg, Output& output);
/// Cairo 1.16 stamps the time of writing; the stamp becomes a fixed one.
void write_pdf(std::string_view pdf, Output& output);

}  // namespace digestkg::exporters
