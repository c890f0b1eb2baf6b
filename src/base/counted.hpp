#pragma once
// Counts as people write them.

#include <cstdint>
#include <string>
#include <string_view>

namespace digestkg {

/// `12,345`
std::string grouped(std::uint64_t number);
/// `1 paper`, `12,345 papers`
std::string counted(std::uint64_t number, std::string_view one, std::string_view many);

}  // namespace digestkg
