// Entries -> papers with their texts, authors in their order, and the days that list them.

#include "graph/papers.hpp"

#include "graph/fold.hpp"

#include <algorithm>

namespace digestkg {

void Papers::add(const Authors& authors) {
  paper_of_.reserve(kept_.size());
  authors_.resize(authors.names().size());
  std::size_t number = 0;
  for (auto begin = kept_.begin(); begin != kept_.end(); ++number) {
    const auto end = std::find_if(begin, kept_.end(), [&](std::uint32_t i) { return entries_[i].id != entries_[*begin].id; });
    add_paper(std::span(begin, end), authors, number);
    begin = end;
  }
}

/// All listings of one paper, by date.
void Papers::add_paper(std::span<const std::uint32_t> listed, const Authors& authors, std::size_t number) {
  const Entry& first = entries_[listed.front()];
  const Handle paper = builder_.new_node(make_iri("paper", first.id), Kind::Paper);
  Listing listing{builder_.iri(paper), day(first.date).date, keep(first.title), keep(first.summary), {}, keep(first.arxiv_url),
                  keep(first.huggingface_url)};
  set(paper, Key::ArxivId, keep(first.id));
  set(paper, Key::Title, listing.title);
  set(paper, Key::Summary, listing.summary);
  set(paper, Key::Date, listing.date);
  set(paper, Key::ArxivUrl, listing.arxiv_url);
  set(paper, Key::HuggingFaceUrl, listing.huggingface_url);
  set(paper, Key::Doi, builder_.keep("10.48550/arXiv." + first.id));
  add_authors(paper, authors, number);
  listing.authors = builder_.keep_list(authors_of_paper_);
  for (const std::uint32_t entry : listed) add_listing(paper, listing, entries_[entry]);
}

/// Their order is also their position.
void Papers::add_authors(Handle paper, const Authors& authors, std::size_t number) {
  authors_of_paper_.clear();
  for (const std::uint32_t of : authors.of(number)) {
    Author& author = authors_[of];
    if (author.node == none) {
      author = {builder_.new_node(make_iri("author", authors.names()[of]), Kind::Author), keep(authors.names()[of])};
      set(author.node, Key::Name, author.name);
      builder_.set_node(author.node, Key::IsHandle, is_handle(author.name));
    }
    authors_of_paper_.push_back(author.name);
    const Handle edge = builder_.edge(paper, Relation::Author, author.node);
    builder_.set_edge(edge, Key::Position, static_cast<std::int64_t>(authors_of_paper_.size()));
  }
}

/// `listing` as the paper has it. The edge to the day holds what this one has otherwise, empty values too, so that entries_of can tell.
void Papers::add_listing(Handle paper, Listing listing, const Entry& entry) {
  const Day on = day(entry.date);
  const Handle edge = builder_.edge(paper, Relation::ListedIn, on.node);
  const auto take = [&](Key key, const std::string& own, std::string_view& text) {
    if (own.data() == text.data() || own == text) return;  // mostly the very same, which need not come from memory for this
    text = keep(own);
    builder_.set_edge(edge, key, text);
  };
  listing.date = on.date;
  take(Key::Title, entry.title, listing.title);
  take(Key::Summary, entry.summary, listing.summary);
  take(Key::ArxivUrl, entry.arxiv_url, listing.arxiv_url);
  take(Key::HuggingFaceUrl, entry.huggingface_url, listing.huggingface_url);
  if (!std::ranges::equal(entry.authors, listing.authors)) {
    std::vector<std::string_view> own;
    own.reserve(entry.authors.size());
    for (const std::string& author : entry.authors) own.push_back(keep(author));
    listing.authors = builder_.keep_list(own);
    builder_.set_edge(edge, Key::Authors, listing.authors);
  }
  builder_.listing(listing);
  paper_of_.push_back(paper);
}

Papers::Day Papers::day(std::string_view date) {
  const std::uint32_t number = dates_.add(date, [&](std::string_view text) { return keep(text); });
  if (number == days_.size()) {
    days_.push_back(builder_.new_node(make_iri("digest", date), Kind::Digest));
    set(days_.back(), Key::Date, dates_[number]);
  }
  return {days_[number], dates_[number]};
}

}  // namespace digestkg
