// Namespaces -> prefixes, and IRIs -> prefixed names where Turtle allows them.

#include "exporters/rdf_prefixes.hpp"

#include "base/escape.hpp"
#include "exporters/rdf_terms.hpp"

#include <digestkg/diagnostic.hpp>

#include <algorithm>

namespace digestkg::exporters {
namespace {

constexpr bool is_alphanumeric(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_prefix_name(std::string_view name) {
  const auto in_name = [](char c) { return is_alphanumeric(c) || c == '-' || c == '_'; };
  const bool starts_with_letter = !name.empty() && is_alphanumeric(name[0]) && !(name[0] >= '0' && name[0] <= '9');
  return starts_with_letter && !name.starts_with("xml") && std::ranges::all_of(name, in_name);
}

/// A subset of Turtle's PN_LOCAL that all readers agree on. IRIs are legal, so `%` stands before two hex digits.
bool is_local_name(std::string_view local) {
  const auto forbidden = [](auto c) {
    return (c < '%') | ((c > '%') & (c < '-')) | (c == '/') | ((c > '9') & (c < 'A')) | ((c > 'Z') & (c < '_')) | (c == '`') | (c > 'z');
  };
  if (local.empty() || local.front() == '-' || local.front() == '.' || local.back() == '.') return false;
  return find_special(local, 0, forbidden) == local.size();
}

}  // namespace

Prefixes::Prefixes(const ExportOptions& options) {
  for (const SpaceInfo& space : spaces)
    all_.push_back({std::string(space.prefix), space.space == Space::Base ? options.base : std::string(space.iri)});
  for (const auto path : prefixed_paths) all_.push_back({std::string(path), std::string(options.base).append(path).append("/")});
  for (const auto& [name, iri] : options.prefixes) {
    if (!is_prefix_name(name) || !is_namespace(iri)) throw Error(std::string("no prefix: ").append(name).append("=").append(iri), Error::Cause::Usage);
    const auto known = std::ranges::find(all_, iri, &Prefix::iri);
    if (known != all_.end()) known->name = name;
    else all_.push_back({name, iri});
  }
  std::vector<std::string_view> names;
  names.reserve(all_.size());
  for (const Prefix& prefix : all_) names.push_back(prefix.name);
  std::ranges::sort(names);
  if (const auto twice = std::ranges::adjacent_find(names); twice != names.end())
    throw Error("prefix stands for two namespaces: " + std::string(*twice), Error::Cause::Usage);
}

std::vector<Prefix> Prefixes::vocabularies() const {
  std::vector<Prefix> found;
  for (std::size_t i = 0; i < all_.size(); ++i)
    if (!all_[i].name.empty() && (i < spaces.size() || i >= spaces.size() + prefixed_paths.size())) found.push_back(all_[i]);
  return found;
}

std::uint8_t prefixed_path(std::string_view local) {
  const std::size_t slash = local.find('/');
  if (slash == std::string_view::npos || !is_local_name(local.substr(slash + 1))) return 0;
  const auto path = std::ranges::find(prefixed_paths, local.substr(0, slash));
  return path == prefixed_paths.end() ? 0 : static_cast<std::uint8_t>(path - prefixed_paths.begin() + 1);
}

}  // namespace digestkg::exporters
