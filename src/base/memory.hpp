#pragma once
// Memory that was freed -> the system.

#include <cstddef>
#include <utility>

namespace digestkg {

/// A stage of a build frees what the one before has made, in pieces too small for the allocator to give back on its own; without this the
/// peaks of the stages add up. Takes time in proportion to what is free.
void give_back_memory();

/// Entries from which on giving back is worth its time.
inline constexpr std::size_t large_archive = 1 << 14;

/// For the start of a program: large pieces go back as soon as they are freed. Left alone, glibc keeps larger and larger ones.
void give_back_large_pieces();

/// For the start of a program: the heap grows in large steps, and the first 62 MB of it come in pages of 2 MB where the system has them,
/// which a processor asks for once instead of 512 times. Pieces of up to 16 MB come from it, too. It ends with the first give_back_memory().
void start_in_large_pages();

/// For what lives until the program ends: its destructor is never called, as the system takes all memory back faster at once.
template <class Object>
Object& kept_to_the_end(Object object) {
  static Object* kept = nullptr;  // where leak checkers find it
  return *(kept = new Object(std::move(object)));
}

}  // namespace digestkg
