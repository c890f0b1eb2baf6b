// A graph -> the entries that it was built from; parts of an archive -> one list of entries.

#include "graph/listings.hpp"

#include <digestkg/merge.hpp>

#include <iterator>

namespace digestkg {
namespace {

/// The arXiv id stands in the paper's properties; a paper without one (a graph made by hand) gives the last part of its IRI.
std::string id_of(const Graph& graph, std::string_view paper) {
  const auto node = graph.find(paper);
  const std::string_view id = node ? graph.text(graph.node(*node), Key::ArxivId) : std::string_view{};
  return std::string(id.empty() ? paper.substr(paper.find('/') + 1) : id);
}

}  // namespace

std::vector<Entry> entries_of(const Graph& graph) {
  std::vector<Entry> entries;
  entries.reserve(graph.listings().size());
  for (const Listing& listing : graph.listings()) {
    Entry& entry = entries.emplace_back();
    entry.id = id_of(graph, listing.paper);
    entry.date = listing.date;
    entry.title = listing.title;
    entry.authors.assign(listing.authors.begin(), listing.authors.end());
    entry.summary = listing.summary;
    entry.arxiv_url = listing.arxiv_url;
    entry.huggingface_url = listing.huggingface_url;
  }
  return entries;
}

std::vector<Entry> merge_entries(std::vector<std::vector<Entry>> parts) {
  std::vector<Entry> all;
  for (std::vector<Entry>& part : parts) all.insert(all.end(), std::make_move_iterator(part.begin()), std::make_move_iterator(part.end()));
  std::vector<Entry> merged;
  merged.reserve(all.size());
  for (const std::uint32_t entry : order_listings(all).kept) merged.push_back(std::move(all[entry]));
  return merged;
}

}  // namespace digestkg
