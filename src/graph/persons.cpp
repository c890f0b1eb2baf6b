// Author strings -> handles that may be persons known by name.

#include "base/text_index.hpp"
#include "base/text_pool.hpp"
#include "graph/authors.hpp"
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

/// The papers of each author.
class PapersOfAuthors {
 public:
  explicit PapersOfAuthors(const Authors& authors) : authors_(authors), first_of_author_(authors.names().size() + 1) {
    for (std::uint32_t paper = 0; paper < authors.papers(); ++paper)
      for (const std::uint32_t author : authors.of(paper)) ++first_of_author_[author + 1];
    std::partial_sum(first_of_author_.begin(), first_of_author_.end(), first_of_author_.begin());
    papers_.resize(first_of_author_.back());
    std::vector<std::size_t> next(first_of_author_.begin(), first_of_author_.end() - 1);
    for (std::uint32_t paper = 0; paper < authors.papers(); ++paper)
      for (const std::uint32_t author : authors.of(paper)) papers_[next[author]++] = paper;
  }

  bool share_a_paper(std::uint32_t a, std::uint32_t b) const { return std::ranges::find_first_of(of(a), of(b)) != of(a).end(); }

  std::set<std::string_view> joint_co_authors(std::uint32_t a, std::uint32_t b) const {
    const std::set<std::string_view> first = co_authors(a), second = co_authors(b);
    std::set<std::string_view> joint;
    std::ranges::set_intersection(first, second, std::inserter(joint, joint.end()));
    return joint;
  }

 private:
  std::span<const std::uint32_t> of(std::uint32_t author) const {
    return std::span(papers_).subspan(first_of_author_[author], first_of_author_[author + 1] - first_of_author_[author]);
  }

  std::set<std::string_view> co_authors(std::uint32_t author) const {
    std::set<std::string_view> others;
    for (const std::uint32_t paper : of(author))
      for (const std::uint32_t other : authors_.of(paper))
        if (other != author) others.insert(authors_.names()[other]);
    return others;
  }

  const Authors& authors_;
  std::vector<std::uint32_t> papers_;  ///< one author's behind the other's
  std::vector<std::size_t> first_of_author_;
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

std::vector<ResolutionStep> propose_persons(const Authors& authors) {
  std::vector<ResolutionStep> steps;
  const PapersOfAuthors papers(authors);
  const HandleIndex handles(authors.names());
  for (std::uint32_t person = 0; person < authors.names().size(); ++person) {
    const std::string_view name = authors.names()[person];
    if (is_handle(name) || name.find(' ') == std::string_view::npos) continue;
    for (const std::string& spelling : spellings(name))
      handles.for_each(spelling, [&](std::uint32_t handle) {
        if (papers.share_a_paper(person, handle)) return;
        const auto joint = papers.joint_co_authors(person, handle);
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
