#pragma once
// What a page that holds its own data and allows its own script alone needs: gzip, base64 and SHA-256.

#include <string>
#include <string_view>

namespace digestkg::exporters {

/// Without time and name, so that equal bytes give equal files.
std::string gzip(std::string_view bytes);
std::string base64(std::string_view bytes);
/// The 32 bytes of FIPS 180-4.
std::string sha256(std::string_view bytes);

}  // namespace digestkg::exporters
