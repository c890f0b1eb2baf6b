// Names -> IRIs: percent-encoding that loses nothing.

#include <digestkg/graph.hpp>

#include <algorithm>
#include <array>

namespace digestkg {
namespace {

constexpr std::array<bool, 256> unreserved = [] {
  std::array<bool, 256> plain{};
  for (const char c : std::string_view("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._"))
    plain[static_cast<unsigned char>(c)] = true;
  return plain;
}();

}  // namespace

std::string make_iri(std::string_view kind, std::string_view key) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  std::string iri;
  iri.reserve(kind.size() + 1 + key.size());
  iri.append(kind) += '/';
  const bool dots = key == "." || key == "..";  // as segments of a path they would be folded away
  for (auto at = key.begin(); at != key.end();) {
    const auto plain = dots ? at : std::find_if(at, key.end(), [](char c) { return !unreserved[static_cast<unsigned char>(c)]; });
    iri.append(at, plain);
    if (plain == key.end()) break;
    const auto byte = static_cast<unsigned char>(*plain);
    iri.append({'%', hex[byte >> 4], hex[byte & 15]});
    at = plain + 1;
  }
  return iri;
}

}  // namespace digestkg
