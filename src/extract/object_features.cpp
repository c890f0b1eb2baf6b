// An object at all its places -> what the words around it tell of any pair that it ends.

#include "extract/pair_sink.hpp"
#include "extract/relation_features.hpp"

#include <algorithm>
#include <bit>

namespace digestkg {
namespace {

template <class Sink>
class ObjectFeatures {
 public:
  ObjectFeatures(const Passage& passage, Role subject, std::size_t object, Sink& sink)
      : p_(passage), b_(object), out_(passage, subject, object, sink) {}

  void add() {
    whole();
    name();
    for (const std::uint16_t m : p_.mentions(b_))
      if (p_.item(m).sentence == 0) out_.both("title", 1);
    const int places = each_telling_mention(p_, b_, [&](std::int32_t m, std::size_t s) {
      around(m, s);
      triggers(m, s);
    });
    out_.both("places", places);
  }

 private:
  /// What else the paper names.
  void whole() {
    int introduced_methods = 0, introduced_data = 0, methods = 0, data = 0;
    for (std::size_t e = 0; e < p_.scene().entities.size(); ++e) {
      const bool introduced = p_.scene().entities[e].introduced;
      (p_.is_method(e) ? methods : data) += 1;
      (p_.is_method(e) ? introduced_methods : introduced_data) += introduced;
    }
    out_.add("bias");
    out_.add("roles", out_.roles());
    out_.add("roles,main", out_.roles(), p_.scene().main >= 0);
    out_.add("roles,introduced", out_.roles(), std::min(3, introduced_methods));
    out_.add("roles,introduced data", out_.roles(), std::min(2, introduced_data));
    out_.add("roles,methods", out_.roles(), std::min(5, methods));
    out_.add("roles,data", out_.roles(), std::min(4, data));
  }

  void name() {
    const Entity& b = p_.scene().entities[b_];
    const std::string& y = b.forms.front();
    const bool digit = std::ranges::any_of(y, [](char c) { return c >= '0' && c <= '9'; });
    const bool lower = std::ranges::none_of(y, [](char c) { return c >= 'A' && c <= 'Z'; });
    out_.both("shape", digit, lower, std::min<int>(3, static_cast<int>(std::ranges::count(y, ' '))));
    out_.both("known", static_cast<int>(b.known_kinds));
    out_.add("certain", std::min(9, static_cast<int>(b.name_probability * 10)), out_.roles());
    if (b.also) out_.both("also", static_cast<int>(*b.also));
  }

  void around(std::int32_t m, std::size_t s) {
    const auto at = [&](std::int32_t o) { return p_.stem(m + o, s); };
    out_.both("l1", at(-1));
    out_.both("l2", at(-2), at(-1));
    out_.add("l3", at(-3), at(-2), at(-1));
    out_.both("r1", at(1));
    out_.both("r2", at(1), at(2));
    out_.add("l1r1", at(-1), at(1));
    for (std::int32_t o = 1; o <= 4; ++o) out_.both("lw", at(-o));
    for (std::int32_t o = 1; o <= 3; ++o) out_.both("rw", at(o));
    for (std::int32_t o = 1; o <= 2; ++o)
      for (std::uint32_t rest = m - o >= p_.first(s) ? p_.item(static_cast<std::size_t>(m - o)).classes & trigger_classes : 0; rest != 0;
           rest &= rest - 1)
        out_.add("lc", std::countr_zero(rest), out_.roles());
  }

  void triggers(std::int32_t m, std::size_t s) {
    int kept = 0;
    for (std::int32_t i = m - 1; i >= std::max<std::int32_t>(p_.first(s), m - 30) && kept < 3; --i) {
      const Item& item = p_.item(static_cast<std::size_t>(i));
      if (is_trigger(item)) {
        out_.both("left trigger", kept, item.stem);
        if (kept == 0) {
          out_.add("left trigger near", bucket(m - i, 3, 5, 9), item.stem);
          for (std::uint32_t rest = item.classes & trigger_classes; rest != 0; rest &= rest - 1)
            out_.both("left trigger class", std::countr_zero(rest), bucket(m - i, 3, 6));
        }
        ++kept;
      } else if (item.kind == ItemKind::Word && item.is(WordClass::Preposition)) {
        out_.add("left preposition", item.stem, out_.roles());
      }
    }
    for (std::int32_t i = m + 1; i < std::min<std::int32_t>(p_.last(s), m + 15); ++i)
      if (is_trigger(p_.item(static_cast<std::size_t>(i)))) {
        out_.both("right trigger", p_.item(static_cast<std::size_t>(i)).stem);
        break;
      }
    std::uint32_t all = 0;
    bool number = false;
    for (std::int32_t i = p_.first(s); i < p_.last(s); ++i) {
      all |= p_.item(static_cast<std::size_t>(i)).classes;
      number |= p_.item(static_cast<std::size_t>(i)).kind == ItemKind::Number;
    }
    for (std::uint32_t rest = all & trigger_classes; rest != 0; rest &= rest - 1)
      out_.add("sentence class", std::countr_zero(rest), out_.roles());
    out_.both("number", number);
  }

  const Passage& p_;
  const std::size_t b_;
  PairSink<Sink> out_;
};

}  // namespace

template <class Sink>
void object_features(const Passage& passage, Role subject, std::size_t object, Sink& sink) {
  ObjectFeatures<Sink>(passage, subject, object, sink).add();
}

template void object_features(const Passage&, Role, std::size_t, HashedFeatures&);
template void object_features(const Passage&, Role, std::size_t, NamedFeatures&);

}  // namespace digestkg
