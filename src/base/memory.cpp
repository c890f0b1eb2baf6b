// What the allocator keeps for later -> the system.

#include "base/memory.hpp"

#include <cstdint>
#include <cstdlib>
#include <utility>
#ifdef __GLIBC__
#include <malloc.h>
#include <sys/mman.h>
#endif

namespace digestkg {

namespace {

#if defined(__GLIBC__) && defined(MADV_HUGEPAGE)
constexpr std::size_t room = std::size_t{64} << 20, large_page = std::size_t{1} << 21;
void* in_large_pages = nullptr;  ///< room - large_page bytes

void end_large_pages() {
  if (!in_large_pages) return;
  ::madvise(std::exchange(in_large_pages, nullptr), room - large_page, MADV_NOHUGEPAGE);
  ::mallopt(M_TOP_PAD, 1 << 17);
  give_back_large_pieces();
}
#else
void end_large_pages() {}
#endif

}  // namespace

void give_back_memory() {
  end_large_pages();  // what is free among texts goes back in small ones
#ifdef __GLIBC__
  ::malloc_trim(0);
#endif
}

void give_back_large_pieces() {
#ifdef __GLIBC__
  ::mallopt(M_MMAP_THRESHOLD, 1 << 18);
#endif
}

void start_in_large_pages() {
#if defined(__GLIBC__) && defined(MADV_HUGEPAGE)
  ::mallopt(M_TOP_PAD, room);
  ::mallopt(M_MMAP_THRESHOLD, room / 4);  // larger pieces, too
  char* const first = static_cast<char*>(std::malloc(large_page / 32));  // of the heap, which grows by the room for it
  if (!first) return;
  in_large_pages = first + (large_page - reinterpret_cast<std::uintptr_t>(first) % large_page);
  ::madvise(in_large_pages, room - large_page, MADV_HUGEPAGE);  // only a hint
  std::free(first);
#endif
}

}  // namespace digestkg
