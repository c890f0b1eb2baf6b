// Words and numbers -> text for people, aligned and harmless to a terminal.

#include "cli/style.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <unistd.h>
#include <utf8proc.h>

namespace digestkg::cli {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

/// Calls visit(bytes, code point) for each character; a byte that is no UTF-8 comes as -1.
template <class Visit>
void each_character(std::string_view text, Visit visit) {
  while (!text.empty()) {
    utf8proc_int32_t point = -1;
    const auto read = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()), &point);
    const std::size_t length = read > 0 ? static_cast<std::size_t>(read) : 1;
    visit(text.substr(0, length), read > 0 ? point : -1);
    text.remove_prefix(length);
  }
}

std::size_t width(std::string_view text) {
  std::size_t columns = 0;
  each_character(text, [&](std::string_view, utf8proc_int32_t point) {
    columns += point < 0 ? 1 : static_cast<std::size_t>(std::max(0, utf8proc_charwidth(point)));
  });
  return columns;
}

}  // namespace

std::string printable(std::string_view text) {
  std::string clean;
  each_character(text, [&](std::string_view bytes, utf8proc_int32_t point) {
    const bool steers = point < 0x20 || (point >= 0x7F && point < 0xA0);
    clean += steers ? replacement : bytes;
  });
  return clean;
}

StandardOutput::StandardOutput() : DescriptorOutput(STDOUT_FILENO, "standard output") {}

int print(std::string_view text) {
  StandardOutput output;
  output << text;
  output.flush();
  return 0;
}

void complain(std::string_view lines) {
  std::string text;
  for (std::size_t begin = 0; begin <= lines.size();) {  // names of files may hold anything
    const std::size_t end = std::min(lines.find('\n', begin), lines.size());
    text += printable(lines.substr(begin, end - begin)) + '\n';
    begin = end + 1;
  }
  for (std::string_view rest = text; !rest.empty();) {
    const ssize_t n = ::write(STDERR_FILENO, rest.data(), rest.size());
    if (n <= 0) return;  // nobody is left to be told
    rest.remove_prefix(static_cast<std::size_t>(n));
  }
}

std::string human_size(std::uint64_t bytes) {
  constexpr std::array units{"B", "kB", "MB", "GB", "TB"};
  auto size = static_cast<double>(bytes);
  std::size_t unit = 0;
  for (; size >= 999.5 && unit + 1 < units.size(); ++unit) size /= 1000;
  std::array<char, 32> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), size, std::chars_format::fixed, unit > 0 && size < 99.95 ? 1 : 0).ptr;
  return std::string(text.data(), end) + ' ' + units[unit];
}

bool wants_colour(int descriptor) {
  const char* const no_color = std::getenv("NO_COLOR");
  const char* const term = std::getenv("TERM");
  return !(no_color && *no_color) && term && std::string_view(term) != "dumb" && ::isatty(descriptor) != 0;
}

std::string bold(std::string_view text, int descriptor) {
  return wants_colour(descriptor) ? "\x1B[1m" + std::string(text) + "\x1B[0m" : std::string(text);
}

void Table::row(std::vector<std::string> cells) {
  for (std::string& cell : cells) cell = printable(cell);
  rows_.push_back(std::move(cells));
}

void Table::align_right(std::size_t column) { right_.push_back(column); }

void Table::write(Output& output) const {
  std::vector<std::size_t> widths;
  for (const auto& cells : rows_) {
    widths.resize(std::max(widths.size(), cells.size()));
    for (std::size_t i = 0; i < cells.size(); ++i) widths[i] = std::max(widths[i], width(cells[i]));
  }
  for (const auto& cells : rows_) {
    std::string line = indent_;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::string padding(widths[i] - width(cells[i]), ' ');
      const bool right = std::ranges::find(right_, i) != right_.end();
      line += (right ? padding + cells[i] : cells[i] + padding) + "  ";
    }
    line.erase(line.find_last_not_of(' ') + 1);
    output << line << '\n';
  }
}

}  // namespace digestkg::cli
