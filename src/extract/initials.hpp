#pragma once
// What a name of several words is called for short when nobody puts the two side by side: Tree of Thoughts, ToT. Stricter than acronyms.hpp,
// which takes letters from inside words, too, since there the text says that the two are one.

#include <boost/container/static_vector.hpp>

#include <cstdint>
#include <string_view>

namespace digestkg {

/// word_hash of each short form that the initials of a capitalised name may make: with and without its small words, with and without
/// the second parts of hyphenated ones. None for a name of one word or with another word in lower case.
boost::container::static_vector<std::uint32_t, 4> initials_of(std::string_view name);

/// Whether a name may be such a short form: letters alone, at least two of them capitals.
bool may_be_initials(std::string_view name);

}  // namespace digestkg
