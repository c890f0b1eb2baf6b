// A file of weights -> the bytes that scoring reads.

#include "extract/compiled_model.hpp"

#include "extract/features.hpp"

#include <digestkg/diagnostic.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>
#include <vector>

namespace digestkg {
namespace {

/// The text up to `separator`, which is taken off `rest` with it.
std::string_view take(std::string_view& rest, char separator) {
  const std::size_t at = std::min(rest.find(separator), rest.size());
  const std::string_view part = rest.substr(0, at);
  rest.remove_prefix(std::min(at + 1, rest.size()));
  return part;
}

std::string unescape(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%' || i + 2 >= text.size()) {
      plain += text[i];
      continue;
    }
    unsigned code = 0;
    std::from_chars(text.data() + i + 1, text.data() + i + 3, code, 16);
    plain += static_cast<char>(code);
    i += 2;
  }
  return plain;
}

template <class Number>
Number parse(std::string_view text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) throw Error("weights: not a number: " + std::string(text));
  return value;
}

/// In thousandths: the quotient by 1000 is the very float that the decimal is read as.
std::int16_t thousandths(std::string_view text) {
  const double value = 1000 * parse<double>(text);
  const double rounded = std::round(value);
  if (std::abs(rounded) > 32767 || std::abs(value - rounded) > 1e-6) throw Error("weights: not within 32.767 in three decimals: " + std::string(text));
  return static_cast<std::int16_t>(rounded);
}

struct Weighted {
  std::uint32_t key = 0;
  std::array<std::int16_t, CompiledModel::most_classes> weights{};
};

std::vector<Weighted> read_weights(std::string_view lines, std::size_t classes) {
  std::vector<Weighted> all;
  while (!lines.empty()) {
    std::string_view line = take(lines, '\n');
    if (line.empty()) continue;
    Weighted weighted{feature_hash(take(line, '\t')), {}};
    for (std::size_t c = 0; c < classes; ++c) weighted.weights[c] = thousandths(take(line, '\t'));
    all.push_back(weighted);
  }
  // Of two features with one hash the later one counts.
  std::ranges::reverse(all);
  std::ranges::stable_sort(all, {}, &Weighted::key);
  const auto doubles = std::ranges::unique(all, {}, &Weighted::key);
  all.erase(doubles.begin(), doubles.end());
  return all;
}

}  // namespace

std::uint32_t feature_hash(std::string_view written) {
  const std::size_t equals = written.find('=');
  std::uint32_t h = word_hash(written.substr(0, equals));
  if (equals == std::string_view::npos) return h;
  std::string_view rest = written.substr(equals + 1);
  bool more = true;
  while (more) {
    more = rest.find('|') != std::string_view::npos;
    const std::string_view part = take(rest, '|');
    const bool number = part.starts_with('#');
    h = combine(h, number ? Part(parse<int>(part.substr(1))).hash : word_hash(part.find('%') == std::string_view::npos ? part : unescape(part)));
  }
  return h;
}

std::string compile_model(std::string_view tsv) {
  std::string_view head = take(tsv, '\n');
  if (take(head, '\t') != "classes") throw Error("weights: the first line must name the classes");
  const std::size_t classes = 1 + static_cast<std::size_t>(std::ranges::count(head, '\t'));
  if (classes > CompiledModel::most_classes) throw Error("weights: too many classes");
  const std::vector<Weighted> all = read_weights(tsv, classes);
  std::vector<std::uint32_t> filter(std::bit_ceil(8 * all.size() / 32 + 1));
  const std::size_t slots = all.size() + all.size() / 2 + CompiledModel::tail, size = CompiledModel::slot_size(classes);
  std::string keyed(slots * size, '\0');
  std::size_t next = 0;
  for (const Weighted& weighted : all) {
    filter[weighted.key / 32 % filter.size()] |= 1u << (weighted.key % 32);
    const std::size_t i = std::max(next, CompiledModel::home(weighted.key, slots));
    if (i + 1 >= slots) throw Error("weights: too many features of like hashes");
    next = i + 1;
    std::memcpy(&keyed[i * size], &weighted.key, 4);
    std::memcpy(&keyed[i * size + 4], weighted.weights.data(), 2 * classes);
  }
  const std::array<std::uint32_t, 3> sizes{static_cast<std::uint32_t>(classes), static_cast<std::uint32_t>(filter.size()), static_cast<std::uint32_t>(slots)};
  std::string bytes(reinterpret_cast<const char*>(sizes.data()), sizeof sizes);
  bytes.append(reinterpret_cast<const char*>(filter.data()), 4 * filter.size());
  return bytes + keyed;
}

}  // namespace digestkg
