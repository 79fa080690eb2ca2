#ifndef CZLIB_SHIM_H
#define CZLIB_SHIM_H

#include <zlib.h>

/// `inflateInit2`, which is a macro, for gzip data: 15 is the largest window that there is, 16 asks
/// for gzip's header and trailer, whose sums zlib then checks.
static inline int verdict_gzip_begin(z_stream *stream) {
  return inflateInit2(stream, 15 + 16);
}

#endif
