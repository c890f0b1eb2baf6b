#pragma once
// Texts of claims -> the texts as a syntax has them, each made ready once for the claims that share it.

#include <digestkg/graph.hpp>

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace digestkg {

/// `Escape` takes a text and room for what it makes of it; it returns a view of either, or something else that says how to write the text.
/// Rules are made ready for the whole graph; of listings and sentences the last is kept, for most claims have those of the claim before.
template <class Escape>
class ClaimTexts {
 public:
  using Text = std::invoke_result_t<const Escape&, std::string_view, std::string&>;

  /// Keeps a reference to `graph`.
  ClaimTexts(const Graph& graph, Escape escape) : graph_(graph), escape_(std::move(escape)), rule_room_(graph.rules().size()) {
    for (std::size_t i = 0; i < rule_room_.size(); ++i) rules_.push_back(escape_(graph.rules()[i], rule_room_[i]));
  }
  ClaimTexts(const ClaimTexts&) = delete;
  ClaimTexts& operator=(const ClaimTexts&) = delete;

  /// Good until one is asked for another claim's; so are the others.
  Text paper(const Claim& claim) { return at_listing(claim), paper_; }
  Text date(const Claim& claim) { return at_listing(claim), date_; }
  Text sentence(const Claim& claim) {
    const Place place{claim.listing, claim.begin, claim.end, claim.field};
    if (place != place_) sentence_ = escape_(graph_.sentence(claim), sentence_room_);
    place_ = place;
    return sentence_;
  }
  Text rule(const Claim& claim) const { return rules_[claim.rule]; }

 private:
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
  struct Place {
    std::uint32_t listing, begin, end;
    Field field;
    bool operator==(const Place&) const = default;
  };

  void at_listing(const Claim& claim) {
    if (claim.listing == listing_) return;
    listing_ = claim.listing;
    paper_ = escape_(graph_.listing(claim).paper, paper_room_);
    date_ = escape_(graph_.listing(claim).date, date_room_);
  }

  const Graph& graph_;
  const Escape escape_;
  std::vector<std::string> rule_room_;
  std::vector<Text> rules_;
  std::uint32_t listing_ = none;
  Place place_{none, 0, 0, Field::Title};
  Text paper_{}, date_{}, sentence_{};
  std::string paper_room_, date_room_, sentence_room_;
};

}  // namespace digestkg
