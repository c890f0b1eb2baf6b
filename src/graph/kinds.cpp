// Votes for Method, Benchmark and Dataset, over all entries -> the kinds of each thing.

#include "graph/kinds.hpp"

#include <algorithm>
#include <array>

namespace digestkg {
namespace {

constexpr std::array candidates{Kind::Method, Kind::Benchmark, Kind::Dataset};
using Votes = std::array<double, candidates.size()>;

/// A dataset that is also measured on is both, when the lesser reading has this share of the greater one's votes.
constexpr double fair_share = 0.4;

class Ballot {
 public:
  Ballot(const std::vector<Extraction>& extractions, const Resolution& resolution)
      : extractions_(extractions), resolution_(resolution), votes_(resolution.entities.size()) {}

  void count(std::uint32_t entry) {
    const Extraction& extraction = extractions_[entry];
    for (std::size_t t = 0; t < extraction.things.size(); ++t) {
      Votes& votes = votes_[resolution_.of[entry][t]];
      for (std::size_t k = 0; k < votes.size(); ++k) votes[k] += static_cast<double>(extraction.things[t].votes[k]);
      votes[static_cast<std::size_t>(extraction.things[t].kind) - static_cast<std::size_t>(Kind::Method)] += smallest_vote;
    }
    for (const Fact& fact : extraction.facts) count(entry, fact);
    for (const ReportedResult& result : extraction.results) {
      vote(entry, result.method, Kind::Method, result.evidence);
      vote(entry, result.baseline, Kind::Method, result.evidence);
      vote(entry, result.benchmark, Kind::Benchmark, result.evidence);
    }
  }

  const std::vector<Votes>& votes() const { return votes_; }

 private:
  static constexpr double smallest_vote = 1e-6;  ///< settles what got no other

  void count(std::uint32_t entry, const Fact& fact) {
    if (fact.subject != nothing) vote(entry, fact.subject, Kind::Method, fact.evidence);
    switch (fact.relation) {
      case Relation::EvaluatedOn: vote(entry, fact.object, Kind::Benchmark, fact.evidence); break;
      case Relation::TrainedOn: vote(entry, fact.object, Kind::Dataset, fact.evidence); break;
      case Relation::Uses:
      case Relation::Outperforms: vote(entry, fact.object, Kind::Method, fact.evidence); break;
      default: break;
    }
  }

  void vote(std::uint32_t entry, std::int16_t thing, Kind kind, const Evidence& evidence) {
    if (thing == nothing) return;
    votes_[resolution_.of[entry][static_cast<std::size_t>(thing)]][static_cast<std::size_t>(kind) - static_cast<std::size_t>(Kind::Method)] +=
        static_cast<double>(evidence.confidence);
  }

  const std::vector<Extraction>& extractions_;
  const Resolution& resolution_;
  std::vector<Votes> votes_;
};

void elect(const Votes& votes, Resolution::Entity& entity) {
  const auto winner = static_cast<std::size_t>(std::ranges::max_element(votes) - votes.begin());
  entity.kind = candidates[winner];
  entity.kinds = entity.kind;
  if (entity.kind == Kind::Method) return;
  const std::size_t other = winner == 1 ? 2 : 1;
  if (votes[other] > 0 && votes[other] >= fair_share * votes[winner]) entity.kinds = entity.kinds | candidates[other];
}

}  // namespace

void vote_kinds(const std::vector<Extraction>& extractions, std::span<const std::uint32_t> entries, Resolution& resolution) {
  Ballot ballot(extractions, resolution);
  for (const std::uint32_t entry : entries) ballot.count(entry);
  for (std::size_t i = 0; i < resolution.entities.size(); ++i) elect(ballot.votes()[i], resolution.entities[i]);
}

}  // namespace digestkg
