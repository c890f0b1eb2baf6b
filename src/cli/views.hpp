#pragma once
// The views by the names that the command line gives them.

#include <digestkg/view.hpp>

#include <span>
#include <string_view>

namespace digestkg::cli {

enum class Subject { None, Optional, Required };

struct ViewName {
  std::string_view name;  ///< `around`: for `view --around NAME`, `build --view around=NAME`
  ViewKind kind;
  Subject subject;        ///< does it need a name?
  std::string_view description;
};

std::span<const ViewName> view_names();

/// `authors` or `benchmark=MATH`. Throws Error for a view that is none, or that lacks its name.
ViewRequest parse_view(std::string_view text);

}  // namespace digestkg::cli
