// A view -> one HTML page that needs no network: the script and style of exporters/page/, and the graph as base64 of gzip, so that no
// text of the data ever stands in the page's source.

#include "exporters/exporters.hpp"
#include "exporters/page_bytes.hpp"
#include "exporters/page_data.hpp"
#include "exporters/palette.hpp"

#include "ontology/embedded.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>

namespace digestkg {
std::span<const EmbeddedFile> page_files();  // made by src/cmake/Embed.cmake
}

namespace digestkg::exporters {
namespace {

/// Each sees what stands before it.
constexpr std::array<std::string_view, 8> modules{"dom.js",  "data.js",    "filters.js", "search.js",
                                                  "map.js",  "boards.js",  "details.js", "page.js"};

std::string_view page_file(std::string_view name) {
  for (const EmbeddedFile& file : page_files())
    if (file.name == name) return file.bytes;
  throw std::logic_error("no page file " + std::string(name));
}

/// The modules on end as one script: a page opened from a disk may not import files. Lines of import go, and the word export.
std::string script() {
  std::string all = "'use strict';\n(() => {\n";
  for (const std::string_view name : modules) {
    std::string_view rest = page_file(name);
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size() - 1) + 1;
      std::string_view line = rest.substr(0, end);
      rest.remove_prefix(end);
      if (line.starts_with("import ")) continue;
      if (line.starts_with("export ")) line.remove_prefix(7);
      all += line;
    }
  }
  return all + "})();\n";
}

void add_colours(std::string& css, bool dark) {
  const auto add = [&](std::string_view name, const Shade& shade) {
    css.append("--").append(name).append(":").append(dark ? shade.dark : shade.light).append(";");
  };
  using namespace shade;
  add("ground", ground), add("ink", ink), add("muted", muted), add("rule", rule), add("line", line);
  add("panel", panel), add("panel-edge", panel_edge), add("bar-ground", bar_ground), add("bar", bar);
  for (const KindInfo& kind : kinds()) {
    add(kind.record, look(kind.kind).stroke);
    add(std::string(kind.record) + "-fill", look(kind.kind).fill);
  }
}

/// The reader's choice, which page.js notes at the root, goes before the system's.
std::string style() {
  std::string css = ":root{color-scheme:light;";
  add_colours(css, false);
  css += "}\n:root[data-theme=dark]{color-scheme:dark;";
  add_colours(css, true);
  css += "}\n";
  return css.append(page_file("page.css"));
}

std::string source_hash(std::string_view text) { return "'sha256-" + base64(sha256(text)) + "'"; }

}  // namespace

void write_html(const View& view, const ExportOptions& options, Output& out) {
  const std::string css = style(), js = script();
  out << "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      << "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src " << source_hash(js) << "; style-src "
      << source_hash(css) << "; img-src data:; base-uri 'none'; form-action 'none'\">\n"
      << "<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n"
      << "<link rel=\"icon\" href=\"data:,\">\n<title>digestkg</title>\n<style>" << css << "</style>\n</head>\n"
      << page_file("body.html") << "<script id=\"data\" type=\"text/plain\">" << base64(gzip(page_data(view, options))) << "</script>\n<script>"
      << js << "</script>\n</body>\n</html>\n";
}

}  // namespace digestkg::exporters
