// Namespaces -> prefixes, and IRIs -> prefixed names where Turtle allows them.

#include "exporters/rdf_prefixes.hpp"

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
  constexpr auto allowed = [] {
    std::array<bool, 256> table{};
    for (std::size_t c = 0; c < 128; ++c) table[c] = is_alphanumeric(static_cast<char>(c)) || c == '_' || c == '-' || c == '.' || c == '%';
    return table;
  }();
  if (local.empty() || local.front() == '-' || local.front() == '.' || local.back() == '.') return false;
  return std::ranges::all_of(local, [&](char c) { return allowed[static_cast<unsigned char>(c)]; });
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

std::optional<Prefixes::Name> Prefixes::shorten(Iri iri) const {
  if (iri.space == Space::Address) return std::nullopt;
  if (iri.space != Space::Base) return Name{name(iri.space), iri.local};
  const std::size_t slash = iri.local.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const auto path = std::ranges::find(prefixed_paths, iri.local.substr(0, slash));
  const std::string_view local = iri.local.substr(slash + 1);
  if (path == prefixed_paths.end() || !is_local_name(local)) return std::nullopt;
  return Name{all_[spaces.size() + static_cast<std::size_t>(path - prefixed_paths.begin())].name, local};
}

}  // namespace digestkg::exporters
