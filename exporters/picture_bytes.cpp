// Graphviz's SVG and PDF -> SVG with readable titles and a dark theme, PDF without the time of writing.

#include "exporters/picture_bytes.hpp"

#include "exporters/palette.hpp"

#include <algorithm>
#include <string>

namespace digestkg::exporters {
namespace {

std::string dark_theme() {
  std::string css = "<style>@media (prefers-color-scheme:dark){";
  for (const Shade& c : all_shades())
    for (const std::string_view property : {"fill", "stroke"})
      ((((css += '[') += property) += "=\"").append(c.light) += "\"]{").append(property).append(":").append(c.dark) += '}';
  return css + "[fill=\"white\"]{fill:" + std::string(shade::ground.dark) + "}}text{white-space:pre}</style>\n";
}

/// What stands between `before` and `after` from `at` on; empty when it is not there.
std::string_view between(std::string_view text, std::size_t at, std::string_view before, std::string_view after) {
  const auto begin = text.find(before, at);
  if (begin == std::string_view::npos) return {};
  const auto end = text.find(after, begin + before.size());
  return end == std::string_view::npos ? std::string_view{} : text.substr(begin + before.size(), end - begin - before.size());
}

/// The tooltip of the group whose `<title>` stands at `at`: a link is its first child when it has one.
std::string_view tooltip_of_group(std::string_view svg, std::size_t at) {
  constexpr std::string_view close = "</title>\n";
  const auto end = svg.find(close, at);
  if (end == std::string_view::npos) return {};
  const std::string_view rest = svg.substr(end + close.size());
  return rest.starts_with("<g id=\"a_") ? between(rest.substr(0, rest.find('>', rest.find("<a ")) + 1), 0, "xlink:title=\"", "\"") : std::string_view{};
}

}  // namespace

void write_svg(std::string_view svg, Output& output) {
  output << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  bool styled = false;
  for (std::size_t at = svg.find("<svg"); at < svg.size();) {
    const std::size_t next = std::min(svg.find('<', at), svg.size());
    output << svg.substr(at, next - at);
    const std::string_view rest = svg.substr(next);
    if (rest.starts_with("<!--")) {
      at = std::min(rest.find("-->"), rest.size() - 3) + 3 + next;
      if (at < svg.size() && svg[at] == '\n') ++at;
      continue;
    }
    if (rest.starts_with("<title>")) {
      const std::string_view tip = tooltip_of_group(svg, next);
      if (!tip.empty() && tip != " ") output << "<title>" << tip << "</title>\n";
      at = next + rest.find("</title>") + 9;
      continue;
    }
    const std::size_t end = next + std::min(rest.find('>'), rest.size() - 1) + 1;
    std::string_view tag = svg.substr(next, next < svg.size() ? end - next : 0);
    for (auto bad = tag.find("\"transparent\""); bad != std::string_view::npos; bad = tag.find("\"transparent\"")) {
      output << tag.substr(0, bad) << "\"none\"";
      tag.remove_prefix(bad + 13);
    }
    output << tag;
    if (!styled && rest.starts_with("<svg")) {
      output << '\n' << dark_theme();
      styled = true;
    }
    at = next < svg.size() ? end : svg.size();
  }
}

void write_pdf(std::string_view pdf, Output& output) {
  constexpr std::string_view key = "/CreationDate (D:", fixed = "20000101000000";
  const auto at = pdf.find(key);
  if (at == std::string_view::npos || at + key.size() + fixed.size() > pdf.size()) {
    output << pdf;
    return;
  }
  const std::size_t begin = at + key.size();
  output << pdf.substr(0, begin) << fixed << pdf.substr(begin + fixed.size());
}

}  // namespace digestkg::exporters
