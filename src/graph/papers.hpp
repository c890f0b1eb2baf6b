#pragma once
// Entries -> papers, authors and days: what of the graph needs no names.

#include "base/text_index.hpp"
#include "graph/authors.hpp"

#include <digestkg/graph.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace digestkg {

class Papers {
 public:
  using Handle = GraphBuilder::Handle;

  enum class Texts { Copied, Owned };  ///< whether the builder owns the entries
  /// `kept` are the entries that count, one a listing, by (id, date).
  Papers(const std::vector<Entry>& entries, std::span<const std::uint32_t> kept, GraphBuilder& builder, Texts texts)
      : entries_(entries), builder_(builder), kept_(kept), texts_(texts) {}

  /// Adds all listings to the builder, which must have none yet.
  void add(const Authors& authors);

  /// Listing i of the builder is entry kept()[i].
  std::span<const std::uint32_t> kept() const { return kept_; }
  Handle paper_of(std::size_t listing) const { return paper_of_[listing]; }

 private:
  struct Author {
    Handle node = none;
    std::string_view name;
  };
  struct Day {
    Handle node;
    std::string_view date;
  };

  static constexpr Handle none = ~Handle{0};

  void add_paper(std::span<const std::uint32_t> listed, const Authors& authors, std::size_t number);
  void add_authors(Handle paper, const Authors& authors, std::size_t number);
  void add_listing(Handle paper, Listing listing, const Entry& entry);
  Day day(std::string_view date);

  std::string_view keep(std::string_view text) { return texts_ == Texts::Owned ? text : builder_.keep(text); }
  void set(Handle node, Key key, std::string_view kept) {
    if (!kept.empty()) builder_.set_node(node, key, kept);
  }

  const std::vector<Entry>& entries_;
  GraphBuilder& builder_;
  const std::span<const std::uint32_t> kept_;
  const Texts texts_;
  std::vector<Handle> paper_of_;
  TextIndex dates_;
  std::vector<Author> authors_;  ///< by number of the name
  std::vector<Handle> days_;     ///< by number of the date
  std::vector<std::string_view> authors_of_paper_;
};

}  // namespace digestkg
