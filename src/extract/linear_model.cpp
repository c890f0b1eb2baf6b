// A file of weights -> a hash table that sums them.

#include "extract/linear_model.hpp"

#include "ontology/embedded.hpp"

#include <digestkg/diagnostic.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

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

LinearModel::LinearModel(std::string_view tsv) {
  const auto lines = static_cast<std::size_t>(std::ranges::count(tsv, '\n'));
  std::size_t room = 16;
  while (room < lines * 2) room *= 2;
  keys_.resize(room);
  weights_.resize(room);
  mask_ = static_cast<std::uint32_t>(room - 1);
  std::string_view head = take(tsv, '\n');
  if (take(head, '\t') != "classes") throw Error("weights: the first line must name the classes");
  classes_ = 1 + static_cast<std::size_t>(std::ranges::count(head, '\t'));
  if (classes_ > most_classes) throw Error("weights: too many classes");
  while (!tsv.empty()) {
    std::string_view line = take(tsv, '\n');
    if (line.empty()) continue;
    const std::uint32_t key = feature_hash(take(line, '\t'));
    const std::size_t i = slot(key);
    keys_[i] = key;
    for (std::size_t c = 0; c < classes_; ++c) weights_[i][c] = parse<float>(take(line, '\t'));
  }
}

LinearModel LinearModel::embedded(std::string_view name) {
  const std::string path = "weights/" + std::string(name) + ".tsv";
  for (const EmbeddedFile& file : embedded_files())
    if (file.name == path) return LinearModel(file.bytes);
  return {};
}

LinearModel::Scores LinearModel::score(const HashedFeatures& features) const {
  Scores sums{};
  if (keys_.empty()) return sums;
  const auto add = [&](std::uint32_t key, float value) {
    const std::size_t i = slot(key);
    if (keys_[i] == 0) return;
    for (std::size_t c = 0; c < most_classes; ++c) sums[c] += value * weights_[i][c];
  };
  for (const std::uint32_t key : features.keys) add(key, 1.0F);
  for (const auto& [key, value] : features.reals) add(key, value);
  return sums;
}

float LinearModel::probability(float log_odds) { return 1.0F / (1.0F + std::exp(-log_odds)); }

}  // namespace digestkg
