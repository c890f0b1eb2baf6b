#pragma once
// A view -> the bytes that the page of html.cpp reads: a JSON header, which names and measures them, and flat arrays after it.

#include <digestkg/export.hpp>

#include <string>

namespace digestkg::exporters {

/// Little-endian: u32 length of the header, the header, then each of its `arrays` [name, type, length], all at multiples of 4 bytes.
/// A list of texts NAME is two arrays: `NAME`, their UTF-8 bytes on end, and `NAME_size`, the bytes of each.
std::string page_data(const View& view, const ExportOptions& options);

}  // namespace digestkg::exporters
