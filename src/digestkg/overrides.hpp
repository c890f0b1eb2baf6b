#pragma once
// What a user knows better than resolution: which names are one thing or not, what kind a thing is, which facts are wrong.

#include <digestkg/ontology.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace digestkg {

/// See docs/overrides.md. Names match folded, papers by arXiv id.
struct Overrides {
  struct Names {
    std::vector<std::string> names;
  };
  struct KindOf {
    std::string name;
    KindSet kinds;
  };
  /// A fact or result that is not taken up. What is absent or empty matches everything.
  struct Rejection {
    std::string paper, subject, object, value;
    std::optional<Relation> relation;
  };
  std::vector<Names> same;   ///< each list is one thing; a list of one name: never split by paper
  std::vector<Names> apart;  ///< no two of a list are one thing
  std::vector<KindOf> kinds;
  std::vector<Rejection> rejections;
};

/// Reads the TOML form; `name` stands in errors. Throws Error with file, line and column.
Overrides parse_overrides(std::string_view name, std::string_view toml);
Overrides read_overrides(const std::string& path);

}  // namespace digestkg
