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

void set_up_memory() {
#ifdef __GLIBC__
  ::mallopt(M_MMAP_THRESHOLD, 1 << 18);
  ::mallopt(M_TOP_PAD, 1 << 22);
  ::mallopt(M_TRIM_THRESHOLD, 1 << 27);
#endif
}

}  // namespace digestkg
