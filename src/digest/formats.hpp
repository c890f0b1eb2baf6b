#pragma once
// The readers that formats.cpp lists; each takes the whole text of one input.

#include <digestkg/digest.hpp>

#include <string_view>

namespace digestkg {

/// As the public read_entries(), on up to `jobs` threads where the format allows it; the result does not depend on `jobs`. Packed bytes
/// are unpacked up to `most` bytes.
Reading read_entries(std::string_view name, std::string_view bytes, unsigned jobs, std::size_t most);

bool is_markdown_digest(std::string_view name, std::string_view bytes);
Reading read_markdown(std::string_view name, std::string_view bytes);

bool is_json_lines(std::string_view name, std::string_view bytes);
Reading read_json_lines(std::string_view name, std::string_view bytes);

bool is_atom_feed(std::string_view name, std::string_view bytes);
Reading read_atom(std::string_view name, std::string_view bytes);

}  // namespace digestkg
