// Author strings -> handles that may be persons known by name.

#include "base/text_index.hpp"
#include "graph/fold.hpp"
#include "graph/ledger.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace digestkg {
namespace {

/// Author strings by number, with the papers of each; papers are numbered in the order of listings.
class AuthorIndex {
 public:
  AuthorIndex(const std::vector<Entry>& entries, const ListingOrder& listings) {
    for (std::size_t i = 0; i < listings.kept.size(); ++i) {
      const Entry& entry = entries[listings.kept[i]];
      if (i == 0 || entry.id != entries[listings.kept[i - 1]].id) authors_of_.emplace_back();
      for (const std::string& author : entry.authors) add(author);
    }
  }

  const TextIndex& names() const { return names_; }

  bool share_a_paper(std::uint32_t a, std::uint32_t b) const {
    return std::ranges::find_first_of(papers_of_[a], papers_of_[b]) != papers_of_[a].end();
  }

  std::set<std::string_view> joint_co_authors(std::uint32_t a, std::uint32_t b) const {
    const std::set<std::string_view> first = co_authors(a), second = co_authors(b);
    std::set<std::string_view> joint;
    std::ranges::set_intersection(first, second, std::inserter(joint, joint.end()));
    return joint;
  }

 private:
  void add(std::string_view author) {
    const std::uint32_t id = names_.add(author, [](std::string_view name) { return name; });
    if (id == papers_of_.size()) papers_of_.emplace_back();
    const auto paper = static_cast<std::uint32_t>(authors_of_.size() - 1);
    if (!papers_of_[id].empty() && papers_of_[id].back() == paper) return;
    papers_of_[id].push_back(paper);
    authors_of_.back().push_back(id);
  }

  std::set<std::string_view> co_authors(std::uint32_t author) const {
    std::set<std::string_view> others;
    for (const std::uint32_t paper : papers_of_[author])
      for (const std::uint32_t other : authors_of_[paper])
        if (other != author) others.insert(names_[other]);
    return others;
  }

  TextIndex names_;
  std::vector<std::vector<std::uint32_t>> papers_of_, authors_of_;
};

/// What a handle made of a name may spell: given name first or family name first.
std::vector<std::string> spellings(std::string_view name) {
  const std::string_view family = name.substr(name.rfind(' ') + 1), given = name.substr(0, name.rfind(' '));
  return {letters_of(name), letters_of(std::string(family) += given)};
}

}  // namespace

std::vector<ResolutionStep> propose_persons(const std::vector<Entry>& entries, const ListingOrder& listings) {
  std::vector<ResolutionStep> steps;
  const AuthorIndex authors(entries, listings);
  std::unordered_multimap<std::string, std::uint32_t> handles;
  for (std::uint32_t i = 0; i < authors.names().size(); ++i)
    if (is_handle(authors.names()[i])) handles.emplace(letters_of(authors.names()[i]), i);
  for (std::uint32_t person = 0; person < authors.names().size(); ++person) {
    const std::string_view name = authors.names()[person];
    if (is_handle(name) || name.find(' ') == std::string_view::npos) continue;
    for (const std::string& spelling : spellings(name)) {
      const auto [begin, end] = handles.equal_range(spelling);
      for (auto at = begin; at != end; ++at) {
        const std::uint32_t handle = at->second;
        if (spelling.empty() || authors.share_a_paper(person, handle)) continue;
        const auto joint = authors.joint_co_authors(person, handle);
        if (joint.empty()) continue;
        std::string detail = "joint co-authors:";
        for (const std::string_view other : joint) detail.append(detail.ends_with(':') ? " " : ", ").append(other);
        steps.push_back({make_iri("author", authors.names()[handle]), {std::string(authors.names()[handle]), std::string(name)},
                         "proposed-person", detail});
      }
    }
  }
  return steps;
}

}  // namespace digestkg
