#pragma once
// Namespaces -> the short names that Turtle, TriG, RDF/XML and JSON-LD declare for them.

#include "exporters/rdf.hpp"

#include <vector>

namespace digestkg::exporters {

struct Prefix {
  std::string name;
  std::string iri;
};

class Prefixes {
 public:
  /// Names of `options.prefixes` come before our own. Throws Error (Usage) for a name that is none or stands for two IRIs.
  explicit Prefixes(const ExportOptions& options);

  /// All of them, in the order in which a file declares them.
  const std::vector<Prefix>& all() const { return all_; }
  std::string_view name(Space space) const { return all_[static_cast<std::size_t>(space)].name; }
  /// Those that are not parts of the base.
  std::vector<Prefix> vocabularies() const;
  std::string_view iri(Space space) const { return all_[static_cast<std::size_t>(space)].iri; }
  /// `paper`, by Iri::path, which is not 0.
  std::string_view path_name(std::uint8_t path) const { return all_[spaces.size() + path - 1].name; }

 private:
  std::vector<Prefix> all_;  // spaces, prefixed_paths, then those that only the options have
};

}  // namespace digestkg::exporters
