// A file of weights -> the bytes that scoring reads.

#include "extract/compiled_model.hpp"

#include "extract/features.hpp"

#include <digestkg/diagnostic.hpp>

#include <algorithm>
#include <array>
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

template <std::size_t classes>
CompiledModel::Lanes CompiledModel::sum_of(std::span<const std::uint32_t> keys) const {
  constexpr std::size_t most_at_once = 64, size = slot_size(classes);
  std::array<const char*, most_at_once> slots;  // all looked for before the first is read: memory answers many while it would keep one waiting
  Lanes sums{};
  std::int32_t sum = 0;
  while (!keys.empty()) {
    const auto some = keys.first(std::min(most_at_once, keys.size()));
    for (std::size_t i = 0; i < some.size(); ++i) __builtin_prefetch(slots[i] = slot(some[i], size));
    for (std::size_t i = 0; i < some.size(); ++i) {
      if constexpr (classes == 1) sum += weight_in(slots[i], some[i]);
      else sums += weights_in(slots[i], some[i], classes);
    }
    keys = keys.subspan(some.size());
  }
  if (classes == 1) sums[0] = sum;
  return sums;
}

CompiledModel::Lanes CompiledModel::sum(std::span<const std::uint32_t> keys) const {
  switch (classes_) {
    case 1: return sum_of<1>(keys);
    case 2: return sum_of<2>(keys);
    case 3: return sum_of<3>(keys);
    default: return sum_of<4>(keys);
  }
}

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
  std::vector<std::uint32_t> keys;
  keys.reserve(all.size());
  for (const Weighted& weighted : all) keys.push_back(weighted.key);
  const std::string hash = make_perfect_hash(keys);
  const PerfectHash places(hash.data());
  const std::size_t size = CompiledModel::slot_size(classes);
  std::string slots(CompiledModel::slots_size(places.slots(), classes), '\0');
  for (const Weighted& weighted : all) {
    char* const slot = &slots[places.slot(weighted.key) * size];
    const auto mark = static_cast<std::uint16_t>(weighted.key >> 16);
    std::memcpy(slot, weighted.weights.data(), 2 * classes);
    std::memcpy(slot + 2 * classes, &mark, 2);
  }
  const auto count = static_cast<std::uint32_t>(classes);
  return std::string(reinterpret_cast<const char*>(&count), 4) + hash + slots;
}

}  // namespace digestkg
