#pragma once
// Features of linear models: written once as a template name and its values, summed into scores when reading, spelt out in words when
// the weights are fitted or a reading is explained.

#include "base/word_hash.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace digestkg {

/// One value of a feature: a word or a small number.
struct Part {
  std::uint32_t hash;
  int number = 0;
  std::string_view text;  ///< empty for a number

  constexpr Part(std::string_view word) : hash(word_hash(word)), text(word) {}
  constexpr Part(std::uint32_t known_hash, std::string_view word) : hash(known_hash), text(word) {}
  consteval Part(const char* word) : Part(std::string_view(word)) {}
  constexpr Part(int value) : hash((static_cast<std::uint32_t>(value) + 0x51ED270Bu) * 0x85EBCA6Bu), number(value) {}
  constexpr Part(bool value) : Part(static_cast<int>(value)) {}
};

/// Name of a feature template, hashed when the program is compiled.
struct FeatureName {
  std::uint32_t hash;
  std::string_view text;
  consteval FeatureName(const char* name) : hash(word_hash(name)), text(name) {}
};

/// Collects feature hashes. A sink has `add(name, parts...)` and `real(name, value)`.
class HashedFeatures {
 public:
  HashedFeatures() = default;
  HashedFeatures(HashedFeatures&&) = default;  // not copied: it points into its own buffer
  void clear() {
    next_ = keys_.data();
    reals_.clear();
  }
  template <class... Parts>
  void add(FeatureName name, const Parts&... parts) {
    std::uint32_t h = name.hash;
    ((h = combine(h, Part(parts).hash)), ...);
    if (next_ == end_) grow();
    *next_++ = h;
  }
  void real(FeatureName name, float value) { reals_.emplace_back(name.hash, value); }

  std::span<const std::uint32_t> keys() const { return {keys_.data(), next_}; }
  std::span<const std::pair<std::uint32_t, float>> reals() const { return reals_; }

 private:
  void grow() {
    const std::size_t size = keys_.size();
    keys_.resize(2 * size);
    next_ = keys_.data() + size;
    end_ = keys_.data() + keys_.size();
  }

  std::vector<std::uint32_t> keys_ = std::vector<std::uint32_t>(256);  ///< those before next_ are set
  std::uint32_t* next_ = keys_.data();
  std::uint32_t* end_ = keys_.data() + keys_.size();
  std::vector<std::pair<std::uint32_t, float>> reals_;
};

/// Collects features in words: `left=on`, `left,right=on|with`; numbers are written `#3`.
struct NamedFeatures {
  std::vector<std::pair<std::string, float>> features;

  template <class... Parts>
  void add(FeatureName name, const Parts&... parts) {
    std::string text(name.text);
    [[maybe_unused]] char separator = '=';
    ((append(text, std::exchange(separator, '|'), Part(parts))), ...);
    features.emplace_back(std::move(text), 1.0F);
  }
  void real(FeatureName name, float value) { features.emplace_back(std::string(name.text), value); }

 private:
  /// What the file of weights uses itself (`|`, `#`, `=`, tab, `%`) is written %XX.
  static void append_escaped(std::string& text, char c) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    if (std::string_view("|#=\t\n%").find(c) == std::string_view::npos) text += c;
    else text.append({'%', hex[static_cast<unsigned char>(c) >> 4], hex[c & 15]});
  }
  static void append(std::string& text, char separator, const Part& part) {
    text += separator;
    if (part.text.empty()) {
      text += '#' + std::to_string(part.number);
      return;
    }
    for (const char c : part.text) append_escaped(text, ascii_lower(c));
  }
};

}  // namespace digestkg
