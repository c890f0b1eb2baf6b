// Author strings -> handles that may be persons known by name.

#include "base/text_index.hpp"
#include "base/text_pool.hpp"
#include "graph/fold.hpp"
#include "graph/resolve_names.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>
#include <set>
#include <span>
#include <utility>

namespace digestkg {
namespace {

/// Author strings by number, with the papers of each; papers are numbered in the order of listings.
class AuthorIndex {
 public:
  AuthorIndex(const std::vector<Entry>& entries, const ListingOrder& listings) {
    for (std::size_t i = 0; i < listings.kept.size(); ++i) {
      const Entry& entry = entries[listings.kept[i]];
      if (i == 0 || entry.id != entries[listings.kept[i - 1]].id) first_of_paper_.push_back(authors_.size());
      for (const std::string& author : entry.authors) add(author);
    }
    first_of_paper_.push_back(authors_.size());
    list_papers();
  }

  const TextIndex& names() const { return names_; }

  bool share_a_paper(std::uint32_t a, std::uint32_t b) const {
    return std::ranges::find_first_of(papers_of(a), papers_of(b)) != papers_of(a).end();
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
    if (id == last_paper_.size()) last_paper_.push_back(0);
    const std::size_t paper = first_of_paper_.size();
    if (std::exchange(last_paper_[id], paper) != paper) authors_.push_back(id);
  }

  void list_papers() {
    first_of_author_.resize(names_.size() + 1);
    for (const std::uint32_t author : authors_) ++first_of_author_[author + 1];
    std::partial_sum(first_of_author_.begin(), first_of_author_.end(), first_of_author_.begin());
    papers_.resize(authors_.size());
    std::vector<std::size_t> next(first_of_author_.begin(), first_of_author_.end() - 1);
    for (std::uint32_t paper = 0; paper + 1 < first_of_paper_.size(); ++paper)
      for (const std::uint32_t author : authors_of(paper)) papers_[next[author]++] = paper;
  }

  static std::span<const std::uint32_t> slice(const std::vector<std::uint32_t>& all, const std::vector<std::size_t>& first, std::uint32_t of) {
    return std::span(all).subspan(first[of], first[of + 1] - first[of]);
  }
  std::span<const std::uint32_t> authors_of(std::uint32_t paper) const { return slice(authors_, first_of_paper_, paper); }
  std::span<const std::uint32_t> papers_of(std::uint32_t author) const { return slice(papers_, first_of_author_, author); }

  std::set<std::string_view> co_authors(std::uint32_t author) const {
    std::set<std::string_view> others;
    for (const std::uint32_t paper : papers_of(author))
      for (const std::uint32_t other : authors_of(paper))
        if (other != author) others.insert(names_[other]);
    return others;
  }

  TextIndex names_;
  std::vector<std::size_t> last_paper_;               ///< by author, from 1
  std::vector<std::uint32_t> authors_, papers_;       ///< of papers, one paper behind the other; of authors likewise
  std::vector<std::size_t> first_of_paper_, first_of_author_;
};

/// Handles by the letters in them.
class HandleIndex {
 public:
  explicit HandleIndex(const TextIndex& names) {
    for (std::uint32_t i = 0; i < names.size(); ++i)
      if (is_handle(names[i])) add(letters_of(names[i]), i);
  }

  /// Calls visit(handle) for each whose letters are these, in the order of their numbers.
  template <class Visit>
  void for_each(std::string_view letters, Visit visit) const {
    const auto group = letters.empty() ? std::nullopt : letters_.find(letters);
    if (group)
      for (const std::uint32_t handle : handles_[*group]) visit(handle);
  }

 private:
  void add(std::string_view letters, std::uint32_t handle) {
    const std::uint32_t group = letters_.add(letters, [&](std::string_view text) { return texts_.keep(text); });
    if (group == handles_.size()) handles_.emplace_back();
    handles_[group].push_back(handle);
  }

  TextPool texts_;
  TextIndex letters_;
  std::vector<std::vector<std::uint32_t>> handles_;
};

/// What a handle made of a name may spell: given name first or family name first.
std::array<std::string, 2> spellings(std::string_view name) {
  const std::string_view family = name.substr(name.rfind(' ') + 1), given = name.substr(0, name.rfind(' '));
  return {letters_of(name), letters_of(std::string(family) += given)};
}

}  // namespace

std::vector<ResolutionStep> propose_persons(const std::vector<Entry>& entries, const ListingOrder& listings) {
  std::vector<ResolutionStep> steps;
  const AuthorIndex authors(entries, listings);
  const HandleIndex handles(authors.names());
  for (std::uint32_t person = 0; person < authors.names().size(); ++person) {
    const std::string_view name = authors.names()[person];
    if (is_handle(name) || name.find(' ') == std::string_view::npos) continue;
    for (const std::string& spelling : spellings(name))
      handles.for_each(spelling, [&](std::uint32_t handle) {
        if (authors.share_a_paper(person, handle)) return;
        const auto joint = authors.joint_co_authors(person, handle);
        if (joint.empty()) return;
        std::string detail = "joint co-authors:";
        for (const std::string_view other : joint) detail.append(detail.ends_with(':') ? " " : ", ").append(other);
        steps.push_back({make_iri("author", authors.names()[handle]), {std::string(authors.names()[handle]), std::string(name)},
                         "proposed-person", detail});
      });
  }
  return steps;
}

}  // namespace digestkg
