// Results of one sentence beside each other -> baselines, and changes checked against levels.

#include "extract/baselines.hpp"

#include <algorithm>
#include <cmath>

namespace digestkg {
namespace {

class Linker {
 public:
  Linker(const Passage& passage, std::span<const NumberSite> sites, std::span<const Claimed> claims, std::span<const ReadNumber> read,
         std::vector<ReportedResult>& results)
      : passage_(passage), sites_(sites), claims_(claims), read_(read), results_(results) {}

  void run() {
    for (std::size_t i = 0; i < read_.size(); ++i) {
      if (i > 0 && joined(i)) pair(i);
      ReportedResult& r = results_[read_[i].result];
      if (r.baseline == nothing && (r.delta || r.unit == "x")) r.baseline = loser(r, site(i));
    }
    for (std::size_t i = 0; i < read_.size(); ++i)
      if (results_[read_[i].result].delta || results_[read_[i].result].unit == "x") check(i);
  }

 private:
  const NumberSite& site(std::size_t i) const { return sites_[read_[i].site]; }
  double value(std::size_t i) const { return passage_.numbers()[read_[i].site].value; }

  /// Whether the number before is the result before, in the same sentence.
  bool joined(std::size_t i) const { return site(i).previous >= 0 && site(i).previous == site(i - 1).item; }

  /// "from A to B", "A vs. B": two levels of one metric.
  void pair(std::size_t i) {
    ReportedResult& a = results_[read_[i - 1].result];
    ReportedResult& b = results_[read_[i].result];
    if (a.delta || b.delta || a.unit != b.unit) return;
    const bool change = site(i - 1).from && site(i).to;
    const bool versus = site(i - 1).versus_next && site(i).versus_previous;
    if (!change && !versus) return;
    ReportedResult& winner = change ? b : a;
    const ReportedResult& base = change ? a : b;
    winner.baseline_value = base.value;
    if (base.method != winner.method) winner.baseline = base.method;
  }

  /// The only method that the sentence says was beaten.
  std::int16_t loser(const ReportedResult& r, const NumberSite& s) const {
    std::int16_t only = nothing;
    for (const Claimed& c : claims_) {
      if (c.sentence != s.sentence || c.winner != r.method || c.loser == r.method) continue;
      if (only != nothing && only != c.loser) return nothing;
      only = c.loser;
    }
    return only;
  }

  /// A change beside its two levels: "a 9.3% increase (69.9% to 79.2%)".
  void check(std::size_t i) {
    const std::size_t a = i + 1, b = i + 2;
    if (b >= read_.size() || !joined(a) || !joined(b)) return;
    const ReportedResult& first = results_[read_[a].result];
    const ReportedResult& second = results_[read_[b].result];
    const bool levels =
        !first.delta && !second.delta && first.unit == second.unit && first.unit != "x" && (site(a).from || site(a).versus_next);
    const bool beside =
        site(a).item - site(i).item <= 6 && std::any_of(passage_.items().begin() + site(i).item, passage_.items().begin() + site(a).item,
                                                        [](const Item& item) { return item.is_mark("("); });
    if (!levels || !beside || follows(results_[read_[i].result].unit, value(i), value(a), value(b))) return;
    results_[read_[i].result].evidence.confidence /= 2;
    results_[read_[i].result].evidence.rule = disagreeing_levels;
  }

  /// Whether the stated change is the difference, the relative difference or the ratio of the levels, within what rounding explains.
  static bool follows(std::string_view unit, double change, double a, double b) {
    if (a == 0 || b == 0) return true;
    const double ratio = std::max(a, b) / std::min(a, b);
    if (unit == "x") return std::abs(ratio - change) <= 0.1 * change;
    const double difference = std::abs(b - a), relative = 100 * difference / a, of_larger = 100 * difference / std::max(a, b);
    const auto near = [&](double x) { return std::abs(x - change) <= 0.05 * change + 0.11; };
    return near(difference) || near(relative) || near(of_larger) || near(100 * difference);
  }

  const Passage& passage_;
  std::span<const NumberSite> sites_;
  std::span<const Claimed> claims_;
  std::span<const ReadNumber> read_;
  std::vector<ReportedResult>& results_;
};

}  // namespace

void link_baselines(const Passage& passage, std::span<const NumberSite> sites, std::span<const Claimed> claims,
                    std::span<const ReadNumber> read, std::vector<ReportedResult>& results) {
  Linker(passage, sites, claims, read, results).run();
}

}  // namespace digestkg
