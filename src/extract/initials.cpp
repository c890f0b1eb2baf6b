// First letters of the words of a name -> hashes of short forms.

#include "extract/initials.hpp"

#include "base/word_hash.hpp"

#include <algorithm>

namespace digestkg {
namespace {

constexpr WordSet small_words({"of", "and", "in", "for", "the", "to", "via", "with", "as", "on", "a", "an", "by", "from", "at"});

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

boost::container::static_vector<std::uint32_t, 4> initials_of(std::string_view name) {
  WordHash forms[4];  // bit 0: with small words, bit 1: with second parts
  std::size_t words = 0;
  for (std::size_t begin = 0, end = 0; begin < name.size(); begin = end + 1) {
    end = std::min(name.find(' ', begin), name.size());
    const std::string_view word = name.substr(begin, end - begin);
    if (word.empty()) continue;
    const bool small = small_words.has(word_hash(word));
    if (!small && !is_capital(word.front())) return {};
    ++words;
    for (std::size_t form = 0; form < 4; ++form)
      if (!small || (form & 1)) forms[form].push(word.front());
    for (std::size_t dash = word.find('-'); dash < word.size() - 1; dash = word.find('-', dash + 1))
      if (is_capital(word[dash + 1])) forms[2].push(word[dash + 1]), forms[3].push(word[dash + 1]);
  }
  boost::container::static_vector<std::uint32_t, 4> hashes;
  if (words < 2) return hashes;
  for (const WordHash& form : forms)
    if (std::ranges::find(hashes, form.value()) == hashes.end()) hashes.push_back(form.value());
  return hashes;
}

bool may_be_initials(std::string_view name) {
  const auto letter = [](char c) { return is_capital(c) || (c >= 'a' && c <= 'z'); };
  return name.size() >= 2 && std::ranges::all_of(name, letter) && std::ranges::count_if(name, is_capital) >= 2;
}

}  // namespace digestkg
