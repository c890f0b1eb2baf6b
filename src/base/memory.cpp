// What the allocator keeps for later -> the system.

#include "base/memory.hpp"

#include <cstdlib>
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace digestkg {

void give_back_memory() {
#ifdef __GLIBC__
  ::malloc_trim(0);
#endif
}

void give_back_large_pieces() {
#ifdef __GLIBC__
  ::mallopt(M_MMAP_THRESHOLD, 1 << 18);
#endif
}

}  // namespace digestkg
