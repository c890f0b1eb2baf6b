#pragma once
// Texts -> their order.

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace digestkg {

/// Numbers of the texts, sorted by what they say. On up to `jobs` threads.
std::vector<std::uint32_t> text_order(std::span<const std::string_view> texts, unsigned jobs);

}  // namespace digestkg
