// Entries -> their authors by number.

#include "graph/authors.hpp"

#include <utility>

namespace digestkg {

Authors::Authors(const std::vector<Entry>& entries, const ListingOrder& listings) {
  const std::vector<std::uint32_t> named = number_all(entries, listings);
  std::vector<std::uint32_t> last_paper(names_.size());  // from 1
  first_of_paper_.push_back(0);
  auto at = named.begin();
  for (std::size_t i = 0; i < listings.kept.size(); ++i) {
    const Entry& entry = entries[listings.kept[i]];
    const auto paper = static_cast<std::uint32_t>(first_of_paper_.size());
    for (const auto end = at + static_cast<std::ptrdiff_t>(entry.authors.size()); at != end; ++at)
      if (std::exchange(last_paper[*at], paper) != paper) authors_.push_back(*at);
    if (i + 1 == listings.kept.size() || entries[listings.kept[i + 1]].id != entry.id) first_of_paper_.push_back(authors_.size());
  }
}

/// The authors of all listings, one behind the other.
std::vector<std::uint32_t> Authors::number_all(const std::vector<Entry>& entries, const ListingOrder& listings) {
  constexpr std::size_t enough = 256;
  std::vector<std::uint32_t> all;
  std::vector<std::string_view> names;
  const auto number = [&] {
    names_.add_all(names, all, [](std::string_view name) { return name; });
    names.clear();
  };
  for (const std::uint32_t entry : listings.kept) {
    names.insert(names.end(), entries[entry].authors.begin(), entries[entry].authors.end());
    if (names.size() >= enough) number();
  }
  number();
  return all;
}

}  // namespace digestkg
