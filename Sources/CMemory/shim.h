#ifndef CMEMORY_SHIM_H
#define CMEMORY_SHIM_H

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

/// Makes heaps of glibc grow by so many bytes at once; other C libraries have no such setting.
static inline void verdict_grow_heaps_by(int size) {
#ifdef __GLIBC__
  mallopt(M_TOP_PAD, size);
#else
  (void)size;
#endif
}

/// Asks Linux for large pages where a region covers some; a refusal changes nothing.
static inline void verdict_use_large_pages(void *start, size_t size) {
#ifdef MADV_HUGEPAGE
  const uintptr_t page = 2 * 1024 * 1024;
  uintptr_t first = ((uintptr_t)start + page - 1) / page * page;
  uintptr_t end = ((uintptr_t)start + size) / page * page;
  if (first < end) (void)madvise((void *)first, end - first, MADV_HUGEPAGE);
#else
  (void)start, (void)size;
#endif
}

#endif
