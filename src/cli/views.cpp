// `benchmark=MATH` -> a request for a view.

#include "cli/views.hpp"

#include "base/spelling.hpp"

#include <digestkg/diagnostic.hpp>

#include <algorithm>
#include <array>
#include <vector>

namespace digestkg::cli {

std::span<const ViewName> view_names() {
  static constexpr std::array list{
      ViewName{"outperforms", ViewKind::Outperforms, Subject::Optional, "who beats whom, the strongest claims first; with a name, on or around it"},
      ViewName{"benchmark", ViewKind::Benchmark, Subject::Required, "the ranked results on a benchmark"},
      ViewName{"around", ViewKind::Around, Subject::Required, "what stands near a name"},
      ViewName{"paper", ViewKind::Paper, Subject::Required, "one paper: what it introduces, uses, beats and reports"},
      ViewName{"authors", ViewKind::Authors, Subject::None, "who writes with whom"},
      ViewName{"timeline", ViewKind::Timeline, Subject::None, "what came when"},
  };
  return list;
}

ViewRequest parse_view(std::string_view text) {
  const std::size_t equals = text.find('=');
  const std::string_view name = text.substr(0, equals);
  const auto all = view_names();
  const auto at = std::ranges::find(all, name, &ViewName::name);
  if (at == all.end()) {
    std::vector<std::string_view> names;
    for (const ViewName& view : all) names.push_back(view.name);
    throw Error("unknown view '" + std::string(name) + "'" + did_you_mean(name, names), Error::Cause::Usage);
  }
  ViewRequest request;
  request.kind = at->kind;
  if (equals != std::string_view::npos) request.name = text.substr(equals + 1);
  if (at->subject == Subject::Required && request.name.empty())
    throw Error("view '" + std::string(name) + "' needs a name: " + std::string(name) + "=NAME", Error::Cause::Usage);
  if (at->subject == Subject::None && !request.name.empty())
    throw Error("view '" + std::string(name) + "' takes no name", Error::Cause::Usage);
  return request;
}

}  // namespace digestkg::cli
