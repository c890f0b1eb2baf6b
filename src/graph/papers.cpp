// Entries -> papers with their texts, authors in their order, and the days that list them.

#include "graph/papers.hpp"

#include "graph/fold.hpp"

#include <algorithm>
#include <utility>

namespace digestkg {

void Papers::add(Spending& spending) {
  paper_of_.reserve(kept_.size());
  for (auto begin = kept_.begin(); begin != kept_.end();) {
    const auto end = std::find_if(begin, kept_.end(), [&](std::uint32_t i) { return entries_[i].id != entries_[*begin].id; });
    add_paper(std::span(begin, end));
    for (; begin != end; ++begin) spending.free_entry(*begin);
  }
  spending.free_entries();
}

/// All listings of one paper, by date.
void Papers::add_paper(std::span<const std::uint32_t> listed) {
  const Entry& first = entries_[listed.front()];
  const Handle paper = builder_.node(make_iri("paper", first.id), Kind::Paper);
  Listing listing{builder_.iri(paper), day(first.date).date, keep(first.title), keep(first.summary), {}, keep(first.arxiv_url),
                  keep(first.huggingface_url)};
  set(paper, Key::ArxivId, keep(first.id));
  set(paper, Key::Title, listing.title);
  set(paper, Key::Summary, listing.summary);
  set(paper, Key::Date, listing.date);
  set(paper, Key::ArxivUrl, listing.arxiv_url);
  set(paper, Key::HuggingFaceUrl, listing.huggingface_url);
  set(paper, Key::Doi, keep("10.48550/arXiv." + first.id));
  add_authors(paper, listed);
  listing.authors = builder_.keep_list(authors_of_paper_);
  for (const std::uint32_t entry : listed) add_listing(paper, listing, entries_[entry]);
}

/// Authors of all listings, each once, in the order in which they come; that order is also their position.
void Papers::add_authors(Handle paper, std::span<const std::uint32_t> listed) {
  constexpr Handle none = ~Handle{0};
  authors_of_paper_.clear();
  for (const std::uint32_t entry : listed)
    for (const std::string& name : entries_[entry].authors) {
      const std::uint32_t number = author_names_.add(name, [&](std::string_view text) { return keep(text); });
      const std::string_view kept = author_names_[number];
      if (number == authors_.size()) {
        authors_.push_back({builder_.node(make_iri("author", name), Kind::Author), none});
        set(authors_.back().node, Key::Name, kept);
        builder_.set_node(authors_.back().node, Key::IsHandle, is_handle(name));
      }
      if (std::exchange(authors_[number].last_paper, paper) == paper) continue;
      authors_of_paper_.push_back(kept);
      const Handle edge = builder_.edge(paper, Relation::Author, authors_[number].node);
      builder_.set_edge(edge, Key::Position, static_cast<std::int64_t>(authors_of_paper_.size()));
    }
}

/// `listing` as the paper has it. The edge to the day holds what this one has otherwise, empty values too, so that entries_of can tell.
void Papers::add_listing(Handle paper, Listing listing, const Entry& entry) {
  const Day on = day(entry.date);
  const Handle edge = builder_.edge(paper, Relation::ListedIn, on.node);
  const auto take = [&](Key key, const std::string& own, std::string_view& text) {
    if (own == text) return;
    text = keep(own);
    builder_.set_edge(edge, key, text);
  };
  listing.date = on.date;
  take(Key::Title, entry.title, listing.title);
  take(Key::Summary, entry.summary, listing.summary);
  take(Key::ArxivUrl, entry.arxiv_url, listing.arxiv_url);
  take(Key::HuggingFaceUrl, entry.huggingface_url, listing.huggingface_url);
  if (!std::ranges::equal(entry.authors, listing.authors)) {
    const std::vector<std::string_view> own(entry.authors.begin(), entry.authors.end());
    listing.authors = builder_.keep(own);
    builder_.set_edge(edge, Key::Authors, listing.authors);
  }
  builder_.listing(listing);
  paper_of_.push_back(paper);
}

Papers::Day Papers::day(std::string_view date) {
  const std::uint32_t number = dates_.add(date, [&](std::string_view text) { return keep(text); });
  if (number == days_.size()) {
    days_.push_back(builder_.node(make_iri("digest", date), Kind::Digest));
    set(days_.back(), Key::Date, dates_[number]);
  }
  return {days_[number], dates_[number]};
}

}  // namespace digestkg
