#pragma once
// Where features of a pair of names go: each tells the object's kind, many also what both names are to the paper.

#include "extract/passage.hpp"

#include <cstddef>
#include <cstdint>

namespace digestkg {

/// Mentions of the object that are looked at.
inline constexpr std::size_t most_mentions = 4;

template <class Sink>
class PairSink {
 public:
  PairSink(const Passage& passage, Role subject, std::size_t object, Sink& sink)
      : sink_(sink),
        roles_(static_cast<int>(subject) * 3 + static_cast<int>(passage.role(object))),
        kind_(static_cast<int>(passage.scene().entities[object].kind)) {}

  template <class... Parts>
  void add(FeatureName name, const Parts&... parts) {
    sink_.add(name, kind_, parts...);
  }
  /// A feature by itself and together with the roles of the pair.
  template <class... Parts>
  void both(FeatureName name, const Parts&... parts) {
    sink_.add(name, kind_, parts...);
    sink_.add(name, kind_, parts..., roles_ + 100);
  }
  int roles() const { return roles_; }

 private:
  Sink& sink_;
  const int roles_;
  const int kind_;
};

/// Calls visit(item, sentence) for the mentions of the object that tell: the first few of the summary's that no question holds. Returns
/// their number, at most one more than were visited.
template <class Visit>
int each_telling_mention(const Passage& passage, std::size_t object, Visit visit) {
  std::size_t seen = 0;
  for (const std::uint16_t m : passage.mentions(object)) {
    const std::size_t s = passage.item(m).sentence;
    if (s == 0 || passage.sentence(s).question) continue;
    if (seen++ == most_mentions) break;
    visit(static_cast<std::int32_t>(m), s);
  }
  return static_cast<int>(seen);
}

/// Words that do something, not those that only join.
inline bool is_trigger(const Item& item) {
  return (item.classes & trigger_classes) != 0 && !item.is(WordClass::Preposition) && !item.is(WordClass::Determiner);
}

}  // namespace digestkg
